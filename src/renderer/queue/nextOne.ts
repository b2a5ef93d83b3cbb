/** One key for "give me the next one": the most urgent item that nobody has, claimed, and why it is this one. */
import type { NextOne } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import { say } from '../app/announce'
import { nav } from '../app/nav'
import type { Workstation } from '../app/workstation'
import { age } from '../components/time'
import { kindWords, levelWords, plural } from '../components/words'

/** “Red, 4 min, nobody on it.” and what ranks above it, when anything does. */
export function nextWords(next: NextOne, now: number): string {
  const kind = kindWords[next.kind].short.toLowerCase()
  const waits = age(next.queuedAt, now)
  const first = [
    `Next: ${levelWords[next.level].name.toLowerCase()}${kind ? `, ${kind}` : ''}`,
    waits === 'now' ? 'just in' : waits,
    ...(next.late ? ['past its clock'] : []),
    ...(next.watched ? ['a watched member'] : []),
    next.mine ? 'yours already' : 'nobody on it',
  ].join(', ')
  const { held, leftOut, notAllowed } = next.passed
  const passed = [
    held > 0 && `${held} that colleagues have`,
    leftOut > 0 && `${leftOut} that you leave to colleagues`,
    notAllowed > 0 && `${notAllowed} not open to your role`,
  ].filter(Boolean)
  return passed.length === 0 ? `${first}.` : `${first}. Passed over: ${passed.join(', ')}.`
}

/** A colleague may take it between asking and claiming: then the one after it is asked for. */
const tries = 8

export async function giveNext(station: Workstation): Promise<void> {
  const not: ItemId[] = []
  for (let attempt = 0; attempt < tries; attempt++) {
    const answer = await station.bridge.call('queue.next', { not })
    if (!answer.ok) return say(answer.error.message, { tone: 'attention' })
    // Whoever has begun to write meanwhile is not led away.
    if (station.composer.state.get() !== null) return
    const { next } = answer.value
    if (next === null) {
      const left = plural(not.length, 'item')
      return say(not.length === 0 ? 'Nothing waits that you can take now.' : `Nothing waits that you can take now: colleagues have just taken ${left}.`)
    }
    nav.patch({ screen: 'queue' })
    station.show(next.item)
    const kind = await station.claim()
    if (kind !== 'held' && kind !== 'gone') return say(nextWords(next, Date.now()))
    not.push(next.item)
  }
  say('Colleagues are quicker than this desk just now: each of the next items was taken. Choose one from the list.', { tone: 'attention' })
}
