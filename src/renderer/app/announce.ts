import { createStore } from './store'

/** Said to screen readers, politely, and shown for a while in the strip beside the status. */
export type Said = { text: string; tone: 'calm' | 'attention'; n: number; shown: boolean }

export const said = createStore<Said>({ text: '', tone: 'calm', n: 0, shown: false })

let timer: ReturnType<typeof setTimeout> | null = null

/** `quiet`: for screen readers alone; the screen already shows it. */
export function say(text: string, how: { tone?: Said['tone']; quiet?: boolean } = {}): void {
  if (timer) clearTimeout(timer)
  said.set({ text, tone: how.tone ?? 'calm', n: said.get().n + 1, shown: how.quiet !== true })
  timer = setTimeout(() => said.patch({ shown: false }), how.tone === 'attention' ? 12_000 : 6_000)
}
