import type { Decision } from '#contract/review'
import { useNow } from '../app/clock'
import { clockTime } from '../components/time'
import { ClinicalShown } from './ClinicalShown'
import { ServiceLine } from './ServiceLine'
import { useServices } from './services'
import services from './Services.module.css'
import styles from '../components/ListScreen.module.css'

/** What went with a decision beside its words: services, a promise, and the clinical note. */
export function WentWith({ decision: { action, clinical, promise } }: { decision: Pick<Decision, 'action' | 'clinical' | 'promise'> }) {
  const now = useNow()
  return (
    <>
      {action.verdict === 'signpost' && action.services.length > 0 && <Services ids={action.services} />}
      {promise && (
        <p className={styles.meta}>
          Promised: {promise.what}, by {clockTime(promise.due, now)}
        </p>
      )}
      {clinical && <ClinicalShown note={clinical} />}
    </>
  )
}

function Services({ ids }: { ids: readonly string[] }) {
  const hits = useServices(ids)
  return (
    <ul className={services.near} aria-label="Services">
      {(hits ?? []).map((hit) => (
        <li key={hit.service.id}>
          <ServiceLine hit={hit} brief />
        </li>
      ))}
    </ul>
  )
}
