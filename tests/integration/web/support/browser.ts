/** A headless Chromium from the npm package, or one that is installed. */
import { existsSync } from 'node:fs'
import chromiumPack from '@sparticuz/chromium'
import { chromium, type Browser } from '@playwright/test'

const installed = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser']

export async function openBrowser(): Promise<Browser> {
  const found = installed.find((path) => existsSync(path))
  return found
    ? chromium.launch({ executablePath: found })
    : chromium.launch({
        executablePath: await chromiumPack.executablePath(),
        args: chromiumPack.args.filter((arg) => arg !== '--single-process'),
      })
}
