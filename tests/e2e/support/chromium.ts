/** The browser of the tests: an installed Chrome or Chromium, else the one that comes in an npm package. */
import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'
import packed from '@sparticuz/chromium'

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** `CHROME_PATH` comes first; a path that does not exist there is an error, not a hint. */
export async function browserLaunch(env: NodeJS.ProcessEnv = process.env): Promise<LaunchOptions> {
  const asked = env.CHROME_PATH
  if (asked && !existsSync(asked)) throw new Error(`CHROME_PATH names ${asked}, which does not exist.`)
  const installed = asked ?? usualPlaces.find((path) => existsSync(path))
  // Root has no sandbox of its own to give; in a container the tests often run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (installed) return { executablePath: installed, args: [...asRoot, '--disable-dev-shm-usage'] }
  // The package is made for one page in one process; contexts and several pages need the usual processes.
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote' && !arg.startsWith('--headless'))
  return { executablePath: await packed.executablePath(), args: [...args, ...asRoot] }
}
