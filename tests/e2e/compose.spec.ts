/** Everything a Guide writes, by keyboard: a template made one's own, services near the member, a promise, and the member reads it. */
import { expect, test } from './support/fixtures'
import { openItemWith, openNewDesk, pending } from './support/desk'
import { joinCommunity, writePost } from './support/member'

test('a Guide signposts from the directory with a template and a promise; the member sees words, numbers and hours', async ({ product, deskPage, memberPage }) => {
  await openNewDesk(deskPage, product, 'robin')
  const pseudonym = await joinCommunity(memberPage, product)
  const words = 'Everything is grey since spring and I hardly get up'
  await writePost(memberPage, product, { title: 'Grey', text: words })
  await expect(deskPage.getByText(/new above/)).toBeVisible()
  await openItemWith(deskPage, words)
  await expect(deskPage.getByRole('region', { name: /Near them/ })).toContainText('01632 960')

  await deskPage.keyboard.press('4')
  const composer = deskPage.getByRole('region', { name: 'Signpost to a service' })
  await expect(composer.getByRole('textbox', { name: 'Your message' })).toBeFocused()
  await deskPage.keyboard.press('Control+j')
  await expect(deskPage.getByRole('combobox', { name: 'Find a template' })).toBeFocused()
  await deskPage.keyboard.type('signposting service')
  await deskPage.keyboard.press('Enter')
  const body = composer.getByRole('textbox', { name: 'Your message' })
  await expect(body).toHaveValue(new RegExp(`^${pseudonym}, some people`))

  await expect(body).toBeFocused()
  // What nobody filled in does not leave.
  await deskPage.keyboard.press('Control+Enter')
  await expect(composer.getByRole('alert')).toContainText('{service}')
  const search = composer.getByRole('combobox', { name: 'Search the directory' })
  await search.fill('quiet mind')
  await expect(composer.getByRole('listbox', { name: 'Services found' }).getByRole('option')).toHaveCount(1)
  await search.press('Enter')
  await expect(composer.getByRole('list', { name: 'Chosen services' })).toContainText('01632 960151')
  await expect(body).toHaveValue(/talk with Quiet Mind Talks/)

  await composer.getByRole('button', { name: 'I promised something' }).press('Enter')
  await composer.getByRole('textbox', { name: 'What was promised to the member' }).fill('look in again')
  await composer.getByRole('radio', { name: 'Tomorrow' }).press('Space')

  await deskPage.keyboard.press('Control+p')
  const preview = deskPage.getByRole('dialog')
  await expect(preview).toContainText('Call 01632 960151')
  await expect(preview).toContainText('Monday to Friday, 08:30 to 16:30 (London time)')
  await deskPage.keyboard.press('Escape')
  await expect(preview).toBeHidden()

  await body.press('End')
  // Held as long as a finger holds it: the same key again within 60 ms is a bounce and is not heard.
  await deskPage.keyboard.press('Control+Enter', { delay: 80 })
  await expect(composer).toBeVisible()
  await expect(composer.getByRole('alert')).toContainText('send it as written')
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  await deskPage.keyboard.press('g')
  await deskPage.keyboard.press('o')
  await expect(deskPage.getByRole('region', { name: 'The decision' })).toContainText(/01632 960151.*Promised: look in again/)
  await pending(deskPage, 0)

  await memberPage.goto(`${product.community}/messages`)
  const message = memberPage.getByRole('article').first()
  await expect(message).toContainText(`${pseudonym}, some people who felt like this found it good to talk with Quiet Mind Talks`)
  await expect(message.getByRole('link', { name: /01632 960151/ })).toHaveAttribute('href', 'tel:+441632960151')
  await expect(message).toContainText('Monday to Friday, 08:30 to 16:30')
})

test('a telephone number is covered word by word without a pointer, and an escalation carries its clinical note', async ({ product, deskPage, memberPage }) => {
  await openNewDesk(deskPage, product, 'robin')
  await joinCommunity(memberPage, product)
  await writePost(memberPage, product, { title: 'Evening', text: 'Heavy evening here, the lamp in Elmsford helps a little' })
  await expect(deskPage.getByText(/new above/)).toBeVisible()
  await openItemWith(deskPage, 'Heavy evening here')

  // Begun, left, and found again: each action keeps its own words.
  await deskPage.keyboard.press('0')
  const escalation = deskPage.getByRole('region', { name: 'Escalate' })
  await expect(escalation.getByRole('textbox', { name: /^Concern/ })).toBeFocused()
  await deskPage.keyboard.type('Says that evenings are heavy.')
  await deskPage.keyboard.press('Escape')

  await deskPage.keyboard.press('6')
  const composer = deskPage.getByRole('region', { name: 'Redact parts' })
  const text = composer.getByRole('textbox', { name: 'The text, word by word' })
  await text.focus()
  await deskPage.keyboard.press('Home')
  for (let i = 0; i < 6; i++) await deskPage.keyboard.press('ArrowRight')
  await deskPage.keyboard.press('i')
  await expect(composer.getByRole('checkbox', { name: /Elmsford.*identity/ })).toBeChecked()
  await deskPage.keyboard.press('Control+p')
  await expect(deskPage.getByRole('dialog')).toContainText('[name or contact taken out by a Guide] helps a little')
  await deskPage.keyboard.press('Escape')
  await expect(deskPage.getByRole('dialog')).toBeHidden()
  await deskPage.keyboard.press('Escape')

  await deskPage.keyboard.press('0')
  await expect(escalation.getByRole('textbox', { name: /^Concern/ })).toHaveValue('Says that evenings are heavy.')
  await deskPage.keyboard.press('Control+Enter')
  await expect(escalation.getByRole('alert')).toContainText('How great is the risk')
  await escalation.getByRole('textbox', { name: /^Risk/ }).fill('Not clear yet.')
  await escalation.getByRole('textbox', { name: /^Action/ }).fill('Passed up.')
  await escalation.getByRole('textbox', { name: /^Justification/ }).fill('A reply alone would not be enough.')
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  await deskPage.keyboard.press('g')
  await deskPage.keyboard.press('o')
  await expect(deskPage.getByLabel('Clinical note')).toContainText('A reply alone would not be enough.')
  await pending(deskPage, 0)
})
