/**
 * The sync protocol under everything that a network, a crash and other desks can do to it (docs/decisions/0002): the real client
 * core on a real encrypted file against a model of the server. Invariants:
 * I1 an item has at most one effective decision; I2 a decision made is in the outbox or answered, and in the end at the server;
 * I3 at rest every desk shows what the server has; I4 a cursor never goes back; I5 nothing takes effect over another's live
 * lease, or on a version that its author had not seen; I9 who was told "applied" has an effective decision, and the reverse.
 *
 * WALLGUIDE_MODEL_RUNS and WALLGUIDE_MODEL_SEED make a longer run, or the same one again.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scripts } from './script'
import { World, type Op, type Rules } from './world'

const wanted = Number(process.env.WALLGUIDE_MODEL_RUNS ?? 0)
const seed = Number(process.env.WALLGUIDE_MODEL_SEED ?? Date.now() % 2 ** 31)

function broken(script: readonly Op[], rules: Rules = {}): string | null {
  const world = new World(rules)
  try {
    return world.run(script)
  } finally {
    world.end()
  }
}

const holds = (rules: Rules) =>
  fc.property(scripts, (script) => {
    const found = broken(script, rules)
    if (found !== null) throw new Error(found)
  })

describe('the sync core', () => {
  test('keeps every invariant whatever happens', { timeout: 3_600_000 }, () => {
    let runs = 0
    const counted = fc.property(scripts, (script) => {
      runs++
      const found = broken(script)
      if (found !== null) throw new Error(found)
    })
    const usual = wanted === 0
    const result = fc.check(counted, { seed, numRuns: usual ? 300 : wanted, ...(usual ? { interruptAfterTimeLimit: 20_000 } : {}) })
    process.stderr.write(`sync model: ${runs} scripts, seed ${seed}\n`)
    expect(result.counterexample, `${result.errorInstance instanceof Error ? result.errorInstance.message : ''} (seed ${seed}, path ${result.counterexamplePath})`).toBeNull()
    expect(runs).toBeGreaterThanOrEqual(20)
  })
})

/** One rule removed at a time: the model must notice, or it could not be believed about the rest. */
const mutants: Record<string, Rules> = {
  'the log goes on from the head of the first snapshot page': { client: { firstHead: false } },
  'every decision has its own outcome': { client: { outcomePerDecision: false } },
  'only an outcome takes a decision out of the outbox': { client: { keepUntilOutcome: false } },
  'a resync leaves the outbox alone': { client: { outboxSurvivesResync: false } },
  'a decision that is sent again keeps its id': { client: { sameIdAgain: false } },
  'the cursor moves together with its page': { client: { cursorWithPage: false } },
  'a page counts only against the cursor and generation it was asked with': { client: { compareAndSet: false } },
  'neither a late page nor an old row gets in': { client: { compareAndSet: false, newerOnly: false } },
  'the version that the author saw is checked': { server: { versionCheck: false } },
  'a live lease of another is respected': { server: { leaseCheck: false } },
  'the ledger answers a repeated id': { server: { ledger: false } },
  'the ledger never forgets': { server: { ledgerForEver: false } },
  'a cursor behind the purge is refused': { server: { horizonCheck: false } },
  'numbers are drawn in commit order': { server: { commitOrder: false } },
}

describe('without a rule of the protocol an invariant breaks', () => {
  test.each(Object.entries(mutants))('%s', { timeout: 120_000 }, (_, rules) => {
    // A fixed seed: what was found once is found again.
    const result = fc.check(holds(rules), { seed: 20_261_123, numRuns: 1_500, endOnFailure: true })
    expect(result.failed, `no script of ${result.numRuns} broke an invariant`).toBe(true)
    expect(String(result.errorInstance)).toMatch(/I\d/)
  })
})
