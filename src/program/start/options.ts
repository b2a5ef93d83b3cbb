/** What `npm start` and `npm run desk` can be asked. */
import { resolve } from 'node:path'
import { helpText, parseFlags, parsePort, type Flag } from '../flags.ts'

export type HostChoice = 'loopback' | 'electron' | 'auto'

export type StartOptions = { open: boolean; port: number; data: string; demo: boolean; host: HostChoice; json: boolean }
export type DeskOptions = { open: boolean; api: string; data: string; host: HostChoice; json: boolean }

export type Answer<T> = { kind: 'run'; options: T } | { kind: 'help'; text: string } | { kind: 'refused'; sentence: string }

export const defaultPort = 4180

const common: readonly Flag[] = [
  { name: 'no-open', help: 'do not open the browser' },
  { name: 'host', value: 'loopback|electron', help: 'how the workstation runs (default: Electron when its program is there, else your browser)' },
  { name: 'json', help: 'one line of JSON on stdout when ready; everything else goes to stderr' },
]

const startFlags: readonly Flag[] = [
  ...common,
  { name: 'port', value: 'N', help: `port of the community and its API (default ${defaultPort}; 0 takes a free one)` },
  { name: 'data', value: 'DIR', help: 'where the data lives (default .data)' },
  { name: 'no-demo', help: 'an empty community instead of the demo one' },
]

const deskFlags: readonly Flag[] = [
  ...common,
  { name: 'api', value: 'URL', help: `the community to work for (default http://127.0.0.1:${defaultPort})` },
  { name: 'data', value: 'DIR', help: 'where this desk keeps its vault and cache (default .data/desk-two)' },
]

export type Folders = { /** Where the person typed the command: `--data` is relative to it. */ cwd: string; /** The installation: the default data is in it. */ root: string }

/** Reads the flags of `npm start`. */
export function startOptions(argv: readonly string[], { cwd, root }: Folders): Answer<StartOptions> {
  const read = parseFlags('start', startFlags, argv)
  if (!read.ok) return { kind: 'refused', sentence: read.sentence }
  const { switches, values } = read.parsed
  if (switches.has('help')) return { kind: 'help', text: helpText('start', 'Starts the community, its API and a workstation.', startFlags) }
  const port = parsePort(values.get('port') ?? String(defaultPort))
  if (port === null) return refused(`"${values.get('port')}" is not a port. A port is a number from 0 to 65535.`)
  const host = hostChoice(values.get('host'))
  if (!host) return refused(`"${values.get('host')}" is not a way to run the workstation. Choose loopback or electron.`)
  return {
    kind: 'run',
    options: { open: !switches.has('no-open'), port, data: dataFolder(values, '.data', { cwd, root }), demo: !switches.has('no-demo'), host, json: switches.has('json') },
  }
}

/** Reads the flags of `npm run desk`. */
export function deskOptions(argv: readonly string[], { cwd, root }: Folders): Answer<DeskOptions> {
  const read = parseFlags('desk', deskFlags, argv)
  if (!read.ok) return { kind: 'refused', sentence: read.sentence }
  const { switches, values } = read.parsed
  if (switches.has('help')) return { kind: 'help', text: helpText('desk', 'Starts one more workstation for a community that runs already.', deskFlags) }
  const api = values.get('api') ?? `http://127.0.0.1:${defaultPort}`
  if (!isOrigin(api)) return refused(`"${api}" is not the address of a community. It looks like http://127.0.0.1:${defaultPort}.`)
  const host = hostChoice(values.get('host'))
  if (!host) return refused(`"${values.get('host')}" is not a way to run the workstation. Choose loopback or electron.`)
  return {
    kind: 'run',
    options: { open: !switches.has('no-open'), api: new URL(api).origin, data: dataFolder(values, '.data/desk-two', { cwd, root }), host, json: switches.has('json') },
  }
}

const dataFolder = (values: Map<string, string>, usual: string, { cwd, root }: Folders): string => {
  const asked = values.get('data')
  return asked === undefined ? resolve(root, usual) : resolve(cwd, asked)
}

const refused = (what: string): { kind: 'refused'; sentence: string } => ({ kind: 'refused', sentence: `${what} Nothing was started.` })

const hostChoice = (text: string | undefined): HostChoice | null =>
  text === undefined ? 'auto' : text === 'loopback' || text === 'electron' ? text : null

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && url.search === '' && url.username === ''
}
