/** The few file operations that the vault needs. A port, so that a full or read-only disk can be tested. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Files {
  /** Null when there is no such file. */
  read(path: string): Buffer | null
  /** Whole or not at all, readable by the owner only, on the disk when it returns. */
  replace(path: string, data: string | Buffer): void
  /** Adds to the end; on the disk when it returns. */
  append(path: string, data: Buffer): void
  truncate(path: string): void
  remove(path: string): void
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

function syncFolder(folder: string) {
  // Windows cannot open a folder; there the rename itself is durable enough.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function writeThrough(path: string, flags: 'w' | 'a', data: string | Buffer) {
  const handle = openSync(path, flags, 0o600)
  try {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const diskFiles: Files = {
  read: (path) => {
    try {
      return readFileSync(path)
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  },
  replace: (path, data) => {
    const next = `${path}.next`
    try {
      writeThrough(next, 'w', data)
      renameSync(next, path)
    } catch (error) {
      rmSync(next, { force: true })
      throw error
    }
    syncFolder(dirname(path))
  },
  append: (path, data) => writeThrough(path, 'a', data),
  truncate: (path) => {
    if (existsSync(path)) truncateSync(path, 0)
  },
  remove: (path) => rmSync(path, { force: true, recursive: true }),
}

/** For the owner only, like everything beneath it. */
export function makeFolder(path: string) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
}
