/** Work that goes from one person to another: an escalation with a receipt, an item held for a supervisor. */
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { deskOf, openItemWith, openNewDesk, pending } from './support/desk'
import { joinCommunity, writePost } from './support/member'

const item = (page: Page) => page.getByRole('main', { name: 'Item' })

test('a Guide escalates to a named Lead, who takes it; the Guide sees that somebody has it, and holds another item for them', async ({ product, browser, deskPage, memberPage }) => {
  test.setTimeout(180_000)
  await openNewDesk(deskPage, product, 'robin')
  await joinCommunity(memberPage, product)
  await writePost(memberPage, product, { title: 'Heron', text: 'The heron stood by the canal and I nearly did not go home' })
  await writePost(memberPage, product, { title: 'Bread', text: 'The bread did not rise and neither did I today' })
  await openItemWith(deskPage, 'heron stood by the canal')

  await deskPage.keyboard.press('0')
  const escalation = deskPage.getByRole('region', { name: 'Escalate' })
  await expect(escalation.getByRole('textbox', { name: /^Concern/ })).toBeFocused()
  await escalation.getByRole('combobox', { name: 'To whom' }).selectOption({ label: 'Wall Guide Linden, Lead Guide' })
  for (const [name, words] of [['Concern', 'Nearly did not go home.'], ['Risk', 'Not clear yet.'], ['Action', 'Passed up.'], ['Justification', 'A reply alone is not enough.']] as const)
    await escalation.getByRole('textbox', { name: new RegExp(`^${name}`) }).fill(words)
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  await deskPage.keyboard.press('Control+s')
  await pending(deskPage, 0)
  await openItemWith(deskPage, 'heron stood by the canal')
  await expect(item(deskPage)).toContainText('Nobody has accepted it yet.')

  const lead = await deskOf(browser, product, 'linden')
  await openItemWith(lead, 'heron stood by the canal')
  await expect(item(lead)).toContainText('You are asked by name.')
  await expect(item(lead)).toContainText('Nearly did not go home.')
  await lead.keyboard.press('y')
  await expect(item(lead)).toContainText(/has this escalation/)
  await expect(item(deskPage)).toContainText(/has it since/)

  await openItemWith(deskPage, 'bread did not rise')
  await deskPage.keyboard.press('Shift+H')
  await deskPage.getByRole('textbox', { name: 'What should they look at?' }).fill('Is this more than a low day?')
  await deskPage.keyboard.press('Enter')
  await expect(item(deskPage)).toContainText('Held for a supervisor.')
  await openItemWith(lead, 'bread did not rise')
  await expect(item(lead)).toContainText(/Held for a supervisor by Robin\. Is this more than a low day\?/)
  await expect(item(deskPage)).toContainText('Also here: Linden')
  await lead.context().close()
})
