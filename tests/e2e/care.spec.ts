/** Care of the Guide, by keyboard alone: the meter, a break, what one leaves to colleagues, one's own shift. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/fixtures'
import { openNewDesk, status } from './support/desk'

test('a Guide takes a break, leaves a topic to colleagues and looks at their shift', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  await expect(status(page)).toContainText('Online')
  await expect(status(page).getByRole('button', { name: /light/ })).toBeVisible()

  // What is read is work: from then on a break is due in two hours.
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('listbox').focus()
  await page.keyboard.press('o')
  await expect(page.getByRole('article', { name: 'The member’s words' })).toBeVisible()
  await expect(status(page)).toContainText(/break in (2 h|1 h 59 min)/, { timeout: 15_000 })

  // A break covers everything; one key brings it back.
  await page.keyboard.press('b')
  const cover = page.getByRole('dialog', { name: 'On a break' })
  await expect(cover).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(cover).toBeVisible()
  await page.keyboard.press('b')
  await expect(cover).toBeHidden()

  // A theme that is left to colleagues is greyed, said in words, and the next key goes past it.
  await page.keyboard.press('g')
  await page.keyboard.press(',')
  await page.getByRole('tab', { name: 'What I leave to colleagues' }).click()
  const themes = page.getByRole('group', { name: 'Topics' })
  const first = themes.getByRole('checkbox').first()
  const topic = (await first.evaluate((box) => (box as HTMLInputElement).labels?.[0]?.textContent)) ?? ''
  await first.check()
  await expect(first).toBeChecked()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  const left = page.getByRole('option').filter({ hasText: 'Left to colleagues' })
  await expect(left.first()).toContainText(topic)
  for (const row of await left.all()) await expect(row.getByText('Crisis', { exact: true })).toHaveCount(0)
  await page.getByRole('listbox').focus()
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('j')
    await expect(page.getByRole('option', { selected: true })).not.toContainText('Left to colleagues')
  }

  // My shift: figures with a table for each, reachable and readable without a pointer.
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: 'My shift' })).toBeFocused()
  await expect(page.getByRole('main')).toContainText('1 break')
  await expect(page.getByRole('figure')).toHaveCount(4)
  for (const name of ['Decisions by kind', 'Exposure and breaks', 'How long things waited for me', 'What waits, by age']) await expect(page.getByRole('table', { name })).toBeAttached()
  await expect(page.getByRole('table', { name: 'What waits, by age' })).toContainText('Amber')
  await page.keyboard.press('t')
  await expect(page.getByRole('table', { name: 'What waits, by age' })).toBeVisible()
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
  await page.keyboard.press('w')
  await expect(page.getByText('Nothing to look back on.')).toBeVisible()
  await page.keyboard.press('w')

  // The member’s course stands in the panel, with a table that says the same.
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page.getByLabel('Member and evidence')).toBeVisible()
})
