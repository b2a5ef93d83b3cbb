/** Entry of the worker: the core on one side, a message port on the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { createCore } from './core'
import type { FromWorker, ToWorker, WorkerStart } from './messages'
import type { KeyStore, KeyStoreOp } from './vault/key-store'

const port = parentPort
if (!port) throw new Error('The desk core runs in a worker')

const post = (message: FromWorker) => port.postMessage(message)

const { keyStore, ...start } = workerData as WorkerStart

const asked = new Map<number, (value: unknown) => void>()
let number = 0
/** The store belongs to the host's thread: asked by message, and what it cannot do is an error here. */
const ask = (op: KeyStoreOp, value = ''): Promise<unknown> =>
  new Promise((resolve) => {
    asked.set(++number, resolve)
    post({ kind: 'keyStore', number, op, value })
  })
const done = <T>(value: unknown): T => {
  if (value === null) throw new Error('The key store did not answer')
  return value as T
}
const hostKeyStore: KeyStore = {
  backend: async () => (await ask('backend')) as string | null,
  encrypt: async (text) => done(await ask('encrypt', text)),
  decrypt: async (blob) => done(await ask('decrypt', blob)),
}

const core = createCore({
  ...start,
  keyStore: keyStore ? hostKeyStore : null,
  emit: (event) => post({ kind: 'event', event }),
  onLocked: () => post({ kind: 'locked' }),
})

port.on('message', (message: ToWorker) => {
  if (message.kind === 'keyStore') {
    asked.get(message.number)?.(message.value)
    asked.delete(message.number)
    return
  }
  if (message.kind === 'close') {
    void core.close().then(() => {
      post({ kind: 'closed' })
      port.close()
    })
    return
  }
  void core.call(message.name, message.input).then((answer) => post({ kind: 'answer', number: message.number, answer }))
})

post({ kind: 'ready' })
