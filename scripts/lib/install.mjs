/** Is node_modules what package-lock.json asks for? Plain JavaScript on Node's own modules: it runs before anything is installed. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version?: string, optional?: boolean, peer?: boolean, link?: boolean }} Locked */

/**
 * Packages of the lock that are absent from what npm says it installed, or there in another version. Optional ones may be
 * absent: npm leaves out those for other systems.
 * @param {Record<string, Locked>} wanted `packages` of package-lock.json
 * @param {Record<string, Locked>} installed `packages` of node_modules/.package-lock.json
 * @returns {string[]} their paths, sorted as in the lock
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([path, { version, optional, link }]) => {
      if (path === '' || link) return false
      const there = installed[path]
      return there ? there.version !== version : !optional
    })
    .map(([path]) => path)
}

/**
 * @param {string} root folder of package.json
 * @returns {'complete' | 'absent' | 'incomplete' | 'no-lock'}
 */
export function installState(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (!existsSync(hidden)) return existsSync(lock) ? 'absent' : 'no-lock'
  if (!existsSync(lock)) return 'complete'
  const wanted = readPackages(lock)
  if (missingPackages(wanted, readPackages(hidden)).length > 0) return 'incomplete'
  // npm's own record can outlive a folder that somebody deleted by hand.
  const topLevel = Object.keys(wanted).filter((path) => path.startsWith('node_modules/') && path.indexOf('node_modules/', 1) === -1)
  return topLevel.every((path) => wanted[path]?.optional || existsSync(join(root, path))) ? 'complete' : 'incomplete'
}

/** @param {string} file @returns {Record<string, Locked>} */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

/**
 * Installs what is missing; npm's progress goes to stderr.
 * @param {string} root
 * @param {Exclude<ReturnType<typeof installState>, 'complete'>} state
 * @returns {string | null} a sentence when it did not work
 */
export function install(root, state) {
  // `npm ci` empties node_modules first: right for a fresh clone, needlessly slow to mend one package.
  const command = state === 'absent' ? 'ci' : 'install'
  const args = [command, '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  process.stderr.write(`Installing what is missing (npm ${command}); the first time this takes a minute or two.\n`)
  const npm = process.env.npm_execpath
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (done.status === 0) return null
  return (
    `npm ${command} did not finish, so Wallguide could not start. Your data was not touched. ` +
    'Read what npm says above (most often the network or the disk), then run the same command again.'
  )
}
