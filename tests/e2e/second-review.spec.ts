/** A second reading by keyboard: one's own level first, then the scorer's; and the Leads' figures of agreement. */
import { expect, test } from './support/fixtures'
import { openNewDesk } from './support/desk'
import { look } from './support/pictures'

test('a Guide reads a sampled item blind, and chooses a level by key before anything else is shown', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  // It stands among the green ones, wherever the scorer would have put it: the filter finds it.
  await page.keyboard.press('Shift+F')
  const filters = page.getByRole('dialog', { name: 'Filter the queue' })
  await expect(filters.getByRole('listbox')).toBeFocused()
  await filters.getByLabel('Kind of work').selectOption('Second reviews')
  await page.keyboard.press('Escape')
  await expect(filters).toBeHidden()
  const row = page.getByRole('option', { name: /Second look/ })
  await expect(row).toBeVisible({ timeout: 30_000 })
  await expect(row).toContainText('Judge it first')
  await row.dblclick()
  const item = page.getByRole('main', { name: 'Item' })
  const choice = item.getByRole('group', { name: 'Your own level' })
  await expect(choice).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Member and evidence' })).toContainText('Shown when you have chosen your own level.')
  await look(page, 'desk-second-review')
  await page.keyboard.press('1')
  await expect(choice).toBeVisible()
  await page.keyboard.press('w')
  await page.keyboard.press('g')
  await expect(choice).toBeHidden()
  await expect(item).toContainText('Your level:')
  await look(page, 'desk-second-review-chosen')
})

test('a Lead opens the agreement screen by key, and is told when there are too few readings', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'linden')
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  const screen = page.getByRole('main')
  await expect(screen.getByRole('heading', { name: 'Agreement' })).toBeFocused()
  await expect(screen).toContainText('Fewer than ten second readings so far (0)')
  await look(page, 'desk-agreement')
})
