/** Which programs a rebuild concerns: those whose built files changed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 over files and folders below `out`, maps left out; the same for the same contents. */
export function contentsOf(out: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    const full = join(out, path)
    if (!existsSync(full) || path.endsWith('.map')) return
    if (statSync(full).isDirectory()) return readdirSync(full).sort().forEach((name) => visit(`${path}/${name}`))
    hash.update(path).update(readFileSync(full))
  }
  paths.forEach(visit)
  return hash.digest('hex')
}

/** Runs `work` once things have been quiet for `ms`, and never twice at the same time. */
export function settled(ms: number, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | null = null
  let busy = Promise.resolve()
  return () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      busy = busy.then(work)
    }, ms)
  }
}
