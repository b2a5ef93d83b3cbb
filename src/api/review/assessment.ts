/**
 * Risk answers of questionnaires (domain §8): one answered risk question raises a review item, also of a form that was never
 * finished. The questionnaires call this with every answer to a risk question; which answers count, and how urgently, is theirs.
 */
import { uuidv7 } from 'uuidv7'
import type { Level } from '#contract/risk'
import type { Database, Tx } from '../db/database'
import { one, statement } from '../db/sql'
import { clean } from '../community/text'
import { privateTopic } from '../community/private-topics'
import { appendItems } from './items'
import { placeInQueue } from './rank'

export type RiskAnswer = {
  member: string
  /** One filled-in form, finished or not: the same question of it is raised once. */
  form: string
  instrument: string
  /** Number or code of the question in its instrument. */
  questionId: string
  question: string
  answer: string
  /** Null while the form is unfinished: a total is never estimated over what is missing. */
  total: number | null
  level: Level
  at: Date
}

const insertPost = statement<{ id: string }>(
  'assessment_post',
  `insert into post (id, kind, thread_id, topic_id, author_id, text, state, created_at, last_at, source_key)
   values ($1, 'message', $1, $2, $3, $4, 'reading', $5, $5, $6) on conflict (source_key) do nothing returning id`,
)
const known = statement<{ item: string }>('assessment_known', 'select i.id as item from item i join post p on p.id = i.post_id where p.source_key = $1 order by i.queued_at, i.id limit 1')

/** Gives the item's id; raising the same answer again gives the same item. Only Guides ever see it. */
export function raiseAssessment(database: Database, answer: RiskAnswer): Promise<string> {
  return database.transaction((tx) => raise(tx, answer))
}

async function raise(tx: Tx, { member, form, instrument, questionId, question, answer, total, level, at }: RiskAnswer): Promise<string> {
  const sourceKey = `form-answer:${form}:${questionId}`
  const post = uuidv7()
  const topic = await privateTopic(tx, 'questionnaires')
  const [stored] = await tx.query(insertPost, [post, topic, member, clean(`${question}\n${answer}`), at, sourceKey])
  if (stored === undefined) return (await one(tx, known, [sourceKey])).item
  const item = uuidv7()
  const about = { of: 'assessment' as const, instrument, question, answer, total, at: at.toISOString() }
  await appendItems(
    tx,
    [{ id: item, kind: 'assessment', postId: post, authorId: member, level, packVersion: 'answer', audience: 0, queuedAt: at, ...placeInQueue('assessment', level, at), origin: null, about }],
    [],
  )
  return item
}
