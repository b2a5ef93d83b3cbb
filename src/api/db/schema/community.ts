/** What members write and read. */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { partner } from './partner'
import { staff } from './staff'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const topic = pgTable('topic', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  position: smallint('position').notNull(),
  /** Not a place of the community: what members write to the Guides alone, and what their questionnaires raise. */
  hidden: boolean('hidden').notNull().default(false),
})

export const member = pgTable('member', {
  /** The same id as in `member_user` for those who can sign in. */
  id: uuid('id').primaryKey(),
  pseudonym: text('pseudonym').notNull(),
  /** Folded form: two pseudonyms that look alike are one. */
  pseudonymKey: text('pseudonym_key').notNull().unique(),
  country: text('country'),
  partnerId: uuid('partner_id').references(() => partner.id),
  rulesVersion: text('rules_version').notNull(),
  rulesAgreedAt: at('rules_agreed_at').notNull(),
  joinedAt: at('joined_at').notNull(),
  restrictedUntil: at('restricted_until'),
  restrictedRule: text('restricted_rule'),
  watched: boolean('watched').notNull().default(false),
  /** `demo` marks made-up people; `import` those of an imported forum. */
  source: text('source', { enum: ['joined', 'demo', 'import'] }).notNull().default('joined'),
})

export const post = pgTable(
  'post',
  {
    id: uuid('id').primaryKey(),
    /** A `message` is a member's word to the Guides: no reader of the community ever sees it. */
    kind: text('kind', { enum: ['post', 'comment', 'message'] }).notNull(),
    threadId: uuid('thread_id').notNull(),
    topicId: uuid('topic_id').notNull().references(() => topic.id),
    /** A post is by a member or, as a reply, by staff under their pseudonym. */
    authorId: uuid('author_id').references(() => member.id),
    staffId: uuid('staff_id').references(() => staff.id),
    title: text('title'),
    intent: text('intent'),
    /** As written; only staff see it once it is redacted. */
    text: text('text').notNull(),
    /** What readers see instead of `text` when parts were redacted. */
    visibleText: text('visible_text'),
    redactions: jsonb('redactions'),
    revision: integer('revision').notNull().default(1),
    state: text('state', { enum: ['live', 'reading', 'held', 'changed', 'removed'] }).notNull(),
    whyReason: text('why_reason'),
    whyWords: text('why_words'),
    whyRule: text('why_rule'),
    contentNote: text('content_note'),
    createdAt: at('created_at').notNull(),
    editedAt: at('edited_at'),
    /** Of a first post: when anybody last wrote in the thread. */
    lastAt: at('last_at').notNull(),
    /** The same form, or the same imported line, sent twice makes one post. */
    sourceKey: text('source_key'),
  },
  (t) => [
    uniqueIndex('post_source_key').on(t.sourceKey),
    index('post_topic_activity').on(t.topicId, t.lastAt.desc(), t.id.desc()).where(sql`kind = 'post'`),
    index('post_thread').on(t.threadId, t.createdAt, t.id).where(sql`kind = 'comment'`),
    index('post_first').on(t.createdAt).where(sql`kind = 'post'`),
    index('post_message').on(t.authorId, t.createdAt).where(sql`kind = 'message'`),
    index('post_author').on(t.authorId, t.createdAt.desc(), t.id.desc()),
    check('post_one_author', sql`(author_id is null) <> (staff_id is null)`),
  ],
)

/** What a member reported. Guides see the words and the text as it stood, never by whom. */
export const report = pgTable(
  'report',
  {
    id: uuid('id').primaryKey(),
    postId: uuid('post_id').notNull().references(() => post.id),
    memberId: uuid('member_id').notNull().references(() => member.id),
    /** Not a foreign key: an item may be taken out of the log later. */
    itemId: uuid('item_id').notNull(),
    reason: text('reason').notNull(),
    words: text('words').notNull(),
    snapshot: text('snapshot').notNull(),
    /** How the post stood, so that it can be told whether it was changed. */
    postState: text('post_state').notNull(),
    postRevision: integer('post_revision').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [uniqueIndex('report_once').on(t.itemId, t.memberId), index('report_member').on(t.memberId, t.createdAt.desc()), index('report_post').on(t.postId)],
)

/** A private message between a member and the Guides. */
export const message = pgTable(
  'message',
  {
    id: uuid('id').primaryKey(),
    memberId: uuid('member_id').notNull().references(() => member.id),
    staffId: uuid('staff_id').references(() => staff.id),
    body: text('body').notNull(),
    services: jsonb('services'),
    aboutPost: uuid('about_post').references(() => post.id),
    decisionId: uuid('decision_id'),
    createdAt: at('created_at').notNull(),
    readAt: at('read_at'),
  },
  (t) => [
    index('message_member').on(t.memberId, t.createdAt.desc()),
    index('message_unread').on(t.memberId).where(sql`read_at is null`),
  ],
)
