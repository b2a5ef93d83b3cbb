/** Who works here: role and professional registration. Sign-in lives in `auth-staff`. */
import { boolean, date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const staff = pgTable('staff', {
  /** The same id as in `staff_user`. */
  id: uuid('id').primaryKey(),
  pseudonym: text('pseudonym').notNull(),
  role: text('role', { enum: ['guide', 'lead', 'senior', 'admin', 'partner-viewer', 'referrer'] }).notNull(),
  registrationBody: text('registration_body'),
  registrationNumber: text('registration_number'),
  /** Last day on which the registration is valid. */
  registrationExpires: date('registration_expires', { mode: 'string' }),
  active: boolean('active').notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})
