/** The focus is never lost: after each thing that takes something off the screen it rests on a sensible place. */
import { expect, test } from '../support/fixtures'
import { deskPassphrase, openItemWith, openNewDesk, status } from '../support/desk'
import { composer, focused, focusRests } from '../support/focus'
import { joinCommunity, writePost } from '../support/member'

test('after deciding, undoing, closing, filtering, arrivals, locking, resizing, and an item that goes', async ({ product, browser, deskPage: page, memberPage }) => {
  test.setTimeout(180_000)
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  await focusRests(page, 'opening the desk')

  await page.keyboard.press('f')
  await page.getByRole('menuitem').first().waitFor()
  await focusRests(page, 'opening the filter menu')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await focusRests(page, 'closing the filter menu')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'The member’s words' })).toBeVisible()
  await focusRests(page, 'opening an item')
  await page.keyboard.press('2')
  await expect(composer(page)).toBeVisible()
  await expect.poll(() => focused(page)).toContain('textarea')
  await page.keyboard.press('Escape')
  await expect(composer(page)).toBeHidden()
  await expect.poll(() => focused(page)).toContain('h2')

  for (const [key, closed] of [['?', 'the list of keys'], ['Control+k', 'the palette']] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await focusRests(page, `closing ${closed}`)
  }
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog', { name: 'Privacy screen' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await focusRests(page, 'the privacy screen')

  for (const [key, heading] of [['a', 'Answers'], ['o', 'Outbox'], ['w', 'My shift'], ['r', 'Scorer'], [',', 'Settings']] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeFocused()
  }
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page.getByRole('region', { name: 'Practice' })).toBeVisible()
  await focusRests(page, 'beginning to practise')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page.getByRole('region', { name: 'Practice' })).toBeHidden()
  await focusRests(page, 'leaving practice')

  await joinCommunity(memberPage, product)
  await writePost(memberPage, product, { title: 'Mud', text: 'The allotment was muddy and I liked it' })
  await expect(page.getByText(/new above/)).toBeVisible()
  await focusRests(page, 'an arrival')
  await page.keyboard.press('n')
  await expect(page.getByText(/new above/)).toBeHidden()
  await focusRests(page, 'taking arrivals in')

  await openItemWith(page, 'muddy and I liked it')
  await page.keyboard.press('1')
  await expect(status(page).getByRole('button', { name: /Undo/ })).toBeVisible()
  await focusRests(page, 'deciding the only item of a search')
  await page.keyboard.press('u')
  await expect(status(page).getByRole('button', { name: /Undo/ })).toBeHidden()
  await focusRests(page, 'undoing')

  // A colleague at another desk decides it while it is under this cursor.
  const other = await product.startDesk('second')
  const colleague = await (await browser.newContext()).newPage()
  await colleague.goto(other.url)
  await openNewDesk(colleague, product, 'ash')
  await page.keyboard.press('r')
  await openItemWith(colleague, 'muddy and I liked it')
  await colleague.keyboard.press('1')
  await colleague.keyboard.press('Control+s')
  await expect(page.getByRole('main', { name: 'Item' })).toContainText(/Ash/, { timeout: 30_000 })
  await focusRests(page, 'the item was decided elsewhere')
  await colleague.context().close()

  await page.setViewportSize({ width: 640, height: 400 })
  await focusRests(page, 'shrinking the window')
  await page.keyboard.press('[')
  await focusRests(page, 'hiding the queue')
  // Slower than a worn switch closes twice.
  await page.waitForTimeout(80)
  await page.keyboard.press('[')
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(page.getByRole('listbox')).toBeVisible()
  await focusRests(page, 'widening the window')

  await page.keyboard.press('Control+l')
  await expect(page.getByLabel('Desk passphrase')).toBeFocused()
  await page.keyboard.type(deskPassphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await focusRests(page, 'unlocking')
})
