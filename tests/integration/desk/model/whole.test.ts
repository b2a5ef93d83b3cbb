/**
 * The sync protocol with nothing of it played: real workers on real encrypted files against the real API over real HTTP, with the
 * commands of fast-check (docs/decisions/0002). At rest: I1 no decision is lost; I2 none takes effect twice; I3 and I4 every desk
 * shows what the server has; I6 a decision that came too late is kept, told, and shown to a Lead if it was the more protective.
 * I5, two live leases on one item, is looked at when a lease is granted. The pure model beside it (tests/property/desk) plays
 * thousands of runs and removes each rule in turn; this one proves that the parts it stands for behave like it.
 *
 * `npm run test:model -- --runs N` makes a longer run; WALLGUIDE_MODEL_SEED and _PATH play a found one again.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorker } from '../support/worker'
import { faults, type Fault } from './fault-line'
import { people, Whole } from './whole'

type Model = Record<string, never>
type Command = fc.AsyncCommand<Model, Whole>

class Do implements Command {
  readonly #name: string
  readonly #work: (whole: Whole) => Promise<unknown> | void
  constructor(name: string, work: (whole: Whole) => Promise<unknown> | void) {
    this.#name = name
    this.#work = work
  }
  check = () => true
  async run(_: Model, whole: Whole) {
    await this.#work(whole)
  }
  toString = () => this.#name
}

const desk = fc.nat(people.length - 1)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const commands = [
  fc.constantFrom('green', 'amber', 'red', 'crisis').map((level) => new Do(`post(${level})`, (whole) => whole.post(level))),
  fc.tuple(desk, fc.nat(9), fc.constantFrom('no_action', 'support_reply', 'hide')).map(([d, i, verdict]) => new Do(`decide(${d}, ${i}, ${verdict})`, (whole) => whole.decide(d, i, verdict))),
  fc.tuple(desk, fc.nat(9)).map(([d, i]) => new Do(`decide(${d}, ${i}, no_action)`, (whole) => whole.decide(d, i, 'no_action'))),
  desk.map((d) => new Do(`undo(${d})`, (whole) => whole.undo(d))),
  fc.tuple(desk, fc.nat(9)).map(([d, i]) => new Do(`claim(${d}, ${i})`, (whole) => whole.claim(d, i))),
  desk.map((d) => new Do(`sync(${d})`, (whole) => void whole.desk(d).worker.call('sync.now', {}))),
  fc.tuple(desk, fc.constantFrom(...faults)).map(([d, fault]) => new Do(`fault(${d}, ${fault})`, (whole) => whole.desk(d).line.plan(fault))),
  fc.tuple(desk, fc.nat(9)).map(([d, i]) => new Do(`release(${d}, ${i})`, (whole) => whole.desk(d).line.release(i))),
  fc.tuple(desk, fc.boolean()).map(([d, up]) => new Do(up ? `mend(${d})` : `cut(${d})`, (whole) => (up ? whole.desk(d).line.mend() : whole.desk(d).line.cut()))),
  desk.map((d) => new Do(`kill(${d})`, (whole) => whole.kill(d))),
  fc.nat(9).map((i) => new Do(`remove(${i})`, (whole) => whole.remove(i))),
  fc.constant(new Do('purge', (whole) => whole.purge())),
  fc.constantFrom(5, 40, 90).map((ms) => new Do(`wait(${ms})`, () => pause(ms))),
]

const usual = 8
const runs = Number(process.env.WALLGUIDE_MODEL_RUNS ?? 0) || usual
const seed = Number(process.env.WALLGUIDE_MODEL_SEED ?? Date.now() % 2 ** 31)
const path = process.env.WALLGUIDE_MODEL_PATH

let worker: Awaited<ReturnType<typeof buildWorker>>
beforeAll(async () => {
  worker = await buildWorker()
})
afterAll(() => worker?.remove())

async function play(script: Iterable<Command>): Promise<void> {
  const whole = await Whole.open(worker.file)
  try {
    await fc.asyncModelRun(() => ({ model: {}, real: whole }), script)
    await whole.atRest()
  } finally {
    await whole.close()
  }
}

describe('the whole system', () => {
  test('loses nothing, doubles nothing and agrees with itself, whatever happens', { timeout: 3_600_000 }, async () => {
    let played = 0
    const property = fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: '+1', ...(path ? { replayPath: path } : {}) }), async (script) => {
      played++
      await play(script)
    })
    const result = await fc.check(property, { seed, numRuns: runs, endOnFailure: runs === usual })
    process.stderr.write(`whole system: ${played} scripts, seed ${seed}\n`)
    const why = result.errorInstance instanceof Error ? result.errorInstance.message : ''
    expect(result.failed, `${why}\nseed ${seed}, script ${String(result.counterexample?.[0])}`).toBe(false)
    expect(played).toBeGreaterThanOrEqual(runs)
  })
})

/** Orders that once were, or would be, a fault: always played. */
describe('kept scripts', () => {
  const fault = (d: number, what: Fault) => new Do('fault', (whole) => whole.desk(d).line.plan(what))
  const decide = (d: number, i: number, verdict: 'no_action' | 'support_reply' | 'hide') => new Do('decide', (whole) => whole.decide(d, i, verdict))
  const post = new Do('post', (whole) => whole.post('amber'))
  const cut = (d: number) => new Do('cut', (whole) => whole.desk(d).line.cut())
  const kill = (d: number) => new Do('kill', (whole) => whole.kill(d))
  const sync = (d: number) => new Do('sync', (whole) => whole.desk(d).worker.call('sync.now', {}))
  const wait = new Do('wait', () => pause(120))
  const purge = [new Do('remove', (whole) => whole.remove(0)), new Do('purge', (whole) => whole.purge())]

  test.each<[string, Command[]]>([
    ['an answer is lost and the desk ends before it hears: the reply is said once', [post, sync(0), fault(0, 'lose-answer'), decide(0, 0, 'support_reply'), wait, sync(0), kill(0)]],
    ['a push arrives twice', [post, sync(0), decide(0, 0, 'support_reply'), wait, fault(0, 'twice'), sync(0)]],
    ['two desks decide while both are away, the second more protectively', [post, sync(0), sync(1), cut(0), cut(1), decide(0, 0, 'no_action'), decide(1, 0, 'hide'), wait, new Do('mend', (whole) => whole.desk(0).line.mend()), sync(0), wait]],
    ['an item is removed and its tombstone purged while a desk is away with a decision on it', [post, post, sync(0), sync(1), cut(0), decide(0, 0, 'no_action'), ...purge, wait]],
    ['a page held back arrives after a resync', [post, sync(1), fault(1, 'hold-answer'), new Do('sync', (whole) => void whole.desk(1).worker.call('sync.now', {})), post, ...purge, kill(1), sync(1)]],
    ['a desk ends right after the clinician was told “saved”', [post, sync(0), cut(0), decide(0, 0, 'support_reply'), kill(0)]],
  ])('%s', { timeout: 120_000 }, async (_, script) => {
    await play(script)
  })
})
