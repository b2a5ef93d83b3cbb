import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { PostView } from '#contract/community'
import type { PostId } from '#contract/ids'
import { postStates, reasonCodes } from '#contract/review'
import { safePath } from '../../../src/web/server/form'
import { Help } from '../../../src/web/server/pages/info'
import { Messages } from '../../../src/web/server/pages/messages'
import { MyReports, ReportPage } from '../../../src/web/server/pages/reports'
import { Comment, FirstPost, MyLine, ThreadLine } from '../../../src/web/server/parts/post'
import { beginning, versionOf } from '../../../src/web/server/parts/text'
import { crisisLines, crisisLinesStale, houseRules, ruleTitle } from '../../../src/web/server/resources'
import { makeSite, type MemberVisit } from '../../../src/web/server/web'
import { wordsFor } from '../../../src/web/server/words'
import { memoryCommunity } from './memory-community'

const now = new Date('2026-11-25T14:00:00.000Z')
const words = wordsFor()
const community = memoryCommunity(() => now)
const { viewer } = community.member('Amber Finch')
const site = makeSite({
  service: community,
  assets: { url: (name) => `/assets/${name}` },
  demo: false,
  now: () => now,
})
const here: MemberVisit = {
  site,
  words,
  viewer,
  unread: false,
  token: 'token',
  path: '/mine',
  now,
  zone: 'Europe/London',
  emergency: '999',
}

const id = '01939393-0000-7000-8000-000000000001' as PostId
const post = (changes: Partial<PostView> = {}): PostView => ({
  id,
  thread: id,
  kind: 'post',
  title: 'A title',
  text: 'Some words.',
  intent: null,
  at: '2026-11-25T09:00:00.000Z',
  editedAt: null,
  author: { pseudonym: 'Amber Finch', staff: false, mine: true },
  state: 'live',
  contentNote: null,
  why: null,
  topic: { slug: 'everyday', name: 'Everyday life' },
  comments: 0,
  ...changes,
})
const theirs = { pseudonym: 'Willow Lane', staff: false, mine: false }

describe('what a member writes is shown as words, never as markup', () => {
  const nasty = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&'
  const views = {
    first: <FirstPost here={here} post={post({ title: nasty, text: nasty, author: { ...theirs, pseudonym: nasty } })} />,
    comment: <Comment here={here} post={post({ kind: 'comment', text: nasty })} />,
    line: <ThreadLine here={here} post={post({ title: nasty, text: nasty, contentNote: nasty })} />,
    mine: (
      <MyLine
        here={here}
        post={post({ title: nasty, text: nasty, state: 'removed', why: { reason: 'unkind', words: nasty, rule: nasty } })}
      />
    ),
    message: (
      <Messages
        here={here}
        messages={[{ id: 'm', from: nasty, fromStaff: true, body: nasty, at: post().at, readAt: null, about: null, services: [] }]}
        line={{ waiting: false, before: 0, guideSeen: false }}
        draft={{ text: nasty, key: 'k' }}
        problems={{}}
      />
    ),
    'own message': (
      <Messages
        here={here}
        messages={[{ id: 'm', from: nasty, fromStaff: false, body: nasty, at: post().at, readAt: null, about: null, services: [], own: { waiting: true } }]}
        line={{ waiting: true, before: 2, guideSeen: true }}
        draft={{ text: nasty, key: 'k' }}
        problems={{ text: nasty }}
      />
    ),
    report: (
      <ReportPage here={here} about={{ post: post({ text: nasty, title: nasty, author: { pseudonym: nasty, staff: false, mine: false } }), why: null }} values={{ reason: nasty, text: nasty }} problems={{ '': nasty }} />
    ),
    'my reports': (
      <MyReports
        here={here}
        reports={[{ id: 'r', at: post().at, reason: 'other', words: nasty, status: 'left', kind: 'comment', topic: { slug: 'x', name: nasty }, thread: null, post: post().id }]}
        notice={null}
      />
    ),
  }
  for (const [name, view] of Object.entries(views)) {
    it(name, () => {
      const html = renderToStaticMarkup(view)
      expect(html).not.toMatch(/<script|<img/)
      expect(html).toContain('&lt;script&gt;')
    })
  }

  it('keeps paragraphs and lines, and lets the text decide its direction', () => {
    const html = renderToStaticMarkup(<FirstPost here={here} post={post({ text: 'One\ntwo\n\nשלום' })} />)
    expect(html).toContain('<p dir="auto">One<br/>two</p><p dir="auto">שלום</p>')
  })

  it('shortens between words, and never in the middle of a character', () => {
    expect(beginning('one two three four', 10)).toBe('one two…')
    expect(beginning('🙂'.repeat(200), 21)).toBe(`${'🙂'.repeat(10)}…`)
  })
})

