/** Blind second readings: what was read first, by whom, and what the second reader found. One row for each sampled decision. */
import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { levels } from '#contract/risk'
import { verdicts } from '#contract/review'
import { post } from './community'
import { staff } from './staff'

export const secondReview = pgTable(
  'second_review',
  {
    /** The item of kind second-review; not a foreign key, because that item is written last in its transaction. */
    item: uuid('item').primaryKey(),
    /** The item that was decided. */
    first: uuid('first').notNull(),
    postId: uuid('post_id').notNull().references(() => post.id),
    assignee: uuid('assignee').notNull().references(() => staff.id),
    firstVerdict: text('first_verdict', { enum: verdicts }).notNull(),
    /** The level that the first decision left it at. */
    firstLevel: text('first_level', { enum: levels }).notNull(),
    verdict: text('verdict', { enum: verdicts }),
    ownLevel: text('own_level', { enum: levels }),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('second_review_first').on(t.first),
    index('second_review_open').on(t.assignee, t.postId).where(sql`answered_at is null`),
    index('second_review_answered').on(t.answeredAt).where(sql`answered_at is not null`),
  ],
)
