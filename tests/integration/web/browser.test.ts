/**
 * The members' pages in a real browser: accessible in both colour schemes and at both sizes, alive while open, complete
 * without JavaScript. With WALLGUIDE_PICTURES=DIR every page is also saved as a picture, to be looked at.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PostView, Viewer } from '#contract/community'
import type { MemoryCommunity } from '../../unit/web/memory-community'
import { openBrowser } from './support/browser'
import { openPages } from './support/pages'

const pictures = process.env['WALLGUIDE_PICTURES']
const sizes = [
  { name: '360', width: 360, height: 740 },
  { name: '1280', width: 1280, height: 800 },
] as const

let app: FastifyInstance
let community: MemoryCommunity
let address: string
let browser: Browser
let robin: { viewer: Viewer; cookie: string }
let paused: { viewer: Viewer; cookie: string }
let post: PostView

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

beforeAll(async () => {
  ;({ app, community } = await openPages())
  address = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await openBrowser()
  seed()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

function seed(): void {
  robin = community.member('Amber Finch')
  paused = community.member('Slow River', {
    restrictedUntil: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    restrictedRule: 'kind',
  })
  const willow = community.member('Willow Lane').viewer
  const guide = { author: { pseudonym: 'Wall Guide Robin', staff: true, mine: false } }
  post = community.seed(
    willow,
    'everyday',
    'The kitchen light at four in the morning',
    'I sat there again with the kettle, and for the first time it felt less like hiding and more like a ' +
      'pause.\n\nDoes anyone else keep a small light on?\nI would like to know what you think about in that hour.',
    { intent: 'similar', at: ago(40) },
  )
  community.answer(
    robin.viewer,
    post.id,
    'Mine is the lamp on the stairs. I think about nothing much, and that is the good part.',
    { at: ago(30) },
  )
  community.answer(willow, post.id, 'Thank you. It helps to know about the lamp on the stairs.', { at: ago(12) })
  community.answer(willow, post.id, 'It is good to read you both. If the nights get long, you can always write to us here.', {
    ...guide,
    at: ago(5),
  })
  community.seed(
    robin.viewer,
    'everyday',
    'Back at the allotment',
    'Two hours, muddy knees, no phone. I had forgotten that I like this.',
    { intent: 'small-win', at: ago(300) },
  )
  community.seed(willow, 'everyday', 'A heavy anniversary', 'It comes round every autumn, and every autumn I am surprised.', {
    contentNote: 'Loss of a parent',
    at: ago(60 * 26),
  })
  const states: Array<[string, string, Partial<PostView>]> = [
    ['Sunday evenings', 'The quiet before the week is the worst of it.', { state: 'reading', at: ago(50) }],
    [
      'I do not know how to say this',
      'It has been a very long month and I am tired of being tired.',
      { state: 'held', at: ago(90), why: { reason: 'risk-to-self', words: null, rule: null } },
    ],
    [
      'Meeting up',
      'You can find me at ▇▇▇▇▇▇ on Saturdays.',
      {
        state: 'changed',
        at: ago(60 * 30),
        why: {
          reason: 'identifying-detail',
          words: 'I took out the place, so that you stay safe. The rest is lovely to read.',
          rule: 'anonymous',
        },
      },
    ],
    [
      'Fed up',
      'Some words that were sharper than they needed to be.',
      { state: 'removed', at: ago(60 * 80), why: { reason: 'unkind', words: null, rule: 'kind' } },
    ],
  ]
  for (const [title, text, changes] of states) community.seed(robin.viewer, 'low-mood', title, text, changes)
  void community.ask(robin.viewer, { text: 'I do not quite know whom to tell. Is this the right place?', key: 'seed' })
  void community.report(paused.viewer, { post: post.id, reason: 'worried', words: 'They sound very alone at that hour.' })
  community.write(robin.viewer, {
    body: 'Hello. I read what you wrote about the long month.\n\nI am glad that you told someone. How are you this evening?',
    at: ago(20),
  })
}

async function open(
  cookie: string | null,
  options: { javaScriptEnabled?: boolean; dark?: boolean; width?: number; height?: number } = {},
): Promise<BrowserContext> {
  const { javaScriptEnabled = true, dark = false, width = 1280, height = 800 } = options
  const context = await browser.newContext({
    javaScriptEnabled,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height },
  })
  const [name = '', value = ''] = (cookie ?? '').split('=')
  if (cookie) await context.addCookies([{ name, value, url: address }])
  return context
}

/** Name, address, who looks, and the button that is pressed first when the page of refused fields is meant. */
const everyPage = (): Array<[name: string, path: string, cookie: string | null, press?: string]> => [
  ['welcome', '/', null],
  ['join-1', '/join', null],
  ['join-2', '/join/rules?code=MAPLE-2026', null],
  ['join-3', '/join/you?code=MAPLE-2026&agreed=2026-11', null],
  ['sign-in', '/sign-in?next=/topics', null],
  ['rules', '/rules', null],
  ['help', '/help', null],
  ['about', '/about', null],
  ['not-found', '/nowhere', null],
  ['topics', '/topics?welcome=1', robin.cookie],
  ['topic', '/topics/everyday', robin.cookie],
  ['topic-empty', '/topics/wins', robin.cookie],
  ['new', '/topics/everyday/new', robin.cookie],
  ['thread', `/threads/${post.id}`, robin.cookie],
  ['mine', '/mine', robin.cookie],
  ['help-member', '/help', robin.cookie],
  ['restricted', `/threads/${post.id}`, paused.cookie],
  ['messages', '/messages', robin.cookie],
  ['messages-paused', '/messages', paused.cookie],
  ['report', `/report/${post.id}`, robin.cookie],
  ['reports', '/mine/reports', paused.cookie],
  ['sign-in-refused', '/sign-in', null, 'Sign in'],
  ['join-3-refused', '/join/you?code=MAPLE-2026&agreed=2026-11', null, 'Join'],
  ['new-refused', '/topics/everyday/new', robin.cookie, 'Post'],
  ['report-refused', `/report/${post.id}`, robin.cookie, 'Send the report'],
  ['ask-refused', '/messages', robin.cookie, 'Send to the Guides'],
]

