import { Checkbox } from '@mantine/core'
import type { OptOuts } from '#contract/bridge'
import { categories, type Category } from '#contract/risk'
import { useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { categoryWords } from '../components/words'
import styles from './Care.module.css'

const nothing: OptOuts = { topics: [], categories: [] }

const toggled = <T,>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one])

/** What this person would rather leave to colleagues. Nobody else learns of it, and a crisis is always shown. */
export function OptOutsPanel() {
  const { care, queue } = useWorkstation()
  const optOuts = useStore(care.state, (s) => s.status?.optOuts ?? nothing)
  const known = useStore(queue.state, (s) => s.topics)
  const topics = [...new Set([...known, ...optOuts.topics])].sort((a, b) => a.localeCompare(b))
  const set = (next: Partial<OptOuts>) => void care.setOptOuts({ ...optOuts, ...next })
  return (
    <div className={styles.optOuts}>
      <p>
        What you tick here is greyed in your queue, stays covered until you open it on purpose, and the next key goes past it. A crisis is never left out. This is kept in your encrypted desk on this computer; nobody else learns of it, and nobody asks why.
      </p>
      <div role="group" aria-labelledby="opt-themes">
        <h4 id="opt-themes">Themes</h4>
        <div className={styles.choices}>
          {categories.map((category: Category) => (
            <Checkbox key={category} size="sm" label={categoryWords[category]} checked={optOuts.categories.includes(category)} onChange={() => set({ categories: toggled(optOuts.categories, category) })} />
          ))}
        </div>
      </div>
      <div role="group" aria-labelledby="opt-topics">
        <h4 id="opt-topics">Topics</h4>
        {topics.length === 0 && <p>Topics appear here once items are on this desk.</p>}
        <div className={styles.choices}>
          {topics.map((topic) => (
            <Checkbox key={topic} size="sm" label={topic} checked={optOuts.topics.includes(topic)} onChange={() => set({ topics: toggled(optOuts.topics, topic) })} />
          ))}
        </div>
      </div>
    </div>
  )
}
