import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { optedOut } from '#contract/bridge'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { preferences } from '../app/preferences'
import { useStore } from '../app/store'
import { Delayed } from '../components/Delayed'
import { Empty } from '../components/Empty'
import { shortName } from '../components/words'
import { isPlain } from './filters'
import { QueueRowView, SkeletonRow } from './QueueRow'
import styles from './Queue.module.css'

export const rowHeight = { compact: 36, comfortable: 52 } as const

/** The frozen list, virtualised. Focus stays on the list; the active row is told by `aria-activedescendant`. */
export function QueueList() {
  const station = useWorkstation()
  const { queue, care } = station
  const optOuts = useStore(care.state, (s) => s.status?.optOuts ?? null)
  const state = useStore(queue.state)
  const presence = useStore(station.people.presence)
  const chosen = useStore(station.batch.selection)
  const density = useStore(preferences, (p) => p.density)
  const focus = useStore(nav, (n) => n.focus)
  const box = useRef<HTMLDivElement>(null)
  const now = useNow()
  const height = rowHeight[density]
  const list = useVirtualizer({ count: state.total, getScrollElement: () => box.current, estimateSize: () => height, overscan: 12 })
  const items = list.getVirtualItems()
  const start = items[0]?.index ?? 0
  const end = items.at(-1)?.index ?? 0

  useEffect(() => list.measure(), [height, list])
  useEffect(() => queue.show(start, end), [queue, start, end, state.view])
  useEffect(() => {
    const element = box.current
    if (state.total === 0 || !element) return
    // Rows are of one height, so their places are known: asking the browser would make it lay out the page at every key.
    const [from, seen] = [list.scrollOffset ?? element.scrollTop, list.scrollRect?.height ?? element.clientHeight]
    const top = state.cursor * height
    if (top < from) element.scrollTop = Math.max(0, top - height)
    else if (top + height > from + seen) element.scrollTop = top + 2 * height - seen
  }, [list, state.cursor, state.view, state.total, height])
  useEffect(() => {
    if (focus.to === 'list') box.current?.focus({ preventScroll: true })
  }, [focus])

  const active = queue.row(state.cursor)
  return (
    <div
      ref={box}
      id="queue-list"
      className={styles.list}
      data-density={density}
      role="listbox"
      aria-label="Items to review"
      aria-multiselectable={chosen.size > 0 || undefined}
      aria-activedescendant={active ? `row-${active.id}` : undefined}
      tabIndex={0}
    >
      {state.view !== null && state.total === 0 && <NothingHere />}
      {state.view === null && state.error && (
        <Empty title="The queue could not be read">
          <p>{state.error.message}</p>
        </Empty>
      )}
      {state.view === null && !state.error && (
        <Delayed>
          {Array.from({ length: 14 }, (_, i) => (
            <SkeletonRow key={i} top={i * height} height={height} />
          ))}
        </Delayed>
      )}
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = queue.row(item.index)
          return row ? (
            <QueueRowView key={item.index} row={row} index={item.index} total={state.total} top={item.start} height={height} active={item.index === state.cursor} now={now} station={station} chosen={chosen.has(row.id)} leftOut={optOuts !== null && optedOut(optOuts, row)} alsoHere={(presence.get(row.id) ?? []).map(shortName).join(', ')} />
          ) : (
            <Delayed key={item.index}>
              <SkeletonRow top={item.start} height={height} />
            </Delayed>
          )
        })}
      </div>
    </div>
  )
}

function NothingHere() {
  const station = useWorkstation()
  const { filter } = useStore(station.queue.state)
  if (isPlain(filter)) {
    return <p className={styles.nothing}>Nothing waits.</p>
  }
  return (
    <Empty title={filter.text ? `Nothing found for “${filter.text}”` : 'Nothing here under this filter.'}>
      <p>Other items may wait outside of it.</p>
    </Empty>
  )
}
