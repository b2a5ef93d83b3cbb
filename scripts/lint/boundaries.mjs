/**
 * Lint rule: which part of the program may import which. The table is the architecture; whatever it does not name is refused.
 * Our own rule because imports by `#contract/…` and the split of packages and Node's modules per folder are part of it.
 */
import { isBuiltin } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'

/**
 * @typedef {object} Zone
 * @property {string} at folder or file, relative to the root; the longest that fits a file is its zone
 * @property {string[]} mayImport folders or files
 * @property {'any' | string[]} packages
 * @property {boolean} node Node's own modules
 */

const browserPackages = ['react', 'react-dom', '@mantine', '@tabler/icons-react', '@tanstack', '@fontsource-variable', 'zod', 'uuidv7']

/** @type {Zone[]} */
export const zones = [
  { at: 'src/contract', mayImport: ['src/contract'], packages: ['zod'], node: false },
  { at: 'src/risk', mayImport: ['src/risk', 'src/contract', 'resources'], packages: [], node: false },
  { at: 'src/risk-tools', mayImport: ['src/risk-tools', 'src/risk', 'src/contract', 'resources'], packages: 'any', node: true },
  { at: 'src/api', mayImport: ['src/api', 'src/contract', 'src/risk', 'resources', 'package.json'], packages: 'any', node: true },
  { at: 'src/api/main.ts', mayImport: ['src/api', 'src/contract', 'src/risk', 'src/web/server', 'package.json'], packages: 'any', node: true },
  { at: 'src/web', mayImport: ['src/web', 'src/contract', 'src/risk', 'resources'], packages: 'any', node: true },
  { at: 'src/web/shared', mayImport: ['src/web/shared', 'src/contract'], packages: [], node: false },
  { at: 'src/web/islands', mayImport: ['src/web/islands', 'src/web/shared', 'src/web/styles', 'src/contract', 'src/risk'], packages: browserPackages, node: false },
  { at: 'src/main/common', mayImport: ['src/main/common', 'src/contract'], packages: [], node: false },
  { at: 'src/main/desk', mayImport: ['src/main/desk', 'src/contract', 'src/risk', 'resources'], packages: 'any', node: true },
  { at: 'src/main/host', mayImport: ['src/main/host', 'src/main/common', 'src/main/desk', 'src/contract', 'package.json'], packages: 'any', node: true },
  { at: 'src/main/electron', mayImport: ['src/main/electron', 'src/main/common', 'src/main/desk', 'src/contract', 'package.json'], packages: ['electron', 'electron-updater', 'zod'], node: true },
  { at: 'src/preload', mayImport: ['src/preload', 'src/main/electron/channels', 'src/contract'], packages: ['electron'], node: false },
  { at: 'src/renderer', mayImport: ['src/renderer', 'src/contract', 'resources'], packages: browserPackages, node: false },
  { at: 'src/program', mayImport: ['src/program', 'src/contract', 'package.json'], packages: ['vite', 'vitest', '@vitejs/plugin-react', 'zod'], node: true },
]

/** Only these may import the package, elsewhere not even for a moment: importing it from Node starts a download. */
const electronZones = ['src/main/electron', 'src/preload']

/** @param {string} path @param {string} folder */
const within = (path, folder) => path === folder || path.startsWith(`${folder}/`) || (/\.[jt]sx?$|\.json$/.test(folder) ? false : path.startsWith(`${folder}.`))

/** @param {string} file relative to the root, with forward slashes @returns {Zone | null} */
export function zoneOf(file) {
  const fitting = zones.filter((zone) => within(file, zone.at))
  return fitting.sort((a, b) => b.at.length - a.at.length)[0] ?? null
}

/** @param {string} source */
const packageOf = (source) => source.split('/').slice(0, source.startsWith('@') ? 2 : 1).join('/')

/**
 * Why `file` may not import `source`, or null when it may.
 * @param {string} file relative to the root, with forward slashes
 * @param {string} source as written
 * @param {boolean} typeOnly
 * @returns {string | null}
 */
export function refusal(file, source, typeOnly = false) {
  const zone = zoneOf(file)
  if (packageOf(source) === 'electron' && !typeOnly && !electronZones.includes(zone?.at ?? '')) {
    return `only ${electronZones.join(' and ')} may import electron`
  }
  if (!zone) return null
  const target = resolveSource(file, source)
  if (target.kind === 'file') return zone.mayImport.some((allowed) => within(target.path, allowed)) ? null : `${zone.at} may not import ${target.path}`
  if (target.kind === 'node') return zone.node ? null : `${zone.at} may not use Node's modules`
  if (zone.packages === 'any') return null
  return zone.packages.some((allowed) => target.name === allowed || target.name.startsWith(`${allowed}/`)) ? null : `${zone.at} may not import the package ${target.name}`
}

/** @param {string} file @param {string} source @returns {{ kind: 'file', path: string } | { kind: 'node' } | { kind: 'package', name: string }} */
function resolveSource(file, source) {
  const path = source.split('?')[0] ?? source
  if (path.startsWith('.')) return { kind: 'file', path: relative('/', resolve('/', dirname(file), path)).split(sep).join('/') }
  if (path.startsWith('#contract/')) return { kind: 'file', path: `src/contract/${path.slice('#contract/'.length)}` }
  if (path === '#risk') return { kind: 'file', path: 'src/risk/index' }
  if (path.startsWith('#resources/')) return { kind: 'file', path: `resources/${path.slice('#resources/'.length)}` }
  return isBuiltin(path) ? { kind: 'node' } : { kind: 'package', name: packageOf(path) }
}

/** @type {import('eslint').Rule.RuleModule} */
export const boundaries = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{why}}.' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    /** @param {{ source?: unknown, importKind?: string, exportKind?: string }} node */
    const check = (node) => {
      const source = /** @type {{ value?: unknown } | null | undefined} */ (node.source)?.value
      if (typeof source !== 'string') return
      const why = refusal(file, source, node.importKind === 'type' || node.exportKind === 'type')
      if (why) context.report({ node: /** @type {import('estree').Node} */ (/** @type {unknown} */ (node)), messageId: 'refused', data: { why } })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}
