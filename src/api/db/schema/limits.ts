/** Counters that all API processes share, and settings of the installation. */
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

export const rateLimit = pgTable('rate_limit', {
  /** What is limited and a hash of whom: no pseudonym or address in clear. */
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  resetAt: timestamp('reset_at', { withTimezone: true }).notNull(),
})

export const setting = pgTable('setting', { name: text('name').primaryKey(), value: text('value').notNull() })
