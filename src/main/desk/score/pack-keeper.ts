/**
 * The pack that this desk scores with: the one that came with the program, or a later one of the community, kept in the encrypted
 * cache. A pack decides who is read first, so one that is not signed by a trusted key, was changed, is older, or was made for other
 * rules never takes its place (docs/decisions/0017).
 */
import { verify as verifyBytes } from 'node:crypto'
import { z } from 'zod'
import type { PackStatus } from '#contract/bridge'
import { SignedPack } from '#contract/risk-pack'
import { createScorer, isNewerPack, openTrusted, type Verify } from '#risk'
import type { Cache } from '../cache/open'
import { settingReads, settingWrites } from '../cache/small'
import { instant, type Clock } from '../clock'
import type { ApiClient } from '../sync/api-client'
import type { SwappableScorer } from './swappable'

const verify: Verify = (bytes, signature, key) => verifyBytes(null, bytes, key, Buffer.from(signature, 'base64'))

const name = 'risk-pack'
const hour = 3_600_000
const soon = 5 * 60_000
const Kept = z.object({ at: z.number(), pack: SignedPack })

export type PackParts = {
  cache: Cache
  clock: Clock
  api: () => ApiClient
  scorer: SwappableScorer
  /** Another pack scores from now on. */
  swapped: () => void
  failed: (error: unknown) => void
  /** Public keys by their id, where a test brings its own. */
  trusted?: Readonly<Record<string, string>>
}

export class PackKeeper {
  readonly #parts: PackParts
  readonly #write: ReturnType<typeof settingWrites>
  readonly #shipped: string
  #since: number | null = null
  #refused: string | null = null
  #checkedAt: number | null = null
  #askedAt = Number.NEGATIVE_INFINITY

  constructor(parts: PackParts) {
    this.#parts = parts
    this.#write = settingWrites(parts.cache.write)
    this.#shipped = parts.scorer.packVersion
    this.#takeKept()
  }

  status(): PackStatus {
    const at = (ms: number | null) => (ms === null ? null : instant(ms))
    return { version: this.#parts.scorer.packVersion, from: this.#since === null ? 'program' : 'community', since: at(this.#since), checkedAt: at(this.#checkedAt), refused: this.#refused }
  }

  /** Told whenever the network is there: asks once an hour. Never throws. */
  online(): void {
    const now = this.#parts.clock.now()
    if (now - this.#askedAt < hour) return
    this.#askedAt = now
    this.#ask().catch(this.#parts.failed)
  }

  /** What is kept is judged anew at each opening: the program may have become newer than it. */
  #takeKept(): void {
    const text = settingReads(this.#parts.cache.read).find(name)
    if (text === null) return
    const kept = Kept.safeParse(parsed(text))
    if (kept.success && this.#take(kept.data.pack, kept.data.at) === null) return
    this.#write.drop(name)
  }

  async #ask(): Promise<void> {
    const { api, cache, clock, scorer } = this.#parts
    const answer = await api().call('riskPack', { query: { have: scorer.packVersion } })
    if (!cache.isOpen()) return
    // Not urgent: what is here goes on, and it is asked for again soon. A community without a pack is asked in an hour.
    if (!answer.ok) {
      if (answer.trouble.kind !== 'refused') this.#askedAt = clock.now() - hour + soon
      return
    }
    this.#checkedAt = clock.now()
    const { pack } = answer.value
    this.#refused = pack === null ? null : this.#take(pack, clock.now())
    if (pack !== null && this.#refused === null) {
      this.#write.put(name, JSON.stringify({ at: clock.now(), pack }))
      this.#parts.swapped()
    }
  }

  /** Scores with it from now on, or says why not. */
  #take(pack: SignedPack, at: number): string | null {
    const { scorer, trusted } = this.#parts
    const opened = openTrusted(pack, verify, trusted)
    if (!opened.ok) return opened.reason
    const { version } = opened.file
    if (!isNewerPack(version, this.#shipped) || (version !== scorer.packVersion && !isNewerPack(version, scorer.packVersion))) {
      return `The community offers pack ${version}, which is not later than ${scorer.packVersion}. The pack in use stays in use.`
    }
    scorer.use(createScorer(opened.file))
    this.#since = at
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
