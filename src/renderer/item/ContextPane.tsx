import { memo } from 'react'
import { nav } from '../app/nav'
import { preferences } from '../app/preferences'
import { useLeftOut } from '../care/useLeftOut'
import { useStore } from '../app/store'
import { NearPanel } from '../decide/NearPanel'
import { EvidencePanel } from './EvidencePanel'
import { Earlier, MemberPanel } from './MemberPanel'
import { SimilarPanel } from './SimilarPanel'
import { useItemView, useShownItem } from './useItemView'
import styles from './Context.module.css'

/** Beside the words: who wrote them, and what the scorer saw for and against. Fixed places, like a chart. */
export const ContextPane = memo(function ContextPane() {
  const item = useShownItem()
  const view = useItemView(item)?.view ?? null
  const reading = useStore(nav, (n) => n.reading)
  const uncovered = useStore(nav, (n) => n.uncovered)
  const cover = useStore(preferences, (p) => p.cover)
  const left = useLeftOut(view)
  const covered = !reading || (uncovered !== item && (left || (cover && (view?.score.level === 'crisis' || view?.score.level === 'red'))))
  return (
    <aside className={styles.pane} aria-label="Member and evidence">
      {view && <MemberPanel view={view} />}
      {view && <EvidencePanel view={view} covered={covered} />}
      {view && <SimilarPanel view={view} covered={covered} />}
      {view && <NearPanel view={view} />}
      {view && <Earlier view={view} covered={covered} />}
    </aside>
  )
})
