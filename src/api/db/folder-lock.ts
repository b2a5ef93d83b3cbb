/** One program at a time on a PGlite folder: two would damage it. */
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

const beatMs = 5_000
/** A lock that nobody has touched for this long belongs to a program that is gone, even if its number is in use again. */
const staleMs = 30_000

export class FolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `Another program (process ${pid}) has the community's data in ${folder} open. Nothing was changed. ` +
        'Stop that program first, or choose another folder with --data.',
    )
    this.name = 'FolderInUse'
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the lock, or rejects with `FolderInUse`. Resolves to the function that gives it back. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'community.lock')
  for (let tries = 0; ; tries++) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries === 3) throw error
      const pid = Number(await readFile(file, 'utf8').catch(() => '0'))
      const touched = await stat(file).then((s) => s.mtimeMs, () => 0)
      if (alive(pid) && pid > 0 && Date.now() - touched < staleMs) throw new FolderInUse(folder, pid)
      // Renamed before it is deleted, so that of two programs that find it stale only one goes on.
      const aside = `${file}.${process.pid}`
      await rename(file, aside).then(() => rm(aside, { force: true }), () => undefined)
    }
  }
  const beat = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => undefined)
  }, beatMs)
  beat.unref()
  return async () => {
    clearInterval(beat)
    await rm(file, { force: true })
  }
}