/** Both sizes and both colour schemes are seen; all four pairs when pictures are wanted. */
const looks = sizes
  .flatMap((size) => [false, true].map((dark) => ({ size, dark })))
  .filter(({ size, dark }) => pictures || dark === size.width > 400)

describe('every page', () => {
  for (const { size, dark } of looks) {
    it(
      `has no accessibility finding, ${size.name} wide, ${dark ? 'dark' : 'light'}, and does not scroll sideways`,
      { timeout: 180_000 },
      async () => {
        const findings: string[] = []
        for (const [name, path, cookie, press] of everyPage()) {
          const context = await open(cookie, { dark, ...size })
          const page = await context.newPage()
          page.on(
            'console',
            (message) =>
              message.type() === 'error' && name !== 'not-found' && !press && findings.push(`${name}: ${message.text()}`),
          )
          await page.goto(address + path)
          if (press) {
            await page.getByRole('button', { name: press, exact: true }).click()
            await page.locator('#problems').waitFor()
          }
          await picture(page, `${name}-${size.name}-${dark ? 'dark' : 'light'}`)
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          findings.push(
            ...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
          )
          if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
            findings.push(`${name}: scrolls sideways`)
          await context.close()
        }
        expect(findings).toEqual([])
      },
    )
  }
})

describe('an open page stays true', () => {
  const inPage = async (work: (page: Page, context: BrowserContext) => Promise<void>, cookie = robin.cookie) => {
    const context = await open(cookie, { width: 360, height: 740 })
    try {
      await work(await context.newPage(), context)
    } finally {
      await context.close()
    }
  }
  const listening = (page: Page) => page.waitForResponse((answer) => answer.url().includes('/live'))

  it('shows a Guide’s decision within a second, without touching what is being typed', () =>
    inPage(async (page) => {
      const own = community.seed(robin.viewer, 'anxiety', 'On the bus', 'I got on the bus today.')
      const live = listening(page)
      await page.goto(`${address}/threads/${own.id}`)
      await live
      const box = page.getByLabel('Your answer')
      await box.fill('half a sent')
      const began = performance.now()
      community.decide(own.id, { state: 'held', why: { reason: 'risk-to-self', words: null, rule: null } })
      await page.getByText('Only you and the Guides can see this for now.', { exact: false }).first().waitFor({ timeout: 1000 })
      expect(performance.now() - began).toBeLessThan(1000)
      await box.pressSequentially('ence')
      expect(await box.inputValue()).toBe('half a sentence')
      expect(await page.locator('#announce').textContent()).toContain('Held for now')
    }))

  it('shows it in the list of my posts too', () =>
    inPage(async (page) => {
      const own = community.seed(robin.viewer, 'anxiety', 'Another bus', 'And another one.')
      const live = listening(page)
      await page.goto(`${address}/mine`)
      await live
      community.decide(own.id, { state: 'removed', why: { reason: 'unkind', words: null, rule: 'kind' } })
      await page.locator(`[data-live="${own.id}"]`).getByText('Taken down.').waitFor({ timeout: 1000 })
    }))

  it('offers new comments instead of pushing them in, and nothing on the page moves', () =>
    inPage(async (page) => {
      const own = community.seed(robin.viewer, 'anxiety', 'Third bus', 'The last one.')
      const willow = community.member('Willow Two').viewer
      const live = listening(page)
      await page.goto(`${address}/threads/${own.id}`)
      await live
      const box = page.getByLabel('Your answer')
      await box.focus()
      const before = await box.boundingBox()
      community.answer(willow, own.id, 'Well done you.')
      const offer = page.getByRole('button', { name: '1 new comment, show' })
      await offer.waitFor({ timeout: 1500 })
      expect(await page.getByText('Well done you.').count()).toBe(0)
      expect(await box.boundingBox()).toEqual(before)
      expect(await page.evaluate('document.activeElement.id')).toBe('text')
      await offer.click()
      await page.getByText('Well done you.').waitFor({ timeout: 500 })
      expect(await page.evaluate('document.activeElement.id')).toMatch(/^c-/)
    }))

  it('shows what a Guide wrote at once, but waits while the member is writing', () =>
    inPage(async (page) => {
      const own = community.seed(robin.viewer, 'anxiety', 'Fifth bus', 'There is one more after all.')
      const guide = community.member('Wall Guide Robin').viewer
      const asStaff = { author: { pseudonym: 'Wall Guide Robin', staff: true, mine: false } }
      const live = listening(page)
      await page.goto(`${address}/threads/${own.id}`)
      await live
      community.answer(guide, own.id, 'A good ride to you.', asStaff)
      await page.getByText('A good ride to you.').waitFor({ timeout: 1500 })
      await page.getByLabel('Your answer').fill('Thank')
      community.answer(guide, own.id, 'And a seat.', asStaff)
      await page.getByRole('button', { name: '1 new comment, show' }).waitFor({ timeout: 1500 })
      expect(await page.getByText('And a seat.').count()).toBe(0)
    }))

  it('takes a comment away that a Guide took down, and marks a new message by a word', () =>
    inPage(async (page) => {
      const own = community.seed(robin.viewer, 'anxiety', 'Fourth bus', 'Really the last one.')
      const rude = community.answer(community.member('Rough Stone').viewer, own.id, 'Nobody asked.')
      const live = listening(page)
      await page.goto(`${address}/threads/${own.id}`)
      await live
      community.decide(rude.id, { state: 'removed', why: { reason: 'unkind', words: null, rule: 'kind' } })
      await page.getByText('A Guide has taken this down.').waitFor({ timeout: 1000 })
      expect(await page.getByText('Nobody asked.').count()).toBe(0)
      community.write(robin.viewer, { body: 'Hello again.' })
      await page.locator('#unread:not([hidden])').waitFor({ timeout: 1500 })
    }))

  it('sends a form once, however often the button is pressed', () =>
    inPage(async (page) => {
      await page.goto(`${address}/topics/wins/new`)
      await page.getByLabel('Title').fill('Pressed twice')
      await page.getByLabel('Your words').fill('A nervous thumb.')
      let sent = 0
      page.on('request', (request) => request.method() === 'POST' && sent++)
      await page.getByRole('button', { name: 'Post' }).dblclick()
      await page.getByRole('heading', { name: 'Pressed twice' }).waitFor()
      expect(sent).toBe(1)
    }))

  it('tells how much room is left only near the end of it', () =>
    inPage(async (page) => {
      await page.goto(`${address}/topics/wins/new`)
      const box = page.getByLabel('Your words')
      await box.fill('a'.repeat(1000))
      expect(await page.locator('#text-left').textContent()).toBe('')
      await box.fill('a'.repeat(19_900))
      expect(await page.locator('#text-left').textContent()).toBe('100 characters left')
    }))
})

