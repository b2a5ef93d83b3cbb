import { createStore } from './store'

export type Screen = 'queue' | 'answers' | 'outbox' | 'settings' | 'shift' | 'episodes' | 'scorer' | 'agreement'
/** Where focus should go; `n` makes the same wish twice in a row a new wish. `none`: a dialog has it, whatever is drawn anew behind it. */
export type FocusWish = { to: 'none' | 'heading' | 'list' | 'search' | 'evidence' | 'member' | 'thread' | 'composer' | 'screen' | 'similar'; n: number }

export type Nav = {
  screen: Screen
  /** Texts are open: moving shows the next text at once. False: the item is forewarned and waits to be opened. */
  reading: boolean
  /** Opened one by one while `cover` is preferred. */
  uncovered: string | null
  thread: boolean
  /** Similar items are looked up for whatever is shown. */
  similar: boolean
  overlay: 'help' | 'palette' | 'break' | 'templates' | 'preview' | 'hold' | 'filters' | 'batch' | 'episode' | 'export' | null
  focus: FocusWish
}

export const nav = createStore<Nav>({ screen: 'queue', reading: false, uncovered: null, thread: false, similar: false, overlay: null, focus: { to: 'list', n: 0 } })

export const wish = (to: FocusWish['to']) => nav.patch({ focus: { to, n: nav.get().focus.n + 1 } })
