/** Full jitter: many desks that lost the same server do not come back at the same moment. */
export const fullJitter = (attempts: number, random: () => number, base = 1_000, cap = 300_000): number =>
  Math.round(random() * Math.min(cap, base * 2 ** Math.min(attempts, 20)))
