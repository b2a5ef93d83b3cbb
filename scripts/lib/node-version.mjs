/**
 * Which Node runs the product. The encrypted database is built for Node-API 10: an older Node would not say so, it would
 * crash, so it is never tried.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ node: string, napi?: string }} Versions as in `process.versions` */

const least = { major: 22, minor: 14, napi: 10 }

/** @param {Versions} versions */
export function isUsable(versions) {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  return (major > least.major || (major === least.major && minor >= least.minor)) && Number(versions.napi ?? 0) >= least.napi
}

/**
 * The Node to use: this process, else the first candidate that is new enough.
 * @param {{ own: Versions, ownPath: string, candidates: string[], probe: (path: string) => Versions | null }} parts
 * @returns {{ kind: 'found', path: string, versions: Versions } | { kind: 'none', sentence: string }}
 */
export function chooseNode({ own, ownPath, candidates, probe }) {
  if (isUsable(own)) return { kind: 'found', path: ownPath, versions: own }
  for (const path of candidates) {
    const versions = probe(path)
    if (versions && isUsable(versions)) return { kind: 'found', path, versions }
  }
  return {
    kind: 'none',
    sentence:
      `Wallguide needs Node ${least.major}.${least.minor} or newer (24 is best); this is Node ${own.node}, ` +
      'and the Node that comes with the packages is not there for this system. Nothing was changed. ' +
      'Install Node 24 from https://nodejs.org or with your package manager, then run the same command again.',
  }
}

/** Where npm puts the Node of the optional platform packages. @param {string} root */
export function packagedNodes(root) {
  const modules = join(root, 'node_modules')
  const names = [`node-linux-${process.arch}`, `node-darwin-${process.arch}`, `node-win-${process.arch}`]
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  return [join(modules, '.bin', file), ...names.map((name) => join(modules, name, 'bin', file))].filter((path) => existsSync(path))
}

/** Asks a Node for its versions; null when it does not run here. @param {string} path @returns {Versions | null} */
export function probeNode(path) {
  const asked = spawnSync(path, ['-p', 'JSON.stringify(process.versions)'], { encoding: 'utf8', timeout: 10_000 })
  if (asked.status !== 0) return null
  try {
    return JSON.parse(asked.stdout)
  } catch {
    return null
  }
}

/** Options that let this Node run our TypeScript: on by itself from 22.18. @param {Versions} versions */
export function typeStripping(versions) {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  return major === 22 && minor < 18 ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'] : []
}
