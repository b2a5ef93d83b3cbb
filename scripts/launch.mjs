#!/usr/bin/env node
/**
 * Every npm script begins here, on whatever Node the machine has and with nothing installed: installs what is missing, finds
 * a Node that can run the product, and hands the command over to it.
 */
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { install, installState } from './lib/install.mjs'
import { chooseNode, packagedNodes, probeNode, typeStripping } from './lib/node-version.mjs'

export const commands = ['start', 'desk', 'dev', 'import', 'setup', 'bench', 'build', 'test', 'risk-train', 'risk-eval', 'risk-score', 'model']

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * @param {string[]} argv command and its own arguments
 * @param {{ versions?: import('./lib/node-version.mjs').Versions, candidates?: string[] }} [machine] stands in for this machine in tests
 * @returns {Promise<number>} exit code
 */
export async function launch(argv, machine = {}) {
  const [command = '', ...rest] = argv
  if (!commands.includes(command)) return refuse(`There is no command "${command}". The commands are ${commands.join(', ')}.`)

  const state = installState(root)
  if (state !== 'complete') {
    const trouble = install(root, state)
    if (trouble) return refuse(trouble)
  }
  const node = chooseNode({
    own: machine.versions ?? process.versions,
    ownPath: process.execPath,
    candidates: machine.candidates ?? packagedNodes(root),
    probe: probeNode,
  })
  if (node.kind === 'none') return refuse(node.sentence)

  const path = [join(root, 'node_modules', '.bin'), dirname(node.path), process.env.PATH].join(delimiter)
  const program = join(root, 'src', 'program', `${command}.ts`)
  return await run(node.path, [...typeStripping(node.versions), program, ...rest], { ...process.env, PATH: path })
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  return 1
}

/**
 * Runs the program and waits; signals are passed on (the program takes Ctrl-C twice, from the terminal and from here, as one).
 * The channel lets the program notice when this process is killed outright.
 * @param {string} file @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(file, args, env) {
  const child = spawn(file, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) endWithParent(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(refuse(`The command could not be started: ${error.message}`)))
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

/**
 * npm runs scripts through a shell that does not pass signals on: when npm is asked to end, only a change of parent tells.
 * @param {() => void} end
 */
function endWithParent(end) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await launch(process.argv.slice(2))
