/** With WALLGUIDE_PICTURES=DIR a screen of the desk is also saved as pictures, both sizes in both colours, to be looked at. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const folder = process.env['WALLGUIDE_PICTURES']

export async function look(page: Page, name: string): Promise<void> {
  if (!folder) return
  const before = page.viewportSize()
  for (const size of [{ width: 1920, height: 1080 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(folder, `${name}-${size.width}-${colorScheme}.png`) })
    }
  }
  if (before) await page.setViewportSize(before)
}
