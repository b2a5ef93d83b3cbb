import { memo, useState } from 'react'
import type { ItemView, ServiceHit } from '#contract/bridge'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { KeyHint } from '../components/Keys'
import { Press } from '../components/Press'
import context from '../item/Context.module.css'
import { useSettled } from '../item/useSettled'
import { nearTo } from './near'
import { ServiceLine } from './ServiceLine'
import styles from './Services.module.css'

/** Services near the member that fit the item, and the key that begins a signpost with them. */
export const NearPanel = memo(function NearPanel({ view }: { view: ItemView }) {
  const station = useWorkstation()
  const actions = useActions()
  const [near, setNear] = useState<{ item: string; hits: readonly ServiceHit[] } | null>(null)
  const { id } = view.item
  useSettled(() => {
    let wanted = true
    void nearTo(station, view).then((hits) => wanted && setNear({ item: id, hits }))
    return () => void (wanted = false)
  }, [station, view, id])
  const hits = near?.item === id ? near.hits : []
  return (
    <section className={context.section} aria-labelledby="near-title">
      <h3 id="near-title">
        Near them <KeyHint id="near" />
      </h3>
      {near?.item === id && hits.length === 0 && <p className={context.plain}>{view.item.author.country === null ? 'Their country is not known.' : 'Nothing in the directory fits this item.'}</p>}
      <ul className={styles.near}>
        {hits.map((hit) => (
          <li key={hit.service.id}>
            <ServiceLine hit={hit} brief />
          </li>
        ))}
      </ul>
      {hits.length > 0 && (
        <Press className={styles.begin} disabled={!view.allowed.includes('signpost')} onClick={() => actions.run('near')}>
          Signpost to these
        </Press>
      )}
    </section>
  )
})