describe('honest states', () => {
  it.each(postStates)('tells the author in "my posts" when a post is %s', (state) => {
    expect(renderToStaticMarkup(<MyLine here={here} post={post({ state })} />)).toContain(words.states[state].sentence)
  })

  it.each(reasonCodes)('has kind words for the reason %s', (reason) => {
    const html = renderToStaticMarkup(
      <MyLine here={here} post={post({ state: 'held', why: { reason, words: null, rule: null } })} />,
    )
    expect(html).toContain(words.reasons[reason])
    expect(words.reasons[reason]).not.toMatch(/!|violat|fail|offen[cs]e|abus/i)
  })

  it('does not say that words were changed when a Guide only put a note before them', () => {
    const noted = (reason: 'support' | 'method-detail') =>
      renderToStaticMarkup(
        <MyLine here={here} post={post({ state: 'changed', contentNote: 'Loss', why: { reason, words: null, rule: null } })} />,
      )
    expect(noted('support')).toContain(words.noted.only)
    expect(noted('support')).not.toContain(words.states.changed.sentence)
    expect(noted('method-detail')).toContain(`${words.states.changed.sentence} ${words.noted.also}`)
  })

  it('cites the house rule by its title and shows what the Guide wrote', () => {
    const html = renderToStaticMarkup(
      <FirstPost
        here={here}
        post={post({
          state: 'changed',
          why: { reason: 'identifying-detail', words: 'I took out the place.', rule: 'anonymous' },
        })}
      />,
    )
    expect(html).toContain('Stay anonymous, and let others be')
    expect(html).toContain('I took out the place.')
  })

  it('offers help, without shouting, where somebody is held because we are concerned for them', () => {
    const html = renderToStaticMarkup(
      <FirstPost here={here} post={post({ state: 'held', why: { reason: 'risk-to-self', words: null, rule: null } })} />,
    )
    expect(html).toContain('href="/help"')
  })

  it('tells nobody else anything about the state of a post', () => {
    const html = renderToStaticMarkup(<FirstPost here={here} post={post({ author: theirs, state: 'changed' })} />)
    expect(html).not.toContain('class="state')
    expect(html).not.toContain('data-say')
  })

  it('says that a comment was taken down instead of leaving a hole', () => {
    const html = renderToStaticMarkup(
      <Comment here={here} post={post({ kind: 'comment', author: theirs, state: 'removed', text: '' })} />,
    )
    expect(html).toContain(words.thread.gone)
  })

  it('puts a text with a content note behind one press that works without a script', () => {
    const html = renderToStaticMarkup(<FirstPost here={here} post={post({ author: theirs, contentNote: 'Loss' })} />)
    expect(html).toMatch(/<details[^>]*><summary>Content note: Loss/)
    expect(renderToStaticMarkup(<ThreadLine here={here} post={post({ author: theirs, contentNote: 'Loss' })} />)).not.toContain(
      'Some words.',
    )
  })

  it('marks a changed post as changed for the open page, and leaves one alone that only grew older', () => {
    const before = versionOf(post())
    expect(versionOf(post({ state: 'held' }))).not.toBe(before)
    expect(versionOf(post({ text: 'Other words.' }))).not.toBe(before)
    expect(versionOf(post({ at: '2026-11-24T09:00:00.000Z' }))).toBe(before)
  })
})

