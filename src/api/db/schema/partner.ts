/** Partner organisations and the access codes by which their people join. */
import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const partner = pgTable('partner', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const accessCode = pgTable('access_code', {
  /** Upper case, without spaces. */
  code: text('code').primaryKey(),
  partnerId: uuid('partner_id').notNull().references(() => partner.id),
  active: boolean('active').notNull().default(true),
})
