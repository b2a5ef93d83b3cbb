/**
 * `npm run dev`: everything with hot reload. The renderer comes from vite's own server through the loopback host; the community
 * and the host are rebuilt and started again when their code changes.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { build, createServer, type ViteDevServer } from 'vite'
import react from '@vitejs/plugin-react'
import { contentsOf, settled } from './dev/restarting.ts'
import { out, root } from './paths.ts'
import { freePort } from './process/port.ts'
import type { Child } from './process/child.ts'
import { supervise } from './process/supervisor.ts'
import { say, tell } from './say.ts'
import { checkDataFolder, checkPort, holdFolder } from './start/checks.ts'
import { startCommunity } from './start/community.ts'
import { startOptions, type StartOptions } from './start/options.ts'
import { startWorkstation } from './start/workstation.ts'

async function rendererServer(port: number): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: false,
    root: join(root, 'src', 'renderer'),
    plugins: [react()],
    logLevel: 'warn',
    // The page's own address is the host's, which speaks no web socket: the reload channel goes to vite directly.
    server: { host: '127.0.0.1', port, strictPort: true, hmr: { host: '127.0.0.1', clientPort: port } },
  })
  return await server.listen()
}

/** Builds now and after every change; resolves after the first build, `changed` hears of all. */
function buildAndWatch(configFile: string, changed: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = async () => {
      const watcher = await build({ root, configFile: join(root, configFile), logLevel: 'warn', build: { watch: {}, emptyOutDir: false } })
      if (!('on' in watcher)) throw new Error(`${configFile} did not begin to watch.`)
      watcher.on('event', (event) => {
        if (event.code === 'ERROR') say(`Not rebuilt: ${event.error.message}`)
        if (event.code !== 'END') return
        resolve()
        changed()
      })
    }
    listen().catch(reject)
  })
}

async function run(options: StartOptions): Promise<number> {
  const supervisor = supervise()
  const unusable = checkDataFolder(options.data) ?? (await checkPort(options.port))
  const held = unusable ? null : holdFolder(options.data)
  if (unusable || held?.kind === 'refused') {
    say(unusable ?? (held?.kind === 'refused' ? held.sentence : ''))
    return 1
  }
  if (held?.kind === 'held') supervisor.onStopped(held.release)
  const port = options.port || (await freePort())
  const renderer = await rendererServer(await freePort())
  const rendererUrl = `http://127.0.0.1:${renderer.config.server.port}`
  const deskPort = await freePort()
  const secret = () => randomBytes(32).toString('base64url')
  const secrets = { WALLGUIDE_DEV_TOKEN: secret(), WALLGUIDE_DEV_COOKIE: secret() }

  const parts = [
    { files: ['programs/api.js', 'programs/chunks', 'web/assets'], child: null as Child | null, seen: '', start: community },
    { files: ['programs/host.js', 'programs/desk-worker.js'], child: null as Child | null, seen: '', start: workstation },
  ]
  async function community(register: (child: Child) => void): Promise<string> {
    const started = await startCommunity({ ...options, port }, register)
    return started.kind === 'up' ? `Community    ${started.url}` : started.sentence
  }
  async function workstation(register: (child: Child) => void): Promise<string> {
    const env = { NODE_ENV: 'development', WALLGUIDE_RENDERER_URL: rendererUrl, WALLGUIDE_DESK_PORT: String(deskPort), ...secrets }
    const started = await startWorkstation({ ...options, host: 'loopback', api: `http://127.0.0.1:${port}`, env }, register)
    return started.kind === 'up' ? `Workstation  ${started.url}` : started.sentence
  }
  const refresh = settled(300, async () => {
    for (const part of parts) {
      const now = contentsOf(out, part.files)
      if (now === part.seen || supervisor.stopping) continue
      part.seen = now
      await part.child?.stop()
      say(await part.start((child) => {
        part.child = child
        supervisor.add(child)
      }))
    }
  })
  await Promise.all(['vite.programs.config.ts', 'vite.desk-worker.config.ts', 'vite.islands.config.ts'].map((config) => buildAndWatch(config, refresh)))
  say('Watching. Ctrl-C stops everything.')
  const code = await supervisor.finished
  await renderer.close()
  return code
}

const answer = startOptions(process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd(), root })
if (answer.kind === 'help') tell(answer.text)
else if (answer.kind === 'refused') {
  say(answer.sentence)
  process.exitCode = 1
} else process.exit(await run(answer.options))
