import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDataFolder, checkPort, holdFolder } from '../../../src/program/start/checks'

describe('before anything is started', () => {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wallguide-checks-'))))
  afterEach(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true })
  })

  it('a taken port is a sentence, a free one is not', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await checkPort(port)).toBe(`Port ${port} is taken by another program, perhaps by another Wallguide. Nothing was changed. Stop that program, or choose another port with --port N.`)
    await new Promise((resolve) => server.close(resolve))
    expect(await checkPort(port)).toBeNull()
    expect(await checkPort(0)).toBeNull()
  })

  it('the data folder is made for its owner alone', () => {
    const data = join(folder, 'deep', 'data')
    expect(checkDataFolder(data)).toBeNull()
    expect(statSync(data).mode & 0o777).toBe(0o700)
  })

  it('a file in its place is a sentence', () => {
    writeFileSync(join(folder, 'data'), '')
    expect(checkDataFolder(join(folder, 'data'))).toContain('there is a file in its place. Nothing was changed.')
    expect(checkDataFolder(join(folder, 'data', 'below'))).toContain('there is a file in its place')
  })

  it('a folder that cannot be written is a sentence', () => {
    // /proc cannot be written by anyone, root included.
    expect(checkDataFolder('/proc/wallguide')).toMatch(/cannot be used: .*Nothing was changed\..*--data DIR/)
  })

  it('one program at a time uses a data folder', () => {
    writeFileSync(join(folder, 'in-use'), String(process.ppid))
    expect(holdFolder(folder)).toEqual({ kind: 'refused', sentence: expect.stringContaining(`already running with the data in ${folder} (process ${process.ppid})`) })
    expect(readFileSync(join(folder, 'in-use'), 'utf8')).toBe(String(process.ppid))
  })

  it('a mark that its program left behind is taken over, and given back at the end', () => {
    writeFileSync(join(folder, 'in-use'), '999999999')
    const held = holdFolder(folder)
    expect(held.kind).toBe('held')
    expect(readFileSync(join(folder, 'in-use'), 'utf8')).toBe(String(process.pid))
    if (held.kind === 'held') held.release()
    expect(() => statSync(join(folder, 'in-use'))).toThrow('ENOENT')
  })

  it('a mark that has not been touched for 20 seconds is taken over, though its number runs again', () => {
    const file = join(folder, 'in-use')
    writeFileSync(file, String(process.ppid))
    utimesSync(file, new Date(), new Date(Date.now() - 21_000))
    const held = holdFolder(folder)
    expect(held.kind).toBe('held')
    if (held.kind === 'held') held.release()
  })
})