describe('without JavaScript', () => {
  it('somebody joins, posts, answers and reads the state of the post', async () => {
    const context = await open(null, { javaScriptEnabled: false, width: 360, height: 740 })
    const page = await context.newPage()
    await page.goto(address)
    await page.getByRole('link', { name: 'Join with an access code' }).click()
    await page.getByLabel('Access code').fill('MAPLE-2026')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('I have read the house rules').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Name that others see').fill('Plain Paper')
    await page.getByLabel('Passphrase').fill('four plain little words')
    await page.getByLabel('Country you are in').selectOption('GB')
    await page.getByLabel('I am 16 or older').check()
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('Welcome, Plain Paper.').waitFor()
    await page.getByRole('link', { name: 'Small wins' }).click()
    await page.getByRole('link', { name: 'Write something' }).click()
    await page.getByLabel('Title').fill('Paper and pen')
    await page.getByLabel('Your words').fill('It works without anything else.')
    await page.getByLabel('Hello').check()
    await page.getByRole('button', { name: 'Post' }).click()
    await page.getByRole('heading', { name: 'Paper and pen' }).waitFor()
    await page.getByLabel('Your answer').fill('And I can add to it.')
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.getByText('And I can add to it.').waitFor()
    const mine = community.posts.find(({ title }) => title === 'Paper and pen')
    if (!mine) throw new Error('the post is not there')
    community.decide(mine.id, { state: 'reading' })
    await page.getByRole('link', { name: 'My posts' }).click()
    await page.getByText('Being read by a Guide.').waitFor()
    await context.close()
  })
})

describe('by keyboard', () => {
  it('the first key leads past the frame, and focus is always visible', async () => {
    const context = await open(robin.cookie)
    const page = await context.newPage()
    await page.goto(`${address}/topics`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the words')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    await context.close()
  })

  it('at 200% nothing is cut off sideways', async () => {
    const context = await open(robin.cookie, { width: 640, height: 400 })
    const page = await context.newPage()
    for (const path of ['/topics', `/threads/${post.id}`, '/topics/everyday/new', '/help']) {
      await page.goto(address + path)
      await page.evaluate('document.documentElement.style.fontSize = "200%"')
      expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'), path).toBe(false)
    }
    await context.close()
  })
})

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({
    path: join(pictures, `${name}.png`),
    fullPage: name.includes('-360-') === false || !name.startsWith('topics'),
  })
}
