/** Several members, the same theme, place or date, within days: a cluster that a moderator should look at as one. */
export interface CommunityPost {
  member: string
  /** ISO time. */
  at: string
  urgent: number
  /** What the post is about: method words, place names, dates, hashtags; lower case. */
  terms: readonly string[]
}

export interface Cluster {
  term: string
  members: string[]
  from: string
  to: string
}

/**
 * Clusters of at least `members` different members with urgent posts that share a rare term within `days`.
 * A term that half of the community uses anyway (measured on all posts given) makes no cluster.
 */
export function findClusters(posts: readonly CommunityPost[], options: { members?: number; days?: number; urgent?: number } = {}): Cluster[] {
  const least = options.members ?? 3
  const span = (options.days ?? 7) * 86_400_000
  const cut = options.urgent ?? 0.3
  const everyone = new Set(posts.map((p) => p.member)).size
  const users = new Map<string, Set<string>>()
  const urgent = new Map<string, Array<{ member: string; time: number; at: string }>>()
  for (const p of posts) {
    const time = Date.parse(p.at)
    if (!Number.isFinite(time)) continue
    for (const term of new Set(p.terms)) {
      const u = users.get(term) ?? new Set<string>()
      u.add(p.member)
      users.set(term, u)
      if (p.urgent >= cut) {
        const l = urgent.get(term) ?? []
        l.push({ member: p.member, time, at: p.at })
        urgent.set(term, l)
      }
    }
  }
  const clusters: Cluster[] = []
  for (const [term, list] of urgent) {
    const ordinary = users.get(term)!.size - new Set(list.map((l) => l.member)).size
    if (everyone >= 12 && ordinary > everyone / 4) continue
    list.sort((a, b) => a.time - b.time)
    let best: { from: number; to: number; members: Set<string> } | null = null
    for (let i = 0; i < list.length; i++) {
      const members = new Set<string>()
      let j = i
      while (j < list.length && list[j]!.time - list[i]!.time <= span) members.add(list[j++]!.member)
      if (members.size >= least && (!best || members.size > best.members.size)) best = { from: i, to: j - 1, members }
    }
    if (best) clusters.push({ term, members: [...best.members].sort(), from: list[best.from]!.at, to: list[best.to]!.at })
  }
  return clusters.sort((a, b) => b.members.length - a.members.length || (a.term < b.term ? -1 : 1))
}
