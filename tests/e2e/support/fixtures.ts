/** `test` with the product, started for each test on data of its own, and a browser that needs no installing. */
import { test as base, chromium, expect, type Browser, type Page } from '@playwright/test'
import { browserLaunch } from './chromium'
import { demoTemplate, startProduct, type Product } from './product'

type PerTest = {
  product: Product
  /** A window of the workstation, let in. */
  deskPage: Page
  /** A member's browser at the community's door, 360 × 740. */
  memberPage: Page
}
type PerWorker = { browser: Browser; template: string }

export const test = base.extend<PerTest, PerWorker>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch(await browserLaunch())
      await use(browser)
      await browser.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  template: [
    async ({}, use) => {
      const template = await demoTemplate()
      await use(template.folder)
      template.remove()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  product: async ({ template }, use) => {
    const product = await startProduct(template)
    await use(product)
    await product.stop()
  },
  deskPage: async ({ browser, product }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(product.desk)
    await use(page)
    await context.close()
  },
  memberPage: async ({ browser, product }, use) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    await page.goto(product.community)
    await use(page)
    await context.close()
  },
})

export { expect }
