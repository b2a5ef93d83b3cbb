/** One line of a forum's export, checked. Pure. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { maxPostLength } from '#contract/community'
import { clean } from '../community/text'

/** `replyTo` is the `id` of an earlier line or, where lines have no id, that line's number, counted from 1. */
const Line = z.object({
  id: z.union([z.string().min(1).max(200), z.number()]).transform(String).optional(),
  author: z.string('author is missing').trim().min(1, 'author is empty').max(200, 'author is longer than 200 characters'),
  topic: z.string('topic is missing').trim().min(1, 'topic is empty').max(80, 'topic is longer than 80 characters'),
  text: z.string('text is missing').max(maxPostLength, `text is longer than ${maxPostLength.toLocaleString('en-GB')} characters`),
  at: z.iso.datetime({ offset: true, error: 'at is not a time such as 2026-11-23T07:00:00Z' }).optional(),
  replyTo: z.union([z.string().min(1), z.number().int()]).transform(String).optional(),
})

export type ImportLine = {
  number: number
  /** By what later lines can answer it. */
  names: string[]
  author: string
  topic: string
  text: string
  at: Date | null
  replyTo: string | null
  /** Stable over runs: the same line makes the same post. */
  key: string
}

export type Checked = { ok: true; line: ImportLine } | { ok: false; number: number; reason: string }

/** `occurrence` counts lines with the very same content before this one, so that two equal lines are two posts. */
export function checkLine(raw: string, number: number, occurrence: (hash: string) => number): Checked {
  const no = (reason: string): Checked => ({ ok: false, number, reason })
  let json: unknown
  try {
    json = JSON.parse(raw)
  } catch {
    return no('this is not JSON')
  }
  const parsed = Line.safeParse(json)
  if (!parsed.success) return no(parsed.error.issues[0]?.message ?? 'this line is not understood')
  const { id, author, topic, at, replyTo } = parsed.data
  const text = clean(parsed.data.text).trim()
  if (text === '') return no('text is empty')
  const hash = createHash('sha256')
    .update(JSON.stringify([id ?? null, author, topic, text, at ?? null, replyTo ?? null]))
    .digest('base64url')
  const line: ImportLine = {
    number,
    names: id === undefined ? [`#${number}`] : [`=${id}`],
    author: clean(author),
    topic: clean(topic),
    text,
    at: at === undefined ? null : new Date(at),
    replyTo: replyTo ?? null,
    key: `import:${hash}:${occurrence(hash)}`,
  }
  return { ok: true, line }
}
