/** Random scripts for the model: what happens at desks, at the server and on the network, in any order. */
import fc from 'fast-check'
import { desks, type Op } from './world'

const desk = fc.nat(desks - 1)
const item = fc.nat(7)
const message = fc.nat(5)
const limit = fc.integer({ min: 1, max: 4 })

const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Op>({ do: 'create' }) },
  { weight: 1, arbitrary: fc.constantFrom<Op>({ do: 'slowCreate' }, { do: 'commitSlow' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'remove' as const), item }) },
  { weight: 2, arbitrary: fc.constantFrom<Op>({ do: 'purge' }, { do: 'purge' }, { do: 'purge' }, { do: 'replaceEpoch' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('claim' as const), desk, item }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('decide' as const), desk, item }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), desk, item }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const), desk, limit }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pull' as const), desk, limit }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('arrive' as const), desk, message }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), desk, message }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('giveUp' as const), desk, message }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sync' as const), desk, limit }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), desk, inAnswer: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('time' as const), ms: fc.constantFrom(3_000, 9_000, 70_000, 200_000) }) },
)

const several = <T>(count: number, each: (number: number) => T): T[] => Array.from({ length: count }, (_, number) => each(number))

/** Most scripts begin with desks that know the server; some with a first sync that everything can happen to. */
const known: Op[] = [...several(4, (): Op => ({ do: 'create' })), ...several(desks * 4, (number): Op => ({ do: 'sync', desk: number % desks, limit: 3 }))]
const fresh: Op[] = [...several(5, (): Op => ({ do: 'create' })), ...several(desks, (number): Op => ({ do: 'seed', desk: number }))]

export const scripts: fc.Arbitrary<Op[]> = fc
  .tuple(fc.constantFrom(known, known, known, fresh), fc.array(op, { minLength: 10, maxLength: 70, size: 'max' }))
  .map(([start, ops]) => [...start, ...ops])
