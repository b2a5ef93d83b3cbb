/** Every screen of the workstation by axe's rules (WCAG 2.2 A and AA), in light and dark. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openNewDesk, signIn } from '../support/desk'
import { finishDecision } from '../support/focus'

async function clean(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  const found = violations.map((v) => `${screen}: ${v.id} (${v.help}) at ${v.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen of the workstation, ${colorScheme}`, async ({ product, deskPage: page }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.getByLabel('Staff name')).toBeVisible()
    await clean(page, 'sign in')
    await signIn(page, product, 'robin')
    await expect(page.getByLabel('The same again')).toBeVisible()
    await clean(page, 'new desk')
    await page.getByRole('button', { name: 'Not now' }).click()
    await openNewDesk(page, product, 'robin')
    await expect(page.getByRole('option').first()).toBeVisible()
    await clean(page, 'queue')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article', { name: 'The member’s words' })).toBeVisible()
    await clean(page, 'item')
    for (const key of ['2', '4', '5', '6', '7', '9', '0']) {
      await page.keyboard.press(key)
      await expect(page.locator('section:has(> header h3)').first()).toBeVisible()
      await clean(page, `composer ${key}`)
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await clean(page, 'keys')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Shift+F')
    await expect(page.getByRole('dialog', { name: 'Filter the queue' })).toBeVisible()
    await clean(page, 'filters')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await clean(page, 'palette')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    for (const [key, heading] of [['a', 'Answers'], ['o', 'Outbox'], ['w', 'My shift'], ['r', 'Scorer'], [',', 'Settings']] as const) {
      await page.keyboard.press('g')
      await page.keyboard.press(key)
      await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible()
      await clean(page, heading)
    }
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await clean(page, `settings: ${await tab.textContent()}`)
    }
    await page.getByRole('tab', { name: 'Keys' }).click()
    await page.getByRole('button', { name: /change this key of Read without/ }).click()
    await expect(page.getByRole('textbox', { name: /Press the new key/ })).toBeFocused()
    await page.keyboard.press('j')
    await expect(page.getByRole('alert')).toBeVisible()
    await clean(page, 'a refused key')
    await page.keyboard.press('p')
    await expect(page.getByRole('dialog', { name: 'Privacy screen' })).toBeFocused()
    await clean(page, 'privacy screen')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await expect(page.getByRole('region', { name: 'Practice' })).toBeVisible()
    await clean(page, 'practice')
    const skip = page.getByRole('button', { name: 'Skip this step' })
    for (let step = 1; step <= 9; step++) {
      await expect(page.getByText(`${step} of 9`, { exact: true })).toBeVisible()
      await skip.click()
    }
    await page.getByRole('button', { name: 'Start the round' }).click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article', { name: 'The member’s words' })).toBeVisible()
    await page.keyboard.press('8')
    await finishDecision(page)
    await expect(page.getByText('1 of 20 decided')).toBeVisible()
    await clean(page, 'practice round')
    await page.getByRole('button', { name: 'End the round now' }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await clean(page, 'practice report')
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('Desk passphrase')).toBeVisible()
    await clean(page, 'unlock')
  })
}
