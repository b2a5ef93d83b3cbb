/** A shift without a pointer, the tree that a screen reader walks, keys that a person changed, and the privacy screen. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { deskPassphrase, openNewDesk, status } from '../support/desk'
import { composer, finishDecision, focusRests } from '../support/focus'

test('20 items from the queue to the outbox by keys alone', async ({ product, deskPage: page }) => {
  test.setTimeout(240_000)
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.evaluate(() => {
    Object.assign(window, { pointerEvents: 0 })
    for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) window.addEventListener(name, () => ((window as unknown as { pointerEvents: number }).pointerEvents += 1), { capture: true })
  })
  const heading = page.getByRole('main', { name: 'Item' }).locator('h2')
  const decided = new Set<string>()
  for (let n = 0; n < 20; n++) {
    await page.keyboard.press('Enter')
    const article = page.getByRole('article', { name: 'The member’s words' })
    await expect(article).toBeVisible()
    const id = await page.getByRole('listbox').getAttribute('aria-activedescendant')
    expect(decided.has(id ?? '')).toBe(false)
    decided.add(id ?? '')
    await page.keyboard.press(n % 2 ? '8' : '1')
    await finishDecision(page)
    await focusRests(page, `decision ${n + 1}`)
    if (n < 19) await expect(page.getByRole('listbox')).not.toHaveAttribute('aria-activedescendant', id ?? '')
  }
  await expect(heading).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('0 pending', { timeout: 60_000 })
  expect(decided.size).toBe(20)
  expect(await page.evaluate(() => (window as unknown as { pointerEvents: number }).pointerEvents)).toBe(0)
})

test('what a screen reader meets: places, names and what is said by itself', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Sections' })).toMatchAriaSnapshot(`
    - navigation "Sections":
      - img "Wallguide"
      - button /^Queue/
      - button /^Answers/
      - button /^Outbox/
      - button "All commands"
      - button "Keys"
      - button "Settings"
      - button "Light or dark"
      - button "Lock this desk"
  `)
  const queue = page.getByRole('region', { name: 'Queue', exact: true })
  await expect(queue.getByRole('listbox', { name: 'Items to review' })).toBeFocused()
  await expect(queue).toMatchAriaSnapshot(`
    - region "Queue":
      - textbox "Search the queue"
      - group "Items per level"
      - listbox "Items to review":
        - option /Crisis|Red|Amber|Green/ [selected]
  `)
  await page.keyboard.press('Enter')
  const item = page.getByRole('main', { name: 'Item' })
  await expect(item).toMatchAriaSnapshot(`
    - main "Item":
      - heading /Talkabout in|Comment in|Message/ [level=2]
      - article "The member’s words"
  `)
  await expect(page.getByRole('complementary', { name: 'Member and evidence' })).toBeVisible()
  await expect(page.getByRole('toolbar', { name: 'Decide' }).getByRole('button').first()).toHaveAccessibleName(/None/)
  await page.keyboard.press('2')
  await expect(page.getByRole('region', { name: 'Reply in the thread' })).toMatchAriaSnapshot(`
    - region "Reply in the thread":
      - heading "Reply in the thread" [level=3]
      - button /Leave/
      - textbox "Your reply"
  `)
  const said = page.getByRole('status')
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await finishDecision(page)
  await expect(said.filter({ hasText: /Press u to undo/ }).first()).toBeAttached()
  await page.keyboard.press('u')
  await expect(said.filter({ hasText: /Taken back/ }).first()).toBeAttached()
})

const openSettings = async (page: Page) => {
  await page.keyboard.press('g')
  await page.keyboard.press(',')
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeFocused()
}

test('a changed key is heard and shown at once, survives the lock, and a clash is refused in words', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  await openSettings(page)
  const peek = page.getByRole('group', { name: 'Read without claiming' })
  await peek.getByRole('button', { name: /change this key/ }).focus()
  await page.keyboard.press('Enter')
  await expect(peek.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('j')
  await expect(peek.getByRole('alert')).toHaveText('j belongs to “Next item”. Nothing was changed.')
  await focusRests(page, 'a refused key')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F8')
  await expect(peek.getByRole('button', { name: /^F8: change/ })).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Read without claimingF8')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Control+l')
  await page.getByLabel('Desk passphrase').fill(deskPassphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('o')
  await page.keyboard.press('F8')
  await expect(page.getByRole('article', { name: 'The member’s words' })).toBeVisible()
  await openSettings(page)
  await expect(peek.getByRole('button', { name: /^F8: change/ })).toBeVisible()
})

test('the privacy screen covers every word, over everything, from inside a field too; nothing is heard but its keys', async ({ product, deskPage: page }) => {
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  const readable = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => element.children.length === 0 && element.textContent.trim() !== '' && element.checkVisibility({ visibilityProperty: true }))
        .map((element) => element.textContent.trim()),
    )
  const cover = page.getByRole('dialog', { name: 'Privacy screen' })
  const words = ['Everything is covered. The desk is not locked. Press p or Esc to come back.']
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'The member’s words' })).toBeVisible()
  await page.keyboard.press('2')
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Half a sentence')
  await page.keyboard.press('Control+Shift+l')
  await expect(cover).toBeFocused()
  expect(await readable()).toEqual(words)
  expect(await page.title()).toBe('Wallguide')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('1')
  await expect(cover).toBeVisible()
  await page.keyboard.press('p')
  await expect(cover).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Half a sentence')
  await page.keyboard.press('Escape')
  await expect(composer(page)).toBeHidden()
  for (const [open, over] of [['?', 'Keys'], ['Control+k', 'palette']] as const) {
    await page.keyboard.press(open)
    await expect(page.getByRole('dialog').first(), over).toBeVisible()
    await page.keyboard.press('Control+Shift+l')
    await expect(cover).toBeFocused()
    expect(await readable()).toEqual(words)
    await page.keyboard.press('Escape')
    await expect(cover).toBeHidden()
    await expect(page.getByRole('dialog').first(), `${over} is still there`).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await expect(status(page)).toContainText('0 pending')
})
