/** Asks a server as fast as it answers, from a thread of its own, so that asking does not slow the answering down. */
import { Worker } from 'node:worker_threads'

export type Load = {
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  clients: number
  /** Each is sent once, in order; for GET leave it out and say how many requests. */
  bodies?: string[]
  requests: number
  /** A text that every good answer holds. */
  expect: string
}
export type Measured = { perSecond: number; p50: number; p95: number; bad: number; firstBad: string }

const thread = `
const { parentPort, workerData: load } = require('node:worker_threads')
const http = require('node:http')
const agent = new http.Agent({ keepAlive: true, maxSockets: load.clients })
const times = []
let next = 0, bad = 0, firstBad = ''
const once = (i) => new Promise((resolve) => {
  const body = load.bodies ? load.bodies[i] : undefined
  const start = performance.now()
  const headers = { ...load.headers, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) }
  const request = http.request(load.url, { method: load.method, headers, agent }, (answer) => {
    const chunks = []
    answer.on('data', (chunk) => chunks.push(chunk))
    answer.on('end', () => {
      times.push(performance.now() - start)
      const text = Buffer.concat(chunks).toString()
      if (answer.statusCode !== 200 || !text.includes(load.expect)) { bad++; firstBad ||= answer.statusCode + ' ' + text.slice(0, 300) }
      resolve()
    })
  })
  request.on('error', (error) => { bad++; firstBad ||= String(error); resolve() })
  request.end(body)
})
const client = async () => { while (next < load.requests) await once(next++) }
const start = performance.now()
Promise.all(Array.from({ length: load.clients }, client)).then(() => {
  const ms = performance.now() - start
  times.sort((a, b) => a - b)
  const at = (q) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
  parentPort.postMessage({ perSecond: (load.requests / ms) * 1000, p50: at(0.5), p95: at(0.95), bad, firstBad })
  agent.destroy()
})
`

export function measure(load: Load): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { eval: true, workerData: load })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
