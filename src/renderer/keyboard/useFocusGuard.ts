import { useEffect } from 'react'
import { nav, wish } from '../app/nav'
import { privacy } from '../app/privacy'
import type { Workstation } from '../app/workstation'

const nowhere = () => {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement === document.documentElement
}

/** Where a person goes on working, most fitting first. */
function place(station: Workstation): void {
  const { screen, reading } = nav.get()
  if (screen !== 'queue') return wish('screen')
  if (station.composer.state.get()) return wish('composer')
  wish(reading ? 'heading' : 'list')
}

/** What is there on every screen, when the fitting place is not drawn. */
function lastResort(): void {
  const found = document.querySelector<HTMLElement>('#queue-list') ?? document.querySelector<HTMLElement>('main h2[tabindex], main [tabindex="-1"]') ?? document.getElementById('main')
  if (!found) return
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1
  found.focus({ preventScroll: true })
}

/** Focus that fell to the page itself (its element was removed, hidden or disabled) is brought back to a sensible place. */
export function useFocusGuard(station: Workstation): void {
  useEffect(() => {
    let frame = 0
    let tries = 0
    const look = () => {
      frame = 0
      // Dialogs and menus have their own traps and give the focus back themselves.
      if (!nowhere() || privacy.get() || document.querySelector('[aria-modal=true], [role=menu]')) {
        tries = 0
        return
      }
      if (tries === 0) place(station)
      else if (tries > 1) lastResort()
      tries++
      if (tries < 4) soon()
      else tries = 0
    }
    const soon = () => {
      if (!frame) frame = requestAnimationFrame(() => (frame = requestAnimationFrame(look)))
    }
    const seen = () => {
      if (nowhere()) soon()
    }
    const watcher = new MutationObserver(seen)
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden'] })
    document.addEventListener('focusout', seen)
    window.addEventListener('resize', seen)
    seen()
    return () => {
      cancelAnimationFrame(frame)
      watcher.disconnect()
      document.removeEventListener('focusout', seen)
      window.removeEventListener('resize', seen)
    }
  }, [station])
}
