/** 1280 × 800 at 200 %: 640 × 400 CSS pixels. Everything is reachable, and nothing scrolls in two directions. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openNewDesk } from '../support/desk'
import { composer } from '../support/focus'

/** What is wider than its place, cut or to be scrolled sideways. Words cut with an ellipsis have their whole in a title. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const cut = style.overflowX === 'auto' || style.overflowX === 'scroll' || style.overflowX === 'hidden' || element === document.documentElement
        return cut && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== 'ellipsis' && !element.closest('.wg-visually-hidden, .mantine-Switch-track, table, [role=region][aria-label^="Table"]')
      })
      .map((element) => `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.className} ${element.scrollWidth} > ${element.clientWidth}`),
  )

test('every screen at 200 %', async ({ product, deskPage: page }) => {
  test.setTimeout(150_000)
  await page.setViewportSize({ width: 640, height: 400 })
  await openNewDesk(page, product, 'robin')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect(await tooWide(page), 'queue').toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'The member’s words' })).toBeInViewport()
  expect(await tooWide(page), 'item').toEqual([])
  await page.keyboard.press('m')
  await expect(page.getByRole('complementary', { name: 'Member and evidence' })).toBeInViewport()
  const last = page.getByRole('toolbar', { name: 'Decide' }).getByRole('button').last()
  await last.focus()
  await expect(last).toBeInViewport({ ratio: 1 })
  for (const key of ['2', '4', '6', '9', '0']) {
    await page.keyboard.press(key)
    await expect(composer(page)).toBeVisible()
    expect(await tooWide(page), `composer ${key}`).toEqual([])
    await page.keyboard.press('Escape')
    await expect(composer(page)).toBeHidden()
  }
  for (const [key, name] of [['a', 'Answers'], ['o', 'Outbox'], ['w', 'My shift'], ['r', 'Scorer'], [',', 'Settings']] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { name, exact: true }).first()).toBeFocused()
    expect(await tooWide(page), name).toEqual([])
  }
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    expect(await tooWide(page), `settings: ${await tab.textContent()}`).toEqual([])
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await tooWide(page), 'keys').toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page.getByRole('region', { name: 'Practice' })).toBeVisible()
  expect(await tooWide(page), 'practice').toEqual([])
})

test('with reduced motion nothing moves; in forced colours the chosen row and the focus are still told', async ({ product, deskPage: page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  await openNewDesk(page, product, 'robin')
  const row = page.getByRole('option', { selected: true })
  await expect(row).toBeVisible()
  const outline = await row.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(outline).not.toBe('none')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  const moving = await page.evaluate(() => document.getAnimations().filter((each) => Number(each.effect?.getTiming().duration ?? 0) > 0).length)
  expect(moving).toBe(0)
})
