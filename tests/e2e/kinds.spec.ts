/** Work that is not a post: a question to the Guides and a report, each from the member's page to the desk and back. */
import { expect, test } from './support/fixtures'
import { openItemWith, openNewDesk, pending } from './support/desk'
import { joinCommunity, writePost } from './support/member'
import { look } from './support/pictures'

test('a member asks a Wall Guide, who answers by keyboard; the open page shows it', async ({ product, deskPage, memberPage }) => {
  await openNewDesk(deskPage, product, 'robin')
  const pseudonym = await joinCommunity(memberPage, product)
  await memberPage.goto(`${product.community}/messages`)
  const words = 'Who could I speak to about sleeping so badly since the move'
  await memberPage.getByRole('textbox', { name: 'Your message' }).fill(words)
  await memberPage.getByRole('button', { name: 'Send to the Guides' }).click()
  await expect(memberPage.getByText('Waiting for a Guide.')).toBeVisible()

  await expect(deskPage.getByText(/new above/)).toBeVisible()
  await openItemWith(deskPage, words)
  const item = deskPage.getByRole('main', { name: 'Item' })
  await expect(item).toContainText(`Ask a Wall Guide${pseudonym}`)
  await expect(item).toContainText('A member asks a Wall Guide.')
  await expect(item).toContainText('Only Guides see it')
  await look(deskPage, 'desk-ask')
  await deskPage.keyboard.press('3')
  await deskPage.getByRole('textbox', { name: 'Your message' }).fill('With us, any night. Tell me what the nights are like.')
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  await pending(deskPage, 0)

  // Not reloaded: the page that the member has been looking at all along.
  await expect(memberPage.getByText('With us, any night.')).toBeVisible()
  await expect(memberPage.getByText('A Guide has read this.')).toBeVisible()
})

test('a member reports a post; the Guide sees why and never who, and the member sees that it was decided', async ({ product, deskPage, memberPage, browser }) => {
  await openNewDesk(deskPage, product, 'robin')
  await joinCommunity(memberPage, product)
  const words = 'My neighbour again, what a fool he is'
  await writePost(memberPage, product, { title: 'Next door', text: words })
  const address = memberPage.url()
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const reader = await context.newPage()
  await reader.goto(product.community)
  const pseudonym = await joinCommunity(reader, product)
  await reader.goto(address)
  await reader.getByRole('link', { name: /^Report this/ }).first().click()
  await reader.getByRole('radio', { name: 'It is unkind, hateful or pushes somebody' }).check()
  await reader.getByRole('textbox', { name: /Anything else/ }).fill('He is called names.')
  await reader.getByRole('button', { name: 'Send the report' }).click()
  await expect(reader.getByText('Being read.')).toBeVisible()

  await expect(deskPage.getByText(/[2-9] new above/)).toBeVisible()
  await deskPage.keyboard.press('/')
  await deskPage.getByRole('textbox', { name: 'Search the queue' }).fill(words)
  // The post itself, and before it the report about it.
  await expect(deskPage.getByRole('option')).toHaveCount(2)
  await deskPage.keyboard.press('Enter')
  await expect(deskPage.getByRole('listbox')).toBeFocused()
  await deskPage.keyboard.press('Enter')
  const item = deskPage.getByRole('main', { name: 'Item' })
  await expect(item).toContainText('A member reported this. Unkind, or pushes somebody: “He is called names.”')
  await expect(deskPage.locator('body')).not.toContainText(pseudonym)
  await look(deskPage, 'desk-report')
  await deskPage.keyboard.press('1')
  await pending(deskPage, 0)
  await expect(reader.getByText('Decided: we left it as it is.', { exact: true })).toBeVisible({ timeout: 30_000 })
  await context.close()
})
