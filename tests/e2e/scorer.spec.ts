/** What scores, how it does, and where clinicians saw it otherwise; exported by key. */
import { readFileSync } from 'node:fs'
import { expect, test } from './support/fixtures'
import { openNewDesk } from './support/desk'
import { look } from './support/pictures'

test('a Guide looks at the scorer by keyboard, opens an item that was decided otherwise, and saves the list without texts', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  const screen = page.getByRole('main')
  await expect(screen.getByRole('heading', { name: 'Scorer' })).toBeFocused()
  await expect(screen).toContainText(/Pack \d+\.\d+\.\d+\+[0-9a-f]+ came with this program/)
  await expect(screen).toContainText(/of \d+ decisions: clinicians saw more in/)
  await look(page, 'desk-scorer')
  await page.keyboard.press('t')
  await expect(screen.getByRole('table', { name: 'Levels, this week and before' })).toContainText('Amber')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Export the disagreements' })
  await expect(dialog.getByRole('button', { name: 'Save the file' })).toBeFocused()
  await look(page, 'desk-scorer-export')
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^disagreements-.*\.jsonl$/)
  const lines = readFileSync(await file.path(), 'utf8').trim().split('\n')
  for (const line of lines) expect(JSON.parse(line)).not.toHaveProperty('text')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: 'Item' })).toBeVisible()
})
