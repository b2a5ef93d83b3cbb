/** Entry of the worker: the core on one side, a message port on the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { createCore } from './core'
import type { FromWorker, ToWorker, WorkerStart } from './messages'

const port = parentPort
if (!port) throw new Error('The desk core runs in a worker')

const post = (message: FromWorker) => port.postMessage(message)

const core = createCore({
  ...(workerData as WorkerStart),
  emit: (event) => post({ kind: 'event', event }),
  onLocked: () => post({ kind: 'locked' }),
})

port.on('message', (message: ToWorker) => {
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
