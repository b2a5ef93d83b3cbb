/**
 * Tables of the encrypted cache. `item` is the shadow of the server's items and is written by sync alone; what the clinician
 * has decided lies over it in `outbox` until the server has answered. Instants are milliseconds since 1970.
 */
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const item = sqliteTable('item', {
  /** Never reused, so that a frozen view cannot show another item in the place of a removed one. */
  rid: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull().unique(),
  seq: integer().notNull(),
  /** Sequence numbers of different eras (the server's log was replaced) cannot be compared. */
  era: integer().notNull(),
  /** The snapshot that saw this row last. */
  mark: integer().notNull(),
  /** 0 open, 1 decided, 2 withdrawn. */
  status: integer().notNull(),
  kind: text().notNull(),
  topic: text().notNull(),
  thread: text().notNull(),
  author: text().notNull(),
  authorName: text('author_name').notNull(),
  preview: text().notNull(),
  queuedAt: integer('queued_at').notNull(),
  dueAt: integer('due_at').notNull(),
  decidedAt: integer('decided_at'),
  leaseBy: text('lease_by'),
  leaseName: text('lease_name'),
  leaseDevice: text('lease_device'),
  leaseUntil: integer('lease_until'),
  watched: integer().notNull(),
  /** Index into `levels`: the more urgent of the desk's own score and the level given at intake. */
  level: integer().notNull(),
  abstained: integer().notNull(),
  /** JSON array of categories, most weighty first. */
  themes: text().notNull(),
  packVersion: text('pack_version').notNull(),
  /** Rank key, see rank/key.ts. */
  band: integer().notNull(),
  rankAt: integer('rank_at').notNull(),
  partner: text('partner').notNull().default(''),
  country: text('country').notNull().default(''),
  /** Id of the colleague whom it is meant for by name. */
  assignee: text('assignee'),
  /** The item as the server sent it, with fields that this version does not know. */
  payload: text().notNull(),
})

export const outbox = sqliteTable('outbox', {
  decisionId: text('decision_id').primaryKey(),
  itemId: text('item_id').notNull().unique(),
  payload: text().notNull(),
  state: text({ enum: ['held', 'ready', 'sending', 'needs-update'] }).notNull(),
  attempts: integer().notNull(),
  nextAt: integer('next_at').notNull(),
  undoUntil: integer('undo_until').notNull(),
  /** In words; null while no server has answered. */
  lastAnswer: text('last_answer'),
})

export const outcome = sqliteTable('outcome', {
  decisionId: text('decision_id').primaryKey(),
  itemId: text('item_id').notNull(),
  payload: text().notNull(),
  outcome: text().notNull(),
  at: integer().notNull(),
  needsAttention: integer('needs_attention').notNull(),
  acknowledgedAt: integer('acknowledged_at'),
})

export const syncState = sqliteTable('sync_state', {
  only: integer().primaryKey(),
  /** Null until the first snapshot has ended. */
  cursor: text(),
  generation: integer().notNull(),
  era: integer().notNull(),
  /** A snapshot is under way or due when not 0: its number, which marks rows. */
  snapshot: integer().notNull(),
  lastSnapshot: integer('last_snapshot').notNull(),
  asOf: text('as_of'),
  after: text(),
  done: integer().notNull(),
  total: integer().notNull(),
  /** The mass-removal fail-safe: 0 no, 1 stopped and asking, 2 approved. */
  sweep: integer().notNull(),
  lastSyncedAt: integer('last_synced_at'),
})

export const draft = sqliteTable('draft', {
  itemId: text('item_id').primaryKey(),
  draft: text().notNull(),
  at: integer().notNull(),
})

/** The session of the API and other small things. */
export const setting = sqliteTable('setting', {
  name: text().primaryKey(),
  value: blob({ mode: 'buffer' }).notNull(),
})
