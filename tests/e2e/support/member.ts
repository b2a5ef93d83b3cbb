/** What a member does in the community, by the names that a person reads. */
import { expect, type Page } from '@playwright/test'
import type { Product } from './product'

export const memberPassphrase = 'gentle river stones at noon'

/** Access code, house rules, the suggested pseudonym and a passphrase. Returns the pseudonym. */
export async function joinCommunity(page: Page, product: Product, code = 'DEMO-2026'): Promise<string> {
  await page.goto(`${product.community}/join`)
  await page.getByLabel('Access code').fill(code)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  const pseudonym = await page.getByLabel('Name that others see').inputValue()
  await page.getByLabel('Passphrase').fill(memberPassphrase)
  await page.getByLabel('Country you are in').selectOption('GB')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page).toHaveURL(/\/topics/)
  return pseudonym
}

/** Ends on the page of the new post. */
export async function writePost(page: Page, product: Product, { title, text, topic = 'low-days' }: { title: string; text: string; topic?: string }): Promise<void> {
  await page.goto(`${product.community}/topics/${topic}/new`)
  await page.getByLabel('Title').fill(title)
  await page.locator('textarea').fill(text)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await expect(page).toHaveURL(/\/threads\//)
}
