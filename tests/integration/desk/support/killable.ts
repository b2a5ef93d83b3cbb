/** A desk worker in a process of its own, which can be killed as a power cut would: no goodbye, no flush. */
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BridgeAnswer, CallName } from '../../../../src/contract/bridge'
import type { FromWorker, ToWorker, WorkerStart } from '../../../../src/main/desk/messages'
import type { Caller } from './desk'

export type KillableDesk = Caller & { pid: number; kill: () => Promise<void> }

export async function startKillable(workerFile: string, start: WorkerStart): Promise<KillableDesk> {
  // Beside this file; from a bundle, where the project has it.
  const beside = join(import.meta.dirname, 'killable-child.mjs')
  const child = fork(existsSync(beside) ? beside : join(process.cwd(), 'tests/integration/desk/support/killable-child.mjs'), [workerFile, JSON.stringify(start)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' })
  const waiting = new Map<number, (answer: BridgeAnswer<CallName>) => void>()
  let number = 0
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The desk process ended before it was ready')))
    child.on('message', (message) => {
      const from = message as FromWorker
      if (from.kind === 'ready') resolve()
      if (from.kind === 'answer') {
        waiting.get(from.number)?.(from.answer)
        waiting.delete(from.number)
      }
    })
  })
  return {
    pid: child.pid ?? 0,
    call: (name, input) =>
      new Promise((resolve) => {
        const message: ToWorker = { kind: 'call', number: ++number, name, input }
        waiting.set(message.number, resolve)
        child.send(message, () => {})
      }),
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}
