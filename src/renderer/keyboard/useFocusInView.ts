import { useEffect } from 'react'

/** The same windows in which Shell.module.css lets all panes scroll as one page. */
const small = '(max-width: 760px), (max-height: 480px)'

/** In a small window what takes the focus is scrolled to: elsewhere every pane is on screen already. */
export function useFocusInView(): void {
  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !window.matchMedia(small).matches) return
      const begins = target.matches('h2, h3, [role=listbox], aside, section')
      const whole = begins ? (target.closest('header') ?? target) : target
      whole.scrollIntoView({ block: begins ? 'start' : 'nearest' })
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [])
}
