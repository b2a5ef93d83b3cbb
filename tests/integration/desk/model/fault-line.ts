/**
 * A line to a real server on which everything can happen that happens on lines: a question is lost, an answer is lost, a question
 * arrives twice, a question or its answer arrives long after it was sent. Whole requests are held, so that their order can be turned.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const faults = ['lose-question', 'lose-answer', 'twice', 'hold-question', 'hold-answer'] as const
export type Fault = (typeof faults)[number]

type Whole = { status: number; headers: IncomingMessage['headers']; body: Buffer }

export class FaultLine {
  readonly #target: URL
  readonly #planned: Fault[] = []
  readonly #held: (() => void)[] = []
  readonly #open = new Set<ServerResponse>()
  #up = true
  readonly #server = createServer((question, answer) => void this.#carry(question, answer).catch(() => answer.destroy()))

  private constructor(target: string) {
    this.#target = new URL(target)
  }

  static async to(target: string): Promise<FaultLine> {
    const line = new FaultLine(target)
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve))
    return line
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** What happens to the next question; several are taken in turn. */
  plan(fault: Fault) {
    this.#planned.push(fault)
  }

  cut() {
    this.#up = false
    for (const answer of this.#open) answer.destroy()
  }

  mend() {
    this.#up = true
  }

  /** Lets one held question or answer go on; which one is for the caller to choose. */
  release(index: number) {
    const [go] = this.#held.splice(index % Math.max(1, this.#held.length), 1)
    go?.()
  }

  /** No fault any more, and everything that was held goes on. */
  heal() {
    this.#planned.length = 0
    this.mend()
    while (this.#held.length > 0) this.release(0)
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => this.#held.push(resolve))
  }

  async #carry(question: IncomingMessage, answer: ServerResponse) {
    this.#open.add(answer)
    answer.on('close', () => this.#open.delete(answer))
    const chunks: Buffer[] = []
    for await (const chunk of question) chunks.push(chunk as Buffer)
    if (!this.#up) return void answer.destroy()
    if (question.url?.startsWith('/v1/sync/stream')) return this.#stream(question, answer)
    const fault = this.#planned.shift()
    if (fault === 'lose-question') return void answer.destroy()
    if (fault === 'hold-question') await this.#wait()
    const body = Buffer.concat(chunks)
    if (fault === 'twice') await this.#ask(question, body)
    const whole = await this.#ask(question, body)
    if (fault === 'hold-answer') await this.#wait()
    if (fault === 'lose-answer' || !this.#up) return void answer.destroy()
    const { 'transfer-encoding': _, ...headers } = whole.headers
    answer.writeHead(whole.status, headers)
    answer.end(whole.body)
  }

  #ask(question: IncomingMessage, body: Buffer): Promise<Whole> {
    return new Promise((resolve, reject) => {
      const { method, headers, url } = question
      const far = request({ hostname: this.#target.hostname, port: this.#target.port, method, path: url, headers: { ...headers, host: this.#target.host } }, (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('end', () => resolve({ status: reply.statusCode ?? 500, headers: reply.headers, body: Buffer.concat(chunks) }))
        reply.on('error', reject)
      })
      far.on('error', reject)
      far.end(body)
    })
  }

  #stream(question: IncomingMessage, answer: ServerResponse) {
    const far = request({ hostname: this.#target.hostname, port: this.#target.port, path: question.url, headers: { ...question.headers, host: this.#target.host } }, (reply) => {
      answer.writeHead(reply.statusCode ?? 500, reply.headers)
      reply.pipe(answer)
    })
    far.on('error', () => answer.destroy())
    answer.on('close', () => far.destroy())
    far.end()
  }

  close(): Promise<void> {
    this.heal()
    for (const answer of this.#open) answer.destroy()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}
