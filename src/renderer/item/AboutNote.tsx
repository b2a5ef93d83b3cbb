import type { ItemView } from '#contract/bridge'
import { useNow } from '../app/clock'
import { aboutLines, reportedText } from './about'
import styles from './Item.module.css'

/** Under the item's name: why it is in the queue. */
export function AboutNote({ item }: { item: ItemView['item'] }) {
  const now = useNow()
  const [first, ...more] = aboutLines(item, now)
  if (first === undefined) return null
  return (
    <div className={styles.note}>
      <strong dir="auto">{first}</strong>
      {more.map((line) => (
        <div key={line} dir="auto">
          {line}
        </div>
      ))}
    </div>
  )
}

/** Under the member's words: what was reported, where it has changed since. */
export function ReportedText({ item }: { item: ItemView['item'] }) {
  const text = reportedText(item)
  if (text === null) return null
  return (
    <section className={styles.reported} aria-label="As it stood when it was reported">
      <h4>As it stood when it was reported</h4>
      <p dir="auto">{text}</p>
    </section>
  )
}
