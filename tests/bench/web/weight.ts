/** What a member's device has to fetch for a full topic page, as it crosses the wire. */
import { openPages } from '../../integration/web/support/pages'

export type BenchRow = { name: string; value: number; unit: string; target: string; pass: boolean; raw?: number; note?: string }

const sentence = 'The evening was long again, and the kettle was on twice before I could say what it was about. '
const kilobyte = 1024

/** Bodies in bytes, by kind, of the page and everything that it links. Twenty threads with texts of ordinary length. */
export async function run(): Promise<BenchRow[]> {
  const { app, community } = await openPages()
  try {
    const { viewer, cookie } = community.member('Amber Finch')
    for (let index = 0; index < 20; index++) {
      // No two texts alike: repetition would flatter the compression.
      community.seed(viewer, 'everyday', `Evening ${index}: ${words(index, 4)}`, `${words(index + 100, 60)}. ${sentence}`, {
        intent: 'listen',
      })
    }
    const fetched = async (url: string) => {
      const answer = await app.inject({ url, headers: { cookie, 'accept-encoding': 'br, gzip' } })
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`)
      return { bytes: answer.rawPayload.length, plain: await plain(app, url, cookie) }
    }
    const page = await fetched('/topics/everyday')
    const links = [...page.plain.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
    const style = links.find((link) => link.endsWith('.css')) ?? ''
    const css = await fetched(style)
    const fonts = [...css.plain.matchAll(/url\(["']?(\/assets\/[^"')]+)/g)].map((match) => match[1] ?? '')
    const sizes = new Map<string, number>([['page', page.bytes]])
    for (const link of new Set([...links, ...fonts])) sizes.set(link, (await fetched(link)).bytes)
    const sum = (part: (link: string) => boolean) =>
      [...sizes].filter(([link]) => part(link)).reduce((total, [, bytes]) => total + bytes, 0)
    const row = (name: string, bytes: number, most: number, note: string): BenchRow => ({
      name,
      value: Math.round((bytes / kilobyte) * 10) / 10,
      unit: 'KB',
      target: `≤ ${most} KB`,
      pass: bytes <= most * kilobyte,
      note,
    })
    const all = sum(() => true)
    return [
      row(
        'Topic page of the web community, compressed, in all',
        all,
        60,
        `20 threads; page ${page.bytes} bytes, ${sizes.size - 1} files`,
      ),
      row(
        'Topic page of the web community, script',
        sum((link) => link.endsWith('.js')),
        15,
        'complete without it',
      ),
      row(
        'Topic page of the web community, stylesheet',
        sum((link) => link.endsWith('.css')),
        12,
        '',
      ),
      row(
        'Topic page of the web community, font',
        sum((link) => link.endsWith('.woff2')),
        20,
        'one subset',
      ),
    ]
  } finally {
    await app.close()
  }
}

async function plain(app: Awaited<ReturnType<typeof openPages>>['app'], url: string, cookie: string): Promise<string> {
  return (await app.inject({ url, headers: { cookie } })).body
}

/** Words that do not repeat in order: a small linear generator over a small vocabulary, the same every time. */
function words(seed: number, count: number): string {
  const vocabulary =
    'window morning quiet tea bus rain friend letter garden week sleep music walk kitchen light river cold warm alone phone brother work bread small heavy slow evening coat paper stairs'.split(
      ' ',
    )
  let state = (seed + 1) * 48_271
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647
    return vocabulary[state % vocabulary.length]
  }).join(' ')
}
