/** The whole product as a person starts it: `npm start` on a folder and ports of its own. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, startProgram, type Program } from './process'

export type Account = { role: string; user: string; password: string; totpSecret?: string; code?: string; opens: 'community' | 'desk' | 'none' }

export type Workstation = { /** With its token: opens once, and again after a restart of the browser. */ url: string; data: string; stop: () => Promise<void> }

export type Product = {
  community: string
  api: string
  desk: string
  accounts: Account[]
  data: string
  /** What `npm start` has said so far. */
  said: () => string
  /** Ends the API alone, as an outage would; `SIGKILL` as a crash would. */
  stopApi: (signal?: NodeJS.Signals) => Promise<void>
  /** Starts it again on the same data and the same port. */
  startApi: () => Promise<void>
  /** One more workstation, with its own vault. */
  startDesk: (name: string) => Promise<Workstation>
  stop: () => Promise<void>
}

const launcher = join(root, 'scripts', 'launch.mjs')
const plainEnv = { WALLGUIDE_BUILD: 'never', DATABASE_URL: '', WALLGUIDE_SECOND_REVIEW_SHARE: '0' }

const newFolder = () => mkdtempSync(join(tmpdir(), 'wallguide-e2e-'))

/** A demo community, written once: copying it is much faster than writing it for each test. */
export async function demoTemplate(): Promise<{ folder: string; remove: () => void }> {
  const folder = newFolder()
  const once = await startProgram([launcher, 'start', '--json', '--no-open', '--host', 'loopback', '--port', '0', '--data', folder], plainEnv, 180_000)
  await once.stop()
  rmSync(join(folder, 'desk'), { recursive: true, force: true })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** `template` is a demo community to begin with; without one the community is empty. */
export async function startProduct(template: string | null): Promise<Product> {
  const data = newFolder()
  if (template) cpSync(template, data, { recursive: true })
  const flags = ['--json', '--no-open', '--host', 'loopback', '--port', '0', '--data', data, ...(template ? [] : ['--no-demo'])]
  const main = await startProgram([launcher, 'start', ...flags], plainEnv)
  const { community, api, desk, accounts } = main.line as { community: string; api: string; desk: string; accounts: Account[] }
  let ownApi: Program | null = null
  const desks: Workstation[] = []

  const stopApi = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (ownApi) {
      await ownApi.stop(signal)
      ownApi = null
      return
    }
    process.kill(Number(readFileSync(join(data, 'community', 'community.lock'), 'utf8')), signal)
    await until(async () => !(await answers(api)), 'the API goes away')
  }
  const startApi = async () => {
    ownApi = await startProgram([join(root, 'out', 'programs', 'api.js')], {
      ...plainEnv,
      NODE_ENV: 'production',
      WALLGUIDE_HOST: '127.0.0.1',
      WALLGUIDE_PORT: new URL(api).port,
      WALLGUIDE_DATA: join(data, 'community'),
      WALLGUIDE_DEMO: template ? '1' : '0',
    })
  }
  const startDesk = async (name: string): Promise<Workstation> => {
    const folder = join(data, name)
    const program = await startProgram([launcher, 'desk', '--json', '--no-open', '--host', 'loopback', '--api', api, '--data', folder], plainEnv)
    const workstation = { url: program.line.desk as string, data: folder, stop: async () => void (await program.stop()) }
    desks.push(workstation)
    return workstation
  }
  const stop = async () => {
    for (const each of desks) await each.stop()
    await ownApi?.stop()
    await main.stop()
    rmSync(data, { recursive: true, force: true })
  }
  return { community, api, desk, accounts, data, said: main.said, stopApi, startApi, startDesk, stop }
}

const answers = (api: string): Promise<boolean> =>
  fetch(`${api}/v1/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  )

/** Asks every 50 ms for at most 20 s. */
export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not happen within 20 s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
