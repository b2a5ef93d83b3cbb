/** Episodes in the encrypted cache: the server's word, what was done here and has not arrived, and what was not carried out. */
import { Episode, EpisodeBrief, EpisodeCommand, EpisodeOutcome, type EpisodeRow, type Snapshot } from '#contract/episode'
import type { Cache } from '../cache/open'

/** `version`: the server has it, as this version of the episode, which this desk has not fetched yet. */
export type PendingCommand = { n: number; command: EpisodeCommand; snapshot: Snapshot | null; version: number | null; lastAnswer: string | null }
export type Unmet = { command: EpisodeCommand; outcome: EpisodeOutcome; at: number; member: string | null }

type PendingRow = { n: number; payload: string; snapshot: string | null; version: number | null; lastAnswer: string | null }
type UnmetRow = { payload: string; outcome: string; at: number; member: string | null }

const pendingOf = ({ payload, snapshot, ...row }: PendingRow): PendingCommand => ({
  ...row,
  command: EpisodeCommand.parse(JSON.parse(payload)),
  snapshot: snapshot === null ? null : (JSON.parse(snapshot) as Snapshot),
})

export function episodeStore({ write: { db } }: Cache) {
  const upsert = db.prepare(
    `insert into episode (id, seq, view, open, member, payload) values (@id, @seq, @view, @open, @member, @payload)
     on conflict (id) do update set seq = excluded.seq, view = excluded.view, open = excluded.open, member = excluded.member, payload = excluded.payload where excluded.seq > episode.seq`,
  )
  const drop = db.prepare<[string]>('delete from episode where id = ?')
  const clear = db.prepare('delete from episode')
  const one = db.prepare<[string], string>(`select payload from episode where id = ? and view = 'full'`).pluck()
  const all = db.prepare<[number], string>(`select payload from episode where view = 'full' and open = ?`).pluck()
  const brief = db.prepare<[string], string>(`select payload from episode where view = 'brief' and open = 1 and member = ?`).pluck()
  const openOf = db.prepare<[string], string>(`select id from episode where view = 'full' and open = 1 and member = ?`).pluck()

  const columns = 'n, payload, snapshot, version, last_answer as lastAnswer'
  const enqueue = db.prepare('insert into episode_outbox (command_id, episode_id, payload, snapshot) values (@id, @episode, @payload, @snapshot)')
  const unsent = db.prepare<[number], PendingRow>(`select ${columns} from episode_outbox where version is null order by n limit ?`)
  const ofEpisode = db.prepare<[string], PendingRow>(`select ${columns} from episode_outbox where episode_id = ? order by n`)
  const begun = db.prepare<[], string>('select distinct episode_id from episode_outbox where episode_id not in (select id from episode)').pluck()
  const arrived = db.prepare<[number, string]>('update episode_outbox set version = ? where command_id = ?')
  const remove = db.prepare<[string]>('delete from episode_outbox where command_id = ?')
  const fetched = db.prepare<[string, number]>('delete from episode_outbox where episode_id = ? and version <= ?')
  const answered = db.prepare<[string | null, string]>('update episode_outbox set last_answer = ? where command_id = ?')
  const count = db.prepare<[], number>('select count(*) from episode_outbox where version is null').pluck()

  const refuse = db.prepare('insert into episode_unmet (command_id, episode_id, member, payload, outcome, at) values (@id, @episode, @member, @payload, @outcome, @at) on conflict do nothing')
  const unmet = db.prepare<[], UnmetRow>('select payload, outcome, at, member from episode_unmet where seen_at is null order by at desc limit 200')
  const seen = db.prepare<[number, string]>('update episode_unmet set seen_at = ? where command_id = ? and seen_at is null')

  const setting = db.prepare<[string], Buffer>('select value from setting where name = ?').pluck()
  const putSetting = db.prepare<[string, Buffer]>('insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value')

  return {
    atomically: <T>(work: () => T): T => db.transaction(work).immediate(),
    /** A brief of an episode that ended is no news to keep. */
    put: ({ seq, view, episode }: EpisodeRow) => {
      if (view === 'brief' && !episode.open) {
        drop.run(episode.id)
        return
      }
      const open = view === 'brief' || episode.state !== 'closed' ? 1 : 0
      upsert.run({ id: episode.id, seq, view, open, member: view === 'brief' ? episode.member : episode.member.id, payload: JSON.stringify(episode) })
      if (view === 'full') fetched.run(episode.id, episode.version)
    },
    clear: () => clear.run(),
    find: (id: string): Episode | null => {
      const payload = one.get(id)
      return payload === undefined ? null : Episode.parse(JSON.parse(payload))
    },
    list: (open: boolean): Episode[] => all.all(open ? 1 : 0).map((payload) => Episode.parse(JSON.parse(payload))),
    briefOf: (member: string): EpisodeBrief | null => {
      const payload = brief.get(member)
      return payload === undefined ? null : EpisodeBrief.parse(JSON.parse(payload))
    },
    openOf: (member: string): string | null => openOf.get(member) ?? null,

    enqueue: (command: EpisodeCommand, snapshot: Snapshot | null) =>
      enqueue.run({ id: command.id, episode: command.episode, payload: JSON.stringify(command), snapshot: snapshot === null ? null : JSON.stringify(snapshot) }),
    unsent: (limit: number): PendingCommand[] => unsent.all(limit).map(pendingOf),
    pendingOf: (episode: string): PendingCommand[] => ofEpisode.all(episode).map(pendingOf),
    /** Episodes that exist on this desk alone. */
    begun: (): string[] => begun.all(),
    arrived: (command: string, version: number) => arrived.run(version, command),
    answered: (command: string, answer: string | null) => answered.run(answer, command),
    pendingCount: (): number => count.get() ?? 0,

    /** Out of the outbox, with the sentence why, until its author has seen it. */
    refuse: (command: EpisodeCommand, outcome: EpisodeOutcome, member: string | null, at: number) => {
      refuse.run({ id: command.id, episode: command.episode, member, payload: JSON.stringify(command), outcome: JSON.stringify(outcome), at })
      remove.run(command.id)
    },
    unmet: (): Unmet[] => unmet.all().map(({ payload, outcome, at, member }) => ({ command: EpisodeCommand.parse(JSON.parse(payload)), outcome: EpisodeOutcome.parse(JSON.parse(outcome)), at, member })),
    seen: (command: string, now: number) => seen.run(now, command),

    setting: (name: string): string | null => setting.get(name)?.toString() ?? null,
    putSetting: (name: string, value: string) => putSetting.run(name, Buffer.from(value)),
  }
}
export type EpisodeStore = ReturnType<typeof episodeStore>
