/** Runs a command to its end. */
import { spawn } from 'node:child_process'

export type Ran = { code: number; output: string; timedOut: boolean }

/** stdout and stderr together; `onOutput` hears them as they come. A command that cannot be started has code 127. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; limitMs?: number; onOutput?: (text: string) => void } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(file, [...args], { cwd: options.cwd, env: options.env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let timedOut = false
    const timer = options.limitMs
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, options.limitMs)
      : null
    const hear = (chunk: string) => {
      output += chunk
      options.onOutput?.(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    const done = (code: number) => {
      if (timer) clearTimeout(timer)
      resolve({ code, output, timedOut })
    }
    child.on('error', (error) => {
      output += error.message
      done(127)
    })
    child.on('close', (code) => done(code ?? 1))
  })
}
