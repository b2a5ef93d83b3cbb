/**
 * The cache's history, in order. Numbers go by tens so that a hotfix fits between; `user_version` is the last one applied.
 * A migration is never edited after release.
 */
import type Database from 'better-sqlite3'
import { vaultError } from '../errors'

export type Migration = { version: number; sql: string }

export const migrations: readonly Migration[] = [
  {
    version: 10,
    sql: `
      create table item (
        rid integer primary key autoincrement,
        id text not null unique,
        seq integer not null,
        era integer not null,
        mark integer not null,
        status integer not null,
        kind text not null,
        topic text not null,
        thread text not null,
        author text not null,
        author_name text not null,
        preview text not null,
        queued_at integer not null,
        due_at integer not null,
        decided_at integer,
        lease_by text,
        lease_name text,
        lease_device text,
        lease_until integer,
        watched integer not null,
        level integer not null,
        abstained integer not null,
        themes text not null,
        pack_version text not null,
        band integer not null,
        rank_at integer not null,
        payload text not null
      ) strict;
      create index item_rank on item (status, band, rank_at, level, id, topic);
      create index item_thread on item (thread);
      create index item_author on item (author, queued_at);
      create index item_leased on item (lease_by) where lease_by is not null;
      create index item_watched on item (status) where watched = 1;
      create index item_decided on item (decided_at) where decided_at is not null;
      create table outbox (
        decision_id text primary key,
        item_id text not null unique,
        payload text not null,
        state text not null check (state in ('held', 'ready', 'sending', 'needs-update')),
        attempts integer not null,
        next_at integer not null,
        undo_until integer not null,
        last_answer text
      ) strict;
      create index outbox_next on outbox (state, next_at);
      create table outcome (
        decision_id text primary key,
        item_id text not null,
        payload text not null,
        outcome text not null,
        at integer not null,
        needs_attention integer not null,
        acknowledged_at integer
      ) strict;
      create index outcome_open on outcome (at) where needs_attention = 1 and acknowledged_at is null;
      create index outcome_at on outcome (at);
      create table sync_state (
        only integer primary key check (only = 1),
        cursor text,
        generation integer not null,
        era integer not null,
        snapshot integer not null,
        last_snapshot integer not null,
        as_of text,
        after text,
        done integer not null,
        total integer not null,
        sweep integer not null,
        last_synced_at integer
      ) strict;
      insert into sync_state values (1, null, 1, 1, 1, 1, null, null, 0, 0, 0, null);
      create table draft (item_id text primary key, draft text not null, at integer not null) strict;
      create table setting (name text primary key, value blob not null) strict;
    `,
  },
  // The queue's order changed (docs/decisions/0004): the level itself, then the end of its clock.
  { version: 20, sql: 'update item set band = level, rank_at = due_at' },
  // Care of the Guide: what this person read and decided and when they rested, for them alone; and what waits, by age.
  {
    version: 50,
    sql: `
      create table care_event (
        id integer primary key autoincrement,
        kind text not null check (kind in ('read', 'decided', 'break', 'pause')),
        at integer not null,
        until integer,
        item_id text,
        decision_id text,
        level integer,
        verdict text,
        queued_at integer,
        load real not null
      ) strict;
      create index care_event_kind on care_event (kind, at);
      create index care_event_at on care_event (at);
      create index care_event_decision on care_event (decision_id) where decision_id is not null;
      create index item_age on item (status, level, queued_at, id);
    `,
  },
  // Risk episodes (docs/decisions/0020): the server's word, what was done here and has not arrived, what was not carried out.
  {
    version: 60,
    sql: `
      create table episode (
        id text primary key,
        seq integer not null,
        view text not null check (view in ('full', 'brief')),
        open integer not null,
        member text not null,
        payload text not null
      ) strict;
      create index episode_member on episode (member) where open = 1;
      create table episode_outbox (
        n integer primary key autoincrement,
        command_id text not null unique,
        episode_id text not null,
        payload text not null,
        snapshot text,
        version integer,
        last_answer text
      ) strict;
      create index episode_outbox_of on episode_outbox (episode_id, n);
      create table episode_unmet (
        command_id text primary key,
        episode_id text not null,
        member text,
        payload text not null,
        outcome text not null,
        at integer not null,
        seen_at integer
      ) strict;
    `,
  },
  // What the queue is filtered by (docs/decisions/0019), beside the texts, so that a filter never reads one.
  {
    version: 70,
    sql: `
      alter table item add column partner text not null default '';
      alter table item add column country text not null default '';
      alter table item add column assignee text;
      update item set partner = coalesce(payload ->> '$.author.partner', ''), country = coalesce(payload ->> '$.author.country', ''),
        assignee = payload ->> '$.assignee.id';
      create index item_facets on item (status, kind, partner, country, themes, level, topic);
      create index item_assigned on item (assignee) where assignee is not null;
    `,
  },
  // Words of the texts (docs/decisions/0021): an index without the texts themselves, in the same encrypted file. What is changed or
  // removed leaves it in the same transaction; what is new is added a little later (`worded`).
  {
    version: 80,
    sql: `
      create virtual table item_word using fts5 (title, text, author, topic, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2');
      insert into item_word (item_word, rank) values ('secure-delete', 1);
      create virtual table item_words using fts5vocab (item_word, 'row');
      alter table item add column worded integer not null default 0;
      create index item_unworded on item (rid) where worded = 0;
      create trigger item_word_gone before delete on item when old.worded = 1 begin
        insert into item_word (item_word, rowid, title, text, author, topic)
        values ('delete', old.rid, coalesce(old.payload ->> '$.post.title', ''), old.payload ->> '$.post.text', old.author_name, old.topic);
      end;
      create trigger item_word_changed after update of payload on item
      when old.worded = 1 and (old.payload ->> '$.post.text' is not new.payload ->> '$.post.text' or old.payload ->> '$.post.title' is not new.payload ->> '$.post.title'
        or old.author_name is not new.author_name or old.topic is not new.topic) begin
        insert into item_word (item_word, rowid, title, text, author, topic)
        values ('delete', old.rid, coalesce(old.payload ->> '$.post.title', ''), old.payload ->> '$.post.text', old.author_name, old.topic);
        update item set worded = 0 where rid = new.rid;
      end;
    `,
  },
  // The level that a second reader gave before the score was shown (docs/decisions/0018); given once.
  { version: 90, sql: 'create table own_level (item text primary key, level text not null, at integer not null) strict' },
]

/** Errors: from-the-future, when the file was written by a newer version. */
export function migrate(db: Database.Database, steps: readonly Migration[] = migrations) {
  for (let at = 1; at < steps.length; at++) {
    if ((steps[at]?.version ?? 0) <= (steps[at - 1]?.version ?? 0)) throw new Error('Migrations are out of order')
  }
  const newest = steps.at(-1)?.version ?? 0
  const present = Number(db.pragma('user_version', { simple: true }))
  if (present > newest) throw vaultError('from-the-future')
  const due = steps.filter((step) => step.version > present)
  if (due.length === 0) return
  db.transaction(() => {
    for (const step of due) {
      db.exec(step.sql)
      db.pragma(`user_version = ${step.version}`)
    }
  }).immediate()
}
