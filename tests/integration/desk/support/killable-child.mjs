// Started by killable.ts: passes messages between its parent and the desk worker.
import { Worker } from 'node:worker_threads'

const [file, start] = process.argv.slice(2)
const worker = new Worker(file, { workerData: JSON.parse(start) })
worker.on('message', (message) => process.send(message))
process.on('message', (message) => worker.postMessage(message))
process.on('disconnect', () => process.exit())
