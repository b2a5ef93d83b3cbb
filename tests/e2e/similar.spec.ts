/** Words are found in the whole queue, and what was decided about posts that read alike is one key away. */
import { expect, test } from './support/fixtures'
import { openItemWith, openNewDesk, pending } from './support/desk'
import { joinCommunity, writePost } from './support/member'
import { look } from './support/pictures'

test('a Guide decides one post, finds it again beside one that reads like it, looks and comes back', async ({ product, browser, deskPage: page, memberPage }) => {
  await openNewDesk(page, product, 'robin')
  await joinCommunity(memberPage, product)
  await writePost(memberPage, product, { title: 'Bakery', text: 'Redundancy letters came to our bakery and I lie awake counting loaves' })
  await openItemWith(page, 'counting loaves')
  await page.keyboard.press('8')
  await pending(page, 1)
  await page.keyboard.press('Control+s')
  await pending(page, 0)

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(product.community)
  await joinCommunity(other, product)
  await writePost(other, product, { title: 'Work', text: 'Since the redundancy at the bakery I wake at four, loaves in my head' })
  await openItemWith(page, 'loaves in my head')
  await page.keyboard.press('s')
  const similar = page.getByRole('list', { name: 'Similar items' })
  await expect(similar).toContainText('counting loaves')
  await expect(similar).toContainText(/Watching, Robin/)
  await expect(similar).toContainText('Shares')
  await look(page, 'desk-similar')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const words = page.getByRole('article', { name: 'The member’s words' })
  await expect(words).toContainText('counting loaves')
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await expect(words).toContainText('I wake at four')
  await context.close()
})
