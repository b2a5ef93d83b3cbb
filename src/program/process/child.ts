/** A long-running child in a process group of its own: says when it is ready, and can be stopped whole within a bounded time. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

export type ReadyAnswer = { kind: 'ready'; line: Record<string, unknown> } | { kind: 'exited'; exit: Exit } | { kind: 'slow' }

export type Child = {
  pid: number
  /** Resolves once. The child's JSON line `{"ready":true,…}`, its end, or the time limit, whichever comes first. */
  ready: Promise<ReadyAnswer>
  exited: Promise<Exit>
  /** Asks it to end, waits, then ends its whole group. Resolves when the child is gone; safe to call twice. */
  stop(graceMs?: number): Promise<void>
}

export type ChildOptions = {
  name: string
  file: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd?: string
  readyWithinMs: number
  /** Lines of its stderr, and of its stdout after the ready line. */
  onLine: (line: string, afterReady: boolean) => void
}

const running = new Set<ChildProcess>()

// The last resort when this process dies in an unforeseen way: signals only, nothing may wait here.
process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL')
})

export function startChild(options: ChildOptions): Child {
  const windows = process.platform === 'win32'
  const child = spawn(options.file, options.args, {
    cwd: options.cwd,
    env: options.env,
    // Own group: Ctrl-C in the terminal reaches only us, and we end the children in order.
    detached: !windows,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.add(child)
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      options.onLine(`${options.name} could not be started: ${error.message}`, false)
      running.delete(child)
      resolve({ code: 1, signal: null })
    })
    child.once('exit', (code, signal) => {
      running.delete(child)
      resolve({ code, signal })
    })
  })

  let announced = false
  const ready = new Promise<ReadyAnswer>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'slow' }), options.readyWithinMs)
    const settle = (answer: ReadyAnswer) => {
      clearTimeout(timer)
      resolve(answer)
    }
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const parsed = announced ? null : readyLine(line)
        if (!parsed) return options.onLine(line, announced)
        announced = true
        settle({ kind: 'ready', line: parsed })
      })
    }
    if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => options.onLine(line, announced))
    // 'close' comes after the last line of output, so that a sentence on stderr is heard before the end is told.
    child.once('close', (code, signal) => settle({ kind: 'exited', exit: { code, signal } }))
    child.once('error', () => settle({ kind: 'exited', exit: { code: 1, signal: null } }))
  })

  return {
    pid: child.pid ?? 0,
    ready,
    exited,
    stop: async (graceMs = 6_000) => {
      if (!running.has(child)) return
      child.kill('SIGTERM')
      const late = Symbol('late')
      const first = await Promise.race([exited, wait(graceMs, late)])
      signalGroup(child, 'SIGKILL')
      if (first === late) await Promise.race([exited, wait(2_000, late)])
    },
  }
}

/** The JSON object of a ready line, or null for any other text. */
export function readyLine(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'ready' in value && value.ready === true ? { ...value } : null
  } catch {
    return null
  }
}

/** Ends what may be left of a child's group; the group id is free again only when no member is left, so this hits no other. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // Nobody left in the group.
  }
}

const wait = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), ms).unref()
  })
