/** Head of the log, and the desks that follow it. */
import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { staff } from './staff'

/** One row. Its lock is taken last in every transaction that changes an item, so numbers are in commit order. */
export const syncHead = pgTable('sync_head', {
  tenant: text('tenant').primaryKey(),
  epoch: uuid('epoch').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  /** Tombstones up to here are purged: an older cursor cannot be continued. */
  horizon: bigint('horizon', { mode: 'number' }).notNull(),
  /** How many items there are per audience, so that a snapshot's total costs nothing. */
  itemsGuide: integer('items_guide').notNull().default(0),
  itemsLead: integer('items_lead').notNull().default(0),
  itemsSenior: integer('items_senior').notNull().default(0),
})

export const device = pgTable(
  'device',
  {
    id: uuid('id').notNull(),
    staffId: uuid('staff_id').notNull().references(() => staff.id),
    name: text('name').notNull(),
    state: text('state', { enum: ['ok', 'wipe', 'reauth'] }).notNull().default('ok'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    lastSeen: timestamp('last_seen', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.staffId] })],
)
