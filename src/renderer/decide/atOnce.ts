import type { KeyboardEvent } from 'react'

/**
 * A dialog over the composer that is over takes no key any more: the next one, pressed at once, is for the composer. Its own
 * Esc ends with it, so that it does not leave the composer, too.
 */
export const atOnce = (close: () => void) => ({
  transitionProps: { duration: 0 },
  closeOnEscape: false,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  },
})
