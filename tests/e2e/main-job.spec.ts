/** The main job: a member posts, a Guide triages by keyboard, the decision reaches the member. */
import { expect, test } from './support/fixtures'
import { openItemWith, openNewDesk, pending, status } from './support/desk'
import { joinCommunity, writePost } from './support/member'

test('a member posts, a Guide answers by keyboard, and the member sees it without reloading', async ({ product, deskPage, memberPage }) => {
  await openNewDesk(deskPage, product, 'robin')
  await expect(status(deskPage)).toContainText('Online')
  const pseudonym = await joinCommunity(memberPage, product)
  const words = 'I do not want to be here any more, and I have told nobody until now'
  await writePost(memberPage, product, { title: 'A hard evening', text: words })
  await expect(memberPage.getByText('Being read by a Guide')).toBeVisible()

  await expect(deskPage.getByText(/new above/)).toBeVisible()
  await deskPage.keyboard.press('n')
  await openItemWith(deskPage, 'told nobody until now')
  await expect(deskPage.getByRole('main', { name: 'Item' })).toContainText(pseudonym)
  await expect(deskPage.getByRole('main', { name: 'Item' })).toContainText(/Red|Crisis/)
  await expect(deskPage.getByRole('complementary').or(deskPage.getByLabel('Member and evidence'))).toContainText('Suicide')

  await deskPage.keyboard.press('2')
  await deskPage.getByRole('textbox', { name: 'Your reply' }).fill('I am glad that you wrote. You are not alone with this tonight.')
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  await pending(deskPage, 0)

  // Not reloaded: the page that the member has been looking at all along.
  await expect(memberPage.getByText('You are not alone with this tonight.')).toBeVisible()
  await expect(memberPage.getByText('Wall Guide Robin')).toBeVisible()
  await expect(memberPage.getByText('Being read by a Guide')).toBeHidden()
  await memberPage.goto(`${product.community}/mine`)
  await expect(memberPage.getByText('Live.')).toBeVisible()
})

test('a Guide covers a telephone number by key; the cry for help stays, and the member is told why', async ({ product, deskPage, memberPage }) => {
  await openNewDesk(deskPage, product, 'robin')
  await joinCommunity(memberPage, product)
  await writePost(memberPage, product, { title: 'Anyone awake', text: 'Everything is heavy tonight. Please ring me on 07700 900123 if you can listen.' })
  await expect(deskPage.getByText(/new above/)).toBeVisible()
  await openItemWith(deskPage, '07700 900123')
  await deskPage.keyboard.press('6')
  const composer = deskPage.getByRole('region', { name: 'Redact parts' })
  await expect(composer).toBeVisible()
  await composer.getByRole('checkbox', { name: /07700 900123/ }).check()
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  await pending(deskPage, 0)

  await expect(memberPage.getByText('Changed by a Guide.', { exact: true })).toBeVisible()
  await expect(memberPage.getByRole('main')).not.toContainText('900123')
  await expect(memberPage.getByRole('main')).toContainText('Everything is heavy tonight')
})

test('a decision can be taken back before it leaves, and then nothing has happened', async ({ product, deskPage, memberPage }) => {
  await openNewDesk(deskPage, product, 'robin')
  await joinCommunity(memberPage, product)
  const words = 'The allotment was muddy and I liked it'
  await writePost(memberPage, product, { title: 'Mud', text: words })
  await expect(deskPage.getByText(/new above/)).toBeVisible()
  await openItemWith(deskPage, words)
  await deskPage.keyboard.press('7')
  await deskPage.getByRole('region', { name: 'Hide the post' }).getByRole('textbox', { name: 'Note for colleagues' }).fill('Asked for by its author.')
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  // Only once the composer is gone are plain keys commands again.
  await expect(deskPage.getByRole('region', { name: 'Hide the post' })).toBeHidden()
  await expect(status(deskPage).getByRole('button', { name: /Undo/ })).toBeVisible()
  await deskPage.keyboard.press('u')
  await pending(deskPage, 0)
  // The item has come back with the focus on it: only then does somebody go on.
  await expect(status(deskPage)).toContainText('Taken back')
  await openItemWith(deskPage, words)
  await memberPage.reload()
  await expect(memberPage.getByRole('main')).not.toContainText('Held')
})

test('help, palette and lock are a key away; a wrong passphrase opens nothing', async ({ product, deskPage }) => {
  await openNewDesk(deskPage, product, 'robin')
  await deskPage.keyboard.press('?')
  await expect(deskPage.getByRole('dialog')).toContainText('Open and claim')
  await deskPage.keyboard.press('Escape')
  await expect(deskPage.getByRole('dialog')).toBeHidden()
  await deskPage.keyboard.press('Control+k')
  await deskPage.keyboard.type('lock this')
  await deskPage.keyboard.press('Enter')
  await expect(deskPage.getByLabel('Desk passphrase')).toBeVisible()
  await deskPage.getByLabel('Desk passphrase').fill('not the right one at all')
  await deskPage.keyboard.press('Enter')
  await expect(deskPage.getByText(/not the passphrase|passphrase (is|does) not|did not open/i).first()).toBeVisible()
  await deskPage.getByLabel('Desk passphrase').fill('nine quiet lanterns')
  await deskPage.keyboard.press('Enter')
  await expect(deskPage.getByRole('listbox')).toBeVisible()
})
