/** Programs under test: started in a group of their own, heard until ready, and ended whole. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

export type Program = {
  /** The first line of JSON on its stdout. */
  line: Record<string, unknown>
  /** Everything that it has said on stderr so far. */
  said: () => string
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) endGroup(child)
})

/** Rejects with what the program said when it ends, or is not ready within `withinMs`. */
export async function startProgram(args: readonly string[], env: NodeJS.ProcessEnv, withinMs = 120_000): Promise<Program> {
  const child = spawn(process.execPath, [...args], { cwd: root, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const gone = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child)
      resolve(code)
    }),
  )
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const timer = setTimeout(() => endGroup(child), 15_000)
    const code = await gone
    clearTimeout(timer)
    endGroup(child)
    return code
  }
  try {
    const line = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${args.join(' ')} was not ready after ${withinMs} ms:\n${text}`)), withinMs)
      void gone.then((code) => reject(new Error(`${args.join(' ')} ended with ${code}:\n${text}`))).finally(() => clearTimeout(timer))
      createInterface({ input: child.stdout }).on('line', (out) => {
        if (!out.startsWith('{')) return
        clearTimeout(timer)
        resolve(JSON.parse(out) as Record<string, unknown>)
      })
    })
    return { line, said: () => text, stop }
  } catch (error) {
    await stop('SIGKILL')
    throw error
  }
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody left.
  }
}
