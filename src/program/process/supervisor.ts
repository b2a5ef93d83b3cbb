/** Keeps the children of one command: stops them in the reverse order of their start, once, on any of the ways to end. */
import { say } from '../say.ts'
import type { Child } from './child.ts'

export type Supervisor = {
  /** True once the end has begun: start nothing more. */
  readonly stopping: boolean
  add(child: Child): void
  /** Something to do after the children are gone, such as giving a lock back. */
  onStopped(work: () => void): void
  stop(code: number): Promise<void>
  /** Resolves to the exit code when everything has stopped. */
  finished: Promise<number>
}

/** Listens for Ctrl-C, SIGTERM, SIGHUP, and the end of the process that started this one. */
export function supervise(): Supervisor {
  const children: Child[] = []
  const afterwards: (() => void)[] = []
  let stopping = false
  let beganAt = 0
  let finish: (code: number) => void = () => undefined
  const finished = new Promise<number>((resolve) => (finish = resolve))

  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    beganAt = performance.now()
    for (const child of children.toReversed()) await child.stop()
    for (const work of afterwards.toReversed()) work()
    finish(code)
  }
  const onSignal = () => {
    if (!stopping) {
      say('Stopping.')
      void stop(0)
      return
    }
    // One Ctrl-C arrives twice, from the terminal and from the launcher; a second one means: now.
    if (performance.now() - beganAt > 1_000) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  process.on('disconnect', () => void stop(1))

  return {
    get stopping() {
      return stopping
    },
    add: (child) => void children.push(child),
    onStopped: (work) => void afterwards.push(work),
    stop,
    finished,
  }
}
