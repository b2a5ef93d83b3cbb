/** A risk episode at the desks of a Lead and a Senior clinician, by keyboard: opened from a post, taken on and triaged by the other. */
import { expect, test } from './support/fixtures'
import { deskOf, openItemWith, openNewDesk } from './support/desk'
import { joinCommunity, writePost } from './support/member'
import { look } from './support/pictures'

test('a Lead opens an episode from a post; the Senior takes it on and triages; the Lead sees both; the record holds', async ({ product, browser, deskPage: senior, memberPage }) => {
  test.setTimeout(180_000)
  await openNewDesk(senior, product, 'sage')
  await joinCommunity(memberPage, product)
  const words = 'I want to kill myself and I do not know whom to tell'
  await writePost(memberPage, product, { title: 'Late', text: words })
  const lead = await deskOf(browser, product, 'linden')
  await openItemWith(lead, 'do not know whom to tell')
  await expect(lead.getByRole('button', { name: /Open an episode/ })).toBeVisible()
  await lead.keyboard.press('Shift+E')
  const dialog = lead.getByRole('dialog', { name: 'Open an episode' })
  await expect(dialog.getByLabel('Your concern')).toBeFocused()
  await dialog.getByLabel('Your concern').fill('Says it plainly, and has told nobody.')
  await dialog.getByRole('button', { name: 'Open the episode' }).click()
  const page = lead.getByRole('main')
  await expect(page.getByRole('heading', { name: 'Episodes' })).toBeVisible()
  await expect(page).toContainText('Says it plainly, and has told nobody.')
  await expect(page).toContainText(words)
  await look(lead, 'desk-episode')

  // At the other desk it is there without a reload.
  await senior.keyboard.press('g')
  await senior.keyboard.press('e')
  const other = senior.getByRole('main')
  await expect(other).toContainText('2 open episodes', { timeout: 30_000 })
  await senior.keyboard.press('k')
  await expect(other).toContainText('Says it plainly, and has told nobody.')
  await senior.keyboard.press('m')
  await expect(other).toContainText('Sage looks after it')
  await senior.keyboard.press('1')
  const form = senior.getByRole('form', { name: 'Triage' })
  await expect(form.getByLabel('Level')).toBeFocused()
  await form.getByRole('checkbox', { name: 'Suicide', exact: true }).check()
  await senior.keyboard.press('Control+Enter')
  // Something is missing: nothing is done, and the field that lacks it has the focus.
  const missing = form.getByLabel('What you see, and what comes first')
  await expect(missing).toBeFocused()
  await look(senior, 'desk-triage')
  await missing.fill('Plain words, tonight, alone. A message first.')
  // Slower than a worn switch closes twice.
  await senior.waitForTimeout(80)
  await senior.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(other.getByRole('list', { name: 'Where it stands' }).locator('[aria-current=step]')).toHaveText('Triaged')
  await expect(page.getByRole('list', { name: 'Where it stands' }).locator('[aria-current=step]')).toHaveText('Triaged', { timeout: 30_000 })
  await expect(page).toContainText('Sage looks after it')

  await senior.keyboard.press('v')
  await expect(other).toContainText(/The chain of \d+ entries is intact/, { timeout: 15_000 })
  await lead.context().close()
})
