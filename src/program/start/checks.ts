/** What must be true before anything is started, each with its sentence. */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

/** Makes the data folder and makes sure that it can be written. Null, or a sentence. */
export function checkDataFolder(folder: string): string | null {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return null
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const why = code === 'ENOSPC' ? 'the disk is full' : code === 'ENOTDIR' || code === 'EEXIST' ? 'there is a file in its place' : 'it cannot be written'
    return `The data folder ${folder} cannot be used: ${why}. Nothing was changed. Make room or choose another folder with --data DIR.`
  }
}

/** Level by level: Node's own recursion goes on for ever where a system folder such as /proc refuses a new one. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return void readdirSync(folder)
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Null when `port` on 127.0.0.1 is free, else a sentence. */
export function checkPort(port: number): Promise<string | null> {
  if (port === 0) return Promise.resolve(null)
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program, perhaps by another Wallguide. Nothing was changed. Stop that program, or choose another port with --port N.`
          : `Port ${port} cannot be used (${error.code ?? error.message}). Nothing was changed. Choose another port with --port N.`,
      ),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)))
  })
}

const beatMs = 5_000
const staleMs = 20_000

export type Held = { kind: 'held'; release: () => void } | { kind: 'refused'; sentence: string }

/**
 * Marks the data folder as in use by this program. A mark whose program is gone, or that has not been touched for 20 seconds,
 * is taken over.
 */
export function holdFolder(folder: string, now: () => number = Date.now): Held {
  const file = join(folder, 'in-use')
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid !== process.pid && isAlive(pid) && now() - statSync(file).mtimeMs < staleMs) {
      return {
        kind: 'refused',
        sentence: `Wallguide is already running with the data in ${folder} (process ${pid}). Nothing was changed. Use that one, stop it first, or choose another folder with --data DIR.`,
      }
    }
    writeFileSync(file, String(process.pid), { mode: 0o600 })
  }
  const beat = setInterval(() => {
    try {
      const at = new Date(now())
      utimesSync(file, at, at)
    } catch {
      // The folder went away under us; its programs will say so.
    }
  }, beatMs)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
  return { kind: 'held', release }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
