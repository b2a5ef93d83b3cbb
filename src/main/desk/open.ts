/**
 * The desk as a host drives it. The core runs in a worker; when the desk locks, that worker is ended and a fresh one takes its
 * place, so that nothing of what was read stays in memory. A worker that dies is replaced too, locked.
 */
import { Worker } from 'node:worker_threads'
import type { BridgeAnswer, CallName, DeskState } from '#contract/bridge'
import type { Desk, DeskEvent, DeskOptions } from './desk'
import type { FromWorker, ToWorker, WorkerStart } from './messages'
import { useKeyStore } from './vault/key-store'

type Answer = BridgeAnswer<CallName>
type Waiting = { worker: Worker; answer: (answer: Answer) => void }

const internal = (message: string): Answer => ({ ok: false, error: { code: 'internal', message } })
const died = internal('The desk stopped unexpectedly and was started again, locked. What you decided is kept; open it with your desk passphrase.')
const locked: Answer = { ok: false, error: { code: 'locked', message: 'The desk was locked. Your work is kept; open it with your desk passphrase.' } }
const ended = internal('The desk was closed. What you decided is kept; start it again.')
const broken = internal('The desk cannot be started. What you decided is kept; start Wallguide again, and tell your administrator if it happens twice.')

/** A worker that keeps dying at once is not started for ever. */
const deathsInARow = 3

/** `Pick<WorkerStart, …>` is for tests. */
export async function openDesk(options: DeskOptions & Pick<WorkerStart, 'scryptCost'>): Promise<Desk> {
  const desk = new WorkerDesk(options)
  await desk.start()
  return desk
}

class WorkerDesk implements Desk {
  readonly #options: DeskOptions & Pick<WorkerStart, 'scryptCost'>
  readonly #listeners = new Set<(event: DeskEvent) => void>()
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #number = 0
  #profile: string | null = null
  #deaths = 0
  #closing: Promise<void> | null = null
  #closed: () => void = () => {}

  constructor(options: DeskOptions & Pick<WorkerStart, 'scryptCost'>) {
    this.#options = options
  }

  start(): Promise<void> {
    const { workerFile, keyStore, ...rest } = this.#options
    const start: WorkerStart = { ...rest, profile: this.#profile, keyStore: keyStore !== undefined }
    const worker = new Worker(workerFile, { workerData: start, name: 'wallguide-desk' })
    this.#worker = worker
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') resolve()
        this.#received(worker, message)
      })
      let reason: unknown = new Error('The desk worker ended before it was ready')
      worker.on('error', (error) => (reason = error))
      worker.on('exit', () => {
        reject(reason)
        this.#exited(worker, reason)
      })
    })
  }

  #received(worker: Worker, message: FromWorker) {
    switch (message.kind) {
      case 'answer': {
        const waiting = this.#waiting.get(message.number)
        this.#waiting.delete(message.number)
        this.#deaths = 0
        waiting?.answer(message.answer)
        return
      }
      case 'event':
        if (worker !== this.#worker) return
        if (message.event.name === 'desk.state') this.#profile = (message.event.payload as DeskState).profile?.id ?? null
        this.#emit(message.event)
        return
      case 'locked':
        if (worker === this.#worker && !this.#closing) this.#replace(worker)
        return
      case 'closed':
        this.#closed()
        return
      case 'keyStore':
        void this.#answerKeyStore(worker, message)
        return
      case 'ready':
        return
    }
  }

  async #answerKeyStore(worker: Worker, { number, op, value }: Extract<FromWorker, { kind: 'keyStore' }>) {
    const store = this.#options.keyStore
    const done = store === undefined ? null : await useKeyStore(store, op, value).catch(() => null)
    const answer: ToWorker = { kind: 'keyStore', number, value: done }
    worker.postMessage(answer)
  }

  /** The old worker still answers what it was asked, then ends; whatever comes now goes to the new one. */
  #replace(old: Worker) {
    this.start().catch(() => {})
    const asked: ToWorker = { kind: 'close' }
    old.postMessage(asked)
  }

  #exited(worker: Worker, reason: unknown) {
    const replaced = worker !== this.#worker
    const answer = this.#closing ? ended : replaced ? locked : died
    for (const [number, waiting] of this.#waiting) {
      if (waiting.worker !== worker) continue
      this.#waiting.delete(number)
      waiting.answer(answer)
    }
    if (replaced) return
    this.#worker = null
    this.#closed()
    if (this.#closing) return
    process.stderr.write(`desk worker ended: ${reason instanceof Error ? reason.name : 'unknown'}\n`)
    if (++this.#deaths > deathsInARow) return
    this.start()
      .then(async () => {
        const state = await this.call('desk.state', {})
        if (state.ok) this.#emit({ name: 'desk.state', payload: state.value })
      })
      .catch(() => {})
  }

  #emit(event: DeskEvent) {
    for (const listener of this.#listeners) listener(event)
  }

  call(name: string, input: unknown): Promise<Answer> {
    const worker = this.#worker
    if (this.#closing) return Promise.resolve(ended)
    if (!worker) return Promise.resolve(broken)
    const number = ++this.#number
    return new Promise((resolve) => {
      this.#waiting.set(number, { worker, answer: resolve })
      const message: ToWorker = { kind: 'call', number, name, input }
      try {
        worker.postMessage(message)
      } catch {
        // Something that cannot be sent at all, a function for instance.
        this.#waiting.delete(number)
        resolve({ ok: false, error: { code: 'invalid', message: 'The desk does not understand this request. Nothing was changed.' } })
      }
    })
  }

  on(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    const closed = new Promise<void>((resolve) => (this.#closed = resolve))
    const asked: ToWorker = { kind: 'close' }
    worker.postMessage(asked)
    await closed
    await worker.terminate()
    this.#worker = null
    for (const { answer } of this.#waiting.values()) answer(ended)
    this.#waiting.clear()
  }
}
