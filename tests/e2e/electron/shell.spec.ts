/** The real shell on the real community. */
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { deskPassphrase, openNewDesk } from '../support/desk'
import { requireElectron } from '../support/electron'
import { expect, test } from '../support/fixtures'
import { root } from '../support/process'
import type { Product } from '../support/product'

const binary = requireElectron()

const openShell = async (product: Product): Promise<{ app: ElectronApplication; page: Page }> => {
  const app = await _electron.launch({
    executablePath: binary ?? '',
    args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, NODE_ENV: 'production', WALLGUIDE_API_URL: product.api, WALLGUIDE_DATA: join(product.data, 'shell') } as Record<string, string>,
  })
  return { app, page: await app.firstWindow() }
}

test('the page has the bridge and nothing of Node', async ({ product }) => {
  const { app, page } = await openShell(product)
  expect(page.url()).toBe('app://wallguide/')
  const names = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { wallguide: object }).wallguide).sort(),
    node: ['require', 'process', 'module', 'ipcRenderer'].filter((name) => name in window),
  }))
  expect(names).toEqual({ bridge: ['call', 'on'], node: [] })
  await app.close()
})

test('a Guide opens a desk, locks it by the menu and opens it again', async ({ product }) => {
  const { app, page } = await openShell(product)
  await openNewDesk(page, product, 'robin')
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click())
  await page.getByLabel('Desk passphrase').fill(deskPassphrase)
  await app.close()
})

test('the page cannot be led away or open windows', async ({ product }) => {
  const { app, page } = await openShell(product)
  await page.evaluate(() => {
    window.open('https://example.org/')
    window.location.href = 'https://example.org/'
  })
  await expect(page.locator('#root')).toBeAttached()
  expect(page.url()).toBe('app://wallguide/')
  expect(app.windows()).toHaveLength(1)
  await app.close()
})

test('it listens on no port', async ({ product }) => {
  const { app } = await openShell(product)
  const servers = await app.evaluate(() => {
    const process = (globalThis as unknown as { process: { getActiveResourcesInfo(): string[] } }).process
    return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap')
  })
  expect(servers).toEqual([])
  await app.close()
})
