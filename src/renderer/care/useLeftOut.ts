import type { ItemView } from '#contract/bridge'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { leftOutView } from './care'

/** Whether this person leaves such an item to colleagues; its text then opens on purpose only. */
export function useLeftOut(view: ItemView | null): boolean {
  const { care } = useWorkstation()
  const optOuts = useStore(care.state, (s) => s.status?.optOuts ?? null)
  return view !== null && leftOutView(optOuts, view)
}
