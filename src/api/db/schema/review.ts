/** The review queue and the permanent ledger of decisions. */
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { itemKinds } from '#contract/review'
import { member, post } from './community'
import { staff } from './staff'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const item = pgTable(
  'item',
  {
    id: uuid('id').primaryKey(),
    version: integer('version').notNull().default(1),
    /** Newest place in the log; drawn from `sync_head` in commit order. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** A tombstone: desks delete their shadow. */
    removed: boolean('removed').notNull().default(false),
    kind: text('kind', { enum: itemKinds }).notNull(),
    status: text('status', { enum: ['open', 'decided', 'withdrawn'] }).notNull().default('open'),
    postId: uuid('post_id').notNull().references(() => post.id),
    authorId: uuid('author_id').notNull().references(() => member.id),
    level: text('level', { enum: ['crisis', 'red', 'amber', 'green'] }).notNull(),
    packVersion: text('pack_version').notNull(),
    /** Lowest role whose queue it is in: 0 guide, 1 lead, 2 senior. */
    audience: smallint('audience').notNull(),
    queuedAt: at('queued_at').notNull(),
    /** Order of the queue: crisis 0, red and amber 1, green 2; inside a band by due time. */
    band: smallint('band').notNull(),
    dueAt: at('due_at').notNull(),
    origin: jsonb('origin'),
    about: jsonb('about'),
    assignee: uuid('assignee').references(() => staff.id),
    assigneeName: text('assignee_name'),
    /** Of an escalation: when its owner took it, and when it widens if nobody does. */
    acceptedAt: at('accepted_at'),
    widensAt: at('widens_at'),
    leaseUser: uuid('lease_user').references(() => staff.id),
    leaseName: text('lease_name'),
    leaseDevice: uuid('lease_device'),
    leaseUntil: at('lease_until'),
    /** Kept for a supervisor: the holder's words. */
    leaseHeld: text('lease_held'),
    /** Summary of the one effective decision. */
    decision: jsonb('decision'),
  },
  (t) => [
    uniqueIndex('item_seq').on(t.seq),
    index('item_rank').on(t.audience, t.band, t.dueAt, t.id).where(sql`status = 'open' and not removed`),
    index('item_post').on(t.postId),
    index('item_author').on(t.authorId),
    index('item_widens').on(t.widensAt).where(sql`status = 'open' and accepted_at is null and widens_at is not null and not removed`),
    // Also when two API processes work at once.
    uniqueIndex('item_one_report').on(t.postId).where(sql`kind = 'report' and status = 'open' and not removed`),
    uniqueIndex('item_one_newcomer').on(t.authorId).where(sql`kind = 'newcomer'`),
    index('item_asking').on(t.authorId, t.band, t.dueAt).where(sql`kind = 'ask' and status = 'open' and not removed`),
    index('item_tombstone').on(t.seq).where(sql`removed`),
  ],
)

/** Never deleted from, never updated: also the record of who decided what, when and by which rules. */
export const decision = pgTable(
  'decision',
  {
    id: uuid('id').primaryKey(),
    /** Not a foreign key: a decision on an item that is gone is kept too. */
    itemId: uuid('item_id'),
    staffId: uuid('staff_id').notNull().references(() => staff.id),
    deviceId: uuid('device_id').notNull(),
    /** SHA-256 over staff member and canonical decision. */
    hash: text('hash').notNull(),
    /** Canonical JSON as text, so that it comes back byte for byte. */
    payload: text('payload').notNull(),
    outcome: text('outcome').notNull(),
    effective: boolean('effective').notNull(),
    receivedAt: at('received_at').notNull(),
  },
  (t) => [
    uniqueIndex('decision_one_effective').on(t.itemId).where(sql`effective`),
    index('decision_item').on(t.itemId),
    index('decision_received').on(t.receivedAt.desc()),
  ],
)
