/** The list as a Guide works through it: the next one with its reason, filters kept by name, several at once and back. */
import { expect, test } from './support/fixtures'
import { openNewDesk, pending, status } from './support/desk'
import { look } from './support/pictures'

test('one key gives the next one and says why; a filter is built, kept and chosen by number; danger outside of it is told', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page.getByRole('article', { name: 'The member’s words' })).toBeVisible()
  await expect(status(page)).toContainText(/Next: (crisis|red).*nobody on it/)
  await expect(page.getByRole('option', { selected: true })).toContainText('Yours')

  await page.keyboard.press('Shift+F')
  const dialog = page.getByRole('dialog', { name: 'Filter the queue' })
  await expect(dialog.getByRole('listbox')).toBeFocused()
  await dialog.getByLabel('Level').selectOption('Amber')
  await dialog.getByLabel('Topic').selectOption({ index: 1 })
  await expect(dialog.getByText(/^\d+ listed$/)).toBeVisible()
  await dialog.getByLabel('Keep this filter under a name').fill('My quiet hour')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('option', { name: /My quiet hour/ })).toBeVisible()
  await look(page, 'desk-filters')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const pane = page.getByRole('region', { name: 'Queue' })
  await expect(pane).toContainText('My quiet hour')
  await expect(pane).toContainText(/\d+ (crisis|red) outside this filter/)
  await look(page, 'desk-filtered')

  await page.keyboard.press('Shift+A')
  await expect(pane).toContainText('All open')
  await expect(pane).not.toContainText('outside this filter')
  await page.keyboard.press('Shift+F')
  await expect(dialog.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('1')
  await expect(pane).toContainText('My quiet hour')
  await page.keyboard.press('Shift+C')
  await expect(pane.getByRole('button', { name: /^(Crisis|Red)/, pressed: true })).toBeVisible()
})

test('several green items are looked over and decided at once, and one undo brings all of them back', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  const pane = page.getByRole('region', { name: 'Queue' })
  await pane.getByRole('button', { name: /^Green/ }).click()
  await page.getByRole('listbox', { name: 'Items to review' }).focus()
  await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(3)
  // Slower than a worn switch closes twice.
  for (let n = 0; n < 3; n++) {
    await page.keyboard.press('x')
    await expect(page.getByRole('group', { name: 'What is chosen' })).toContainText(`${n + 1} item`)
    await page.waitForTimeout(80)
  }
  await look(page, 'desk-chosen')
  await page.keyboard.press('1')
  const dialog = page.getByRole('dialog', { name: /No action needed: 3 items/ })
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  await look(page, 'desk-batch')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await pending(page, 3)
  await page.keyboard.press('u')
  await pending(page, 0)
  await expect(status(page)).toContainText('on 3 items')
})
