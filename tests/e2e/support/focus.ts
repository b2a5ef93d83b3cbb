/** Where the focus is, as a person would say it. */
import { expect, type Page } from '@playwright/test'

/** Role, name and place of what has the focus; `nothing` when it fell to the page itself. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return 'nothing'
    const role = activeElement.getAttribute('role') ?? activeElement.tagName.toLowerCase()
    return `${role}: ${activeElement.getAttribute('aria-label') ?? activeElement.textContent.trim().slice(0, 60)}`
  })

/** The focus rests on something that can be seen and is not the page itself, and stays there. */
export async function focusRests(page: Page, after: string): Promise<void> {
  await expect.poll(() => focused(page), { message: `after ${after}` }).not.toBe('nothing')
  // A menu takes the focus while it is still fading in.
  const seen = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return element !== null && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    })
  await expect.poll(seen, { message: `after ${after} the focus is on something that can be seen`, timeout: 2_000 }).toBe(true)
}

/** Whether something of the composer’s is drawn. */
export const composer = (page: Page) => page.locator('section:has(> header h3)').first()

/** Whatever the decision still asks for is written, field after field with Tab. By key alone. */
export async function finishDecision(page: Page): Promise<void> {
  if (!(await composer(page).isVisible())) return
  // The composer takes the focus once it is drawn.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('section:has(> header h3)') !== null)).toBe(true)
  for (let n = 0; n < 40; n++) {
    const at = await page.evaluate(() => {
      const { activeElement } = document
      if (!activeElement?.closest('section:has(> header h3)')) return 'outside'
      return activeElement instanceof HTMLTextAreaElement && activeElement.value === '' ? 'empty' : 'other'
    })
    if (at === 'outside') break
    if (at === 'empty') await page.keyboard.type('Read and weighed.')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Control+Enter')
  await expect(composer(page)).toBeHidden()
}
