/** `npm start` as a newcomer meets it, in a real browser. */
import { expect, test } from './support/fixtures'
import { openNewDesk } from './support/desk'

test('a newcomer reaches the community and the ranked queue from what start prints', async ({ product, deskPage, memberPage }) => {
  expect(product.said()).toContain(product.community)
  expect(product.said()).toContain(product.desk)
  expect(product.said()).toContain('j and k move, Enter opens')
  expect(new Set(product.accounts.map((account) => account.role))).toEqual(new Set(['member', 'guide', 'lead', 'senior', 'admin', 'partner-viewer', 'referrer']))
  await expect(memberPage).toHaveTitle(/Wallguide|Wall/)
  await openNewDesk(deskPage, product, 'robin')
  await expect(deskPage.getByRole('heading').first()).toBeVisible()
})

test('the workstation’s address without its token lets nobody in', async ({ product, browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const response = await page.goto(new URL(product.desk).origin)
  expect(response?.status()).toBe(401)
  await expect(page.getByText('Open the whole link that the terminal printed.')).toBeVisible()
  await context.close()
})

test('a page from elsewhere can neither read nor command the workstation', async ({ product, browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(product.desk)
  // Same browser, same cookies, another origin on the same host: the community's own pages.
  await page.goto(product.community)
  const outcome = await page.evaluate(async (url) => {
    const asked = await fetch(`${url}/bridge/desk.state`, { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}' }).catch(() => null)
    return asked === null ? 'blocked' : `${asked.type} ${asked.status}`
  }, new URL(product.desk).origin)
  expect(['blocked', 'opaque 0']).toContain(outcome)
  await context.close()
})
