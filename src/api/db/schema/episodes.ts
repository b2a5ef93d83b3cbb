/** Risk episodes: how each stands, everything that was ever asked of it, and the evidence that it rests on. */
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { episodeStates } from '#contract/episode'
import { member } from './community'
import { staff } from './staff'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const episode = pgTable(
  'episode',
  {
    id: uuid('id').primaryKey(),
    version: integer('version').notNull(),
    /** Newest place in the log; drawn from `sync_head` in commit order, like an item's. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    memberId: uuid('member_id').notNull().references(() => member.id),
    state: text('state', { enum: episodeStates }).notNull(),
    openedAt: at('opened_at').notNull(),
    /** When the clock of its state runs out. */
    dueAt: at('due_at'),
    closedAt: at('closed_at'),
    /** As it stands (contract/episode): what the commands in `episode_command`, one after the other, make of it. */
    doc: jsonb('doc').notNull(),
  },
  (t) => [
    uniqueIndex('episode_seq').on(t.seq),
    // Two Leads who open one at the same moment open one.
    uniqueIndex('episode_one_open').on(t.memberId).where(sql`state <> 'closed'`),
    index('episode_open').on(t.state, t.dueAt).where(sql`state <> 'closed'`),
  ],
)

/** Never deleted from, never updated: a trigger sees to it. */
export const episodeCommand = pgTable(
  'episode_command',
  {
    id: uuid('id').primaryKey(),
    /** Not a foreign key: what was asked of an episode that does not exist is kept too. */
    episodeId: uuid('episode_id').notNull(),
    staffId: uuid('staff_id').notNull().references(() => staff.id),
    deviceId: uuid('device_id').notNull(),
    /** SHA-256 over staff member and canonical command. */
    hash: text('hash').notNull(),
    /** Canonical JSON as text, so that it comes back byte for byte. */
    payload: text('payload').notNull(),
    /** Who it was, under which name and role, when it arrived. */
    actor: text('actor').notNull(),
    outcome: text('outcome').notNull(),
    receivedAt: at('received_at').notNull(),
    /** Of what was carried out: its place in the episode, the post that it quotes, and the chain of hashes up to here. */
    place: integer('place'),
    snapshot: text('snapshot'),
    chain: text('chain'),
  },
  (t) => [uniqueIndex('episode_command_place').on(t.episodeId, t.place), index('episode_command_episode').on(t.episodeId, t.receivedAt)],
)
