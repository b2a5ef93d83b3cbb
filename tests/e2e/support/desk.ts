/** What a clinician does at the workstation, by the names that a person reads. */
import { expect, type Browser, type Page } from '@playwright/test'
import type { Account, Product } from './product'

export const deskPassphrase = 'nine quiet lanterns'

/** The demo account of a role that works at the desk. */
export function accountOf(product: Product, user: string): Account {
  const account = product.accounts.find((each) => each.user === user)
  if (!account) throw new Error(`The demo community has no ${user}.`)
  return account
}

/** Types name, passphrase and the six digits that the authenticator shows now. */
export async function signIn(page: Page, product: Product, user: string): Promise<void> {
  const { password } = accountOf(product, user)
  await page.getByLabel('Staff name').fill(user)
  await page.getByLabel('Passphrase', { exact: true }).fill(password)
  await page.getByLabel('Code').fill(await currentCode(product, user))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** First use of this device: makes the vault. Ends with the queue open and its keys heard. */
export async function openNewDesk(page: Page, product: Product, user: string): Promise<void> {
  await signIn(page, product, user)
  await page.getByLabel('Desk passphrase').fill(deskPassphrase)
  await page.getByLabel('The same again').fill(deskPassphrase)
  await page.getByRole('button', { name: 'Open this desk' }).click()
  await expect(page.getByRole('button', { name: 'Open this desk' })).toBeHidden({ timeout: 30_000 })
  await expect(page.getByRole('listbox', { name: 'Items to review' })).toBeFocused()
}

/** A second desk, for somebody else: a device and a vault of its own. */
export async function deskOf(browser: Browser, product: Product, user: string): Promise<Page> {
  const { url } = await product.startDesk(user)
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(url)
  await openNewDesk(page, product, user)
  return page
}

async function currentCode(product: Product, user: string): Promise<string> {
  const response = await fetch(`${product.api}/v1/demo/accounts`)
  const { accounts } = (await response.json()) as { accounts: Account[] }
  const code = accounts.find((account) => account.user === user)?.code
  if (!code) throw new Error(`The demo community shows no code for ${user}.`)
  return code
}

/** The one item that holds these words: found by search, opened and claimed, without a pointer. */
export async function openItemWith(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/')
  const search = page.getByRole('textbox', { name: 'Search the queue' })
  await expect(search).toBeFocused()
  await search.fill(words)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('Enter')
  // Without the small numbers of the evidence, which stand between the words and which nobody is read.
  const article = page.getByRole('article', { name: 'The member’s words' })
  const plain = () =>
    article.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement
      for (const mark of copy.querySelectorAll('sup')) mark.remove()
      return copy.textContent
    })
  await expect.poll(plain, { timeout: 15_000 }).toContain(words)
}

export const status = (page: Page) => page.getByRole('contentinfo', { name: 'Status' })

export const pending = (page: Page, count: number) => expect(status(page)).toContainText(`${count} pending`, { timeout: 30_000 })
