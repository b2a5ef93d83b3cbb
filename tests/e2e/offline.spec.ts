/** The network goes away in the middle of the work; nothing is lost and nothing is doubled. */
import { expect, test } from './support/fixtures'
import { openItemWith, openNewDesk, pending, status } from './support/desk'
import { joinCommunity, writePost } from './support/member'

test('triage goes on while the API is away, and every decision arrives once', async ({ product, deskPage, memberPage, browser }) => {
  const texts = ['The first small garden note', 'The second small garden note', 'The third small garden note']
  await joinCommunity(memberPage, product)
  for (const text of texts) await writePost(memberPage, product, { title: 'A garden note', text })
  await openNewDesk(deskPage, product, 'robin')
  await expect(status(deskPage)).toContainText('synced')
  await product.stopApi('SIGKILL')
  await expect(status(deskPage)).toContainText('Offline')
  for (const [index, text] of texts.entries()) {
    await openItemWith(deskPage, text)
    await deskPage.keyboard.press('8')
    await deskPage.keyboard.press('Control+Enter')
    await pending(deskPage, index + 1)
  }
  await product.startApi()
  await pending(deskPage, 0)
  await expect(status(deskPage)).toContainText('Online')
  await expect(status(deskPage)).toContainText('no conflicts')

  const second = await product.startDesk('second')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const other = await context.newPage()
  await other.goto(second.url)
  await openNewDesk(other, product, 'ash')
  await expect(status(other)).toContainText('synced')
  const decided = () => other.evaluate(async () => {
    const call = async (name: string, input: unknown) => (await (await fetch(`/bridge/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) })).json()) as { value: never }
    const opened = (await call('queue.open', { filter: { show: 'decided', text: 'small garden note' } })).value as { view: number; total: number }
    const { rows } = (await call('queue.rows', { view: opened.view, start: 0, count: 200 })).value as { rows: { status: string }[] }
    return rows.map((row) => row.status)
  })
  await expect.poll(decided, { timeout: 20_000 }).toEqual(['decided', 'decided', 'decided'])
  await context.close()
})

test('two desks decide the same item while apart: one stands, the other is kept as a second opinion, both see it', async ({ product, deskPage, memberPage, browser }) => {
  const words = 'The kettle took for ever and so did the evening'
  await joinCommunity(memberPage, product)
  await writePost(memberPage, product, { title: 'Kettle', text: words })
  const second = await product.startDesk('second')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const other = await context.newPage()
  await other.goto(second.url)
  await openNewDesk(deskPage, product, 'robin')
  await openNewDesk(other, product, 'ash')
  for (const page of [deskPage, other]) await expect(status(page)).toContainText('synced')
  await product.stopApi()
  for (const page of [deskPage, other]) await expect(status(page)).toContainText('Offline')

  await openItemWith(deskPage, words)
  await deskPage.keyboard.press('8')
  await deskPage.keyboard.press('Control+Enter')
  await pending(deskPage, 1)
  await openItemWith(other, words)
  await other.keyboard.press('7')
  await other.getByRole('region', { name: 'Hide the post' }).getByRole('textbox', { name: 'Note for colleagues' }).fill('Not meant for everyone.')
  await other.keyboard.press('Control+Enter')
  await pending(other, 1)

  await product.startApi()
  await pending(deskPage, 0)
  await pending(other, 0)
  const both = [deskPage, other]
  const conflicts = await Promise.all(both.map(async (page) => ((await status(page).textContent()) ?? '').includes('answer to look at')))
  expect(conflicts.filter(Boolean)).toHaveLength(1)
  const [loser, winner] = conflicts[0] ? both : [...both].reverse()
  await loser!.keyboard.press('g')
  await loser!.keyboard.press('a')
  await expect(loser!.getByRole('main')).toContainText('second opinion')
  await expect(loser!.getByRole('main')).toContainText(conflicts[0] ? 'Ash' : 'Robin')
  await loser!.keyboard.press('x')
  await expect(status(loser!)).toContainText('no conflicts')
  await expect(status(winner!)).toContainText('no conflicts')
  await context.close()
})
