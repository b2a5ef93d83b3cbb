/** Topics that are no places of the community: every post needs one, also those that only Guides see. */
import { uuidv7 } from 'uuidv7'
import type { Database } from '../db/database'
import { one, statement, type Sql } from '../db/sql'

/** Slugs with a point: no topic that somebody names can have the same. */
export const privateTopics = {
  ask: { slug: 'guides.ask', name: 'Ask a Wall Guide' },
  questionnaires: { slug: 'guides.questionnaires', name: 'Questionnaires' },
} as const

const ensure = statement(
  'private_topics_ensure',
  `insert into topic (id, slug, name, description, position, hidden) values ($1, $2, $3, '', 1000, true) on conflict (slug) do nothing`,
)
const bySlug = statement<{ id: string }>('private_topic', 'select id from topic where slug = $1 and hidden')

export async function ensurePrivateTopics(database: Database): Promise<void> {
  for (const { slug, name } of Object.values(privateTopics)) await database.query(ensure, [uuidv7(), slug, name])
}

export const privateTopic = async (sql: Sql, topic: keyof typeof privateTopics): Promise<string> => (await one(sql, bySlug, [privateTopics[topic].slug])).id
