/** The order of the queue: nobody in crisis waits behind anybody, and no level starves (docs/decisions/0004). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levels } from '../../../src/contract/risk'
import { clocks } from '../../../src/contract/review'
import { dueAt, rankKey } from '../../../src/main/desk/rank/key'
import { shareOut, type Waiting } from '../../../src/main/desk/rank/shares'

const waiting = fc
  .record({ crisis: fc.nat(20), red: fc.nat(60), amber: fc.nat(60), green: fc.nat(60), amberLate: fc.nat(60), greenLate: fc.nat(60) })
  .map((n): Waiting => {
    const list = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)
    return {
      crisis: list(0, n.crisis),
      red: list(1000, n.red),
      amber: list(2000, n.amber),
      green: list(3000, n.green),
      amberLate: Math.min(n.amberLate, n.amber),
      greenLate: Math.min(n.greenLate, n.green),
    }
  })

describe('the shares of the queue', () => {
  it('hold every item once, each level in its own order, crisis before everything', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const order = shareOut(all)
        const everything = [...all.crisis, ...all.red, ...all.amber, ...all.green]
        expect([...order].sort((a, b) => a - b)).toEqual(everything)
        expect(order.slice(0, all.crisis.length)).toEqual(all.crisis)
        for (const level of [all.red, all.amber, all.green]) expect(order.filter((rid) => level.includes(rid))).toEqual(level)
      }),
    )
  })

  it('let an amber item past its clock wait for at most five others per amber item before it, however many reds there are', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const order = shareOut(all).slice(all.crisis.length)
        all.amber.slice(0, all.amberLate).forEach((rid, place) => expect(order.indexOf(rid)).toBeLessThan((place + 1) * 5 + 4))
      }),
    )
  })

  it('put a red item behind at most six lower ones for every ten reds before it', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const order = shareOut(all).slice(all.crisis.length)
        all.red.forEach((rid, place) => expect(order.indexOf(rid)).toBeLessThanOrEqual(Math.ceil((place + 1) * 1.6)))
      }),
    )
  })

  it('keep level order when nothing is late', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        expect(shareOut({ ...all, amberLate: 0, greenLate: 0 })).toEqual([...all.crisis, ...all.red, ...all.amber, ...all.green])
      }),
    )
  })
})

it('within a level, whoever has waited longer stands first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...levels), fc.nat(4e9), fc.integer({ min: 1, max: 1e9 }), (level, queued, later) => {
      expect(rankKey('content', level, queued, 'a').at).toBeLessThan(rankKey('content', level, queued + later, 'b').at)
      expect(dueAt('content', level, queued)).toBe(queued + clocks[level])
    }),
  )
})
