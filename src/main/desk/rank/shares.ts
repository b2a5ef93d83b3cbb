/**
 * Who goes next when more waits than can be read (domain M4): level by level, but a level below does not starve behind a stream
 * from above. Our own proposal; docs/decisions/0004 says why.
 */

/** Of every four places, the last belongs to an amber item past its clock; of every ten, the last to such a green one. */
const amberEvery = 4
const greenEvery = 10

export type Waiting = {
  /** Each level's items, the end of their clocks earliest first. */
  crisis: readonly number[]
  red: readonly number[]
  amber: readonly number[]
  green: readonly number[]
  /** How many at the head of the list are past their clock. */
  amberLate: number
  greenLate: number
}

/** All items once: crisis first without exception, then red, amber and green with the shares of those that are late. */
export function shareOut({ crisis, red, amber, green, amberLate, greenLate }: Waiting): number[] {
  const order: number[] = [...crisis]
  let [r, a, g] = [0, 0, 0]
  for (let place = 1; r < red.length || a < amber.length; place++) {
    const higherLeft = r < red.length || a < amber.length
    if (place % greenEvery === 0 && g < greenLate && higherLeft) order.push(green[g++] as number)
    else if (place % amberEvery === 0 && a < amberLate && r < red.length) order.push(amber[a++] as number)
    else if (r < red.length) order.push(red[r++] as number)
    else order.push(amber[a++] as number)
  }
  for (; g < green.length; g++) order.push(green[g] as number)
  return order
}
