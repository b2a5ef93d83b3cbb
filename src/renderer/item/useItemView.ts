import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { ItemId } from '#contract/ids'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import type { Held } from './viewCache'

/** The item on screen, as the cache holds it; asks for it when it is not there. */
export function useItemView(item: ItemId | null): Held | undefined {
  const { views } = useWorkstation()
  const subscribe = useCallback((listener: () => void) => (item ? views.subscribe(item, listener) : () => undefined), [views, item])
  useEffect(() => {
    if (item) views.want(item)
  }, [views, item])
  return useSyncExternalStore(subscribe, () => (item ? views.get(item) : undefined))
}

/** Which item the item pane shows: the one visited from elsewhere, else the one under the cursor. */
export function useShownItem(): ItemId | null {
  const station = useWorkstation()
  const visiting = useStore(station.visiting)
  const atCursor = useStore(station.queue.state, (s) => station.queue.row(s.cursor)?.id ?? null)
  return visiting ?? atCursor
}