describe('no counting', () => {
  it('says whether people answered, not how many', () => {
    const html = renderToStaticMarkup(<ThreadLine here={here} post={post({ comments: 37 })} />)
    expect(html).toContain(words.topic.answered)
    expect(html).not.toContain('37')
  })
})

describe('help', () => {
  /** Domain §9, to the letter. */
  const numbers: Record<string, string[]> = {
    GB: ['999', '111, then option 2', '116 123', '85258', '0800 068 4141', '0800 1111'],
    IE: ['112', '999', '116 123', '1800 111 888'],
    US: ['911', '988', '988', '741741'],
    CA: ['911', '9-8-8', '9-8-8'],
    NZ: ['111', '1737', '1737'],
    AU: ['000', '13 11 14'],
  }
  it.each(Object.entries(numbers))('lists exactly the known numbers of %s', (code, wanted) => {
    const country = crisisLines.countries.find((one) => one.code === code)
    const all = [
      ...(country?.emergency ?? []),
      ...(country?.lines.flatMap(({ call, text }) => [call, text].filter((one) => one !== undefined)) ?? []),
    ]
    expect(all.map(({ number }) => number)).toEqual(wanted)
    for (const { number, tel } of all) expect(number.replace(/, then option 2|\D/g, '')).toBe(tel)
  })

  it('knows no other country, and not the old Canadian number', () => {
    expect(crisisLines.countries.map(({ code }) => code).sort()).toEqual(Object.keys(numbers).sort())
    expect(JSON.stringify(crisisLines)).not.toMatch(/1.?833/)
  })

  it('puts the member’s own country first and open', () => {
    const html = renderToStaticMarkup(<Help here={{ ...here, viewer: { ...viewer, country: 'NZ' } }} />)
    expect(html.indexOf('New Zealand')).toBeLessThan(html.indexOf('United Kingdom'))
    expect(html).toContain('href="tel:1737"')
  })

  it('warns when the numbers have not been checked for more than 30 days', () => {
    const day = 86_400_000
    const checked = new Date(crisisLines.verifiedAt).getTime()
    expect(crisisLinesStale(crisisLines, new Date(checked + 29 * day))).toBe(false)
    expect(crisisLinesStale(crisisLines, new Date(checked + 31 * day))).toBe(true)
    expect(renderToStaticMarkup(<Help here={{ ...here, now: new Date(checked + 31 * day) }} />)).toContain(words.help.stale)
    expect(renderToStaticMarkup(<Help here={{ ...here, now: new Date(checked) }} />)).not.toContain(words.help.stale)
  })
})

describe('house rules', () => {
  it('are eight at most, each with its own id, and an unknown id still says something', () => {
    expect(houseRules.rules.length).toBeLessThanOrEqual(8)
    expect(new Set(houseRules.rules.map((rule) => rule.id)).size).toBe(houseRules.rules.length)
    expect(ruleTitle(houseRules, 'kind')).toBe('Be kind')
    expect(ruleTitle(houseRules, 'no such rule')).toBe('no such rule')
  })
})

describe('a link after signing in', () => {
  it.each([
    ['/mine', '/mine'],
    ['/threads/1?page=2#c-3', '/threads/1?page=2#c-3'],
    ['//elsewhere.example', '/topics'],
    ['/\\elsewhere.example', '/topics'],
    ['https://elsewhere.example', '/topics'],
    ['javascript:alert(1)', '/topics'],
    ['', '/topics'],
  ])('%s leads to %s', (given, wanted) => expect(safePath(given, '/topics')).toBe(wanted))
})
