/** A dialog that is over takes no key any more: the next one, pressed at once, is for the composer. */
export const atOnce = { duration: 0 } as const
