import type { ServiceHit } from '#contract/bridge'
import { openingInWords } from '#contract/directory-words'
import styles from './Services.module.css'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A service in one glance: who, how to reach them, whether now; greyed when nobody has checked it for long. */
export function ServiceLine({ hit: { service, opening, stale }, brief = false }: { hit: ServiceHit; brief?: boolean }) {
  return (
    <span className={styles.line} data-stale={stale || undefined}>
      <span className={styles.name} dir="auto">
        {service.name}
      </span>
      <span className={styles.reach}>
        {service.phones.map((phone) => `${phone.type === 'text' ? 'text ' : ''}${phone.number}`).join(', ')}
      </span>
      <span className={styles.open} data-state={opening.state}>
        {openingInWords(opening)}
      </span>
      {!brief && (
        <span className={styles.does} dir="auto">
          {service.description}
        </span>
      )}
      {stale && <span className={styles.old}>Last checked {day.format(new Date(`${service.assured_date}T00:00:00Z`))}: make sure first</span>}
    </span>
  )
}
