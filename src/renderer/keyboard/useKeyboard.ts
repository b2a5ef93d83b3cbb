import { useEffect } from 'react'
import type { Actions } from '../app/actions'
import { nav } from '../app/nav'
import type { Workstation } from '../app/workstation'
import { practiceStore } from '../practice/practice'
import { bindingsStore, bounceStore } from './bindings'
import { commands, KeyListener, type Focus, type Scope } from './registry'

const writing = 'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, [contenteditable=true], [role=textbox]'
const control = 'button, a[href], select, summary, input[type=radio], input[type=checkbox], [role=menuitem], [role=option][data-own-keys]'

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page'
  if (target.closest(writing)) return 'field'
  return target.closest(control) ? 'control' : 'page'
}

function scopeOf(station: Workstation): Scope {
  const { screen } = nav.get()
  if (screen === 'answers') return 'answers'
  if (screen === 'outbox') return 'outbox'
  if (screen === 'shift') return 'shift'
  if (screen === 'scorer') return 'scorer'
  if (screen === 'agreement') return 'agreement'
  if (screen === 'episodes') return station.episodes.form.get() ? 'episode-form' : 'episodes'
  if (screen === 'settings' || practiceStore.get()?.triaging === false) return 'settings'
  return station.composer.state.get() ? 'compose' : 'queue'
}

/** The one key handler of the window. */
export function useKeyboard(actions: Actions, station: Workstation): void {
  useEffect(() => {
    const listener = new KeyListener(
      commands,
      () => bindingsStore.get(),
      () => bounceStore.get(),
    )
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const { overlay } = nav.get()
      const menuOpen = document.querySelector('[role=menu]') !== null
      const heard = listener.press(event, scopeOf(station), focusOf(event.target), event.timeStamp)
      if (heard.kind === 'none') return
      // A dialog or an open menu has the keys; only those that cover or lock the desk, or toggle the dialog, reach through it.
      const dialogOpen = overlay !== null || document.querySelector('[aria-modal=true]') !== null
      if (dialogOpen || menuOpen) {
        if (heard.kind !== 'run') return
        if (!(heard.id === 'lock' || heard.id === 'privacy' || (heard.id === overlay && !menuOpen))) return
      }
      event.preventDefault()
      event.stopPropagation()
      if (heard.kind === 'run') actions.run(heard.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions, station])
}
