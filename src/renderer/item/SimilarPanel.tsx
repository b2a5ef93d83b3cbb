import { memo, useEffect, useRef, useState } from 'react'
import type { ItemView, SimilarItem } from '#contract/bridge'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { preferences } from '../app/preferences'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import { Press } from '../components/Press'
import { ago, fullTime } from '../components/time'
import { shortName, themeWord, verdictDone } from '../components/words'
import styles from './Context.module.css'

/** Items of other members that read like this one, with what was decided. Only when asked for: another's case is not this one. */
export const SimilarPanel = memo(function SimilarPanel({ view, covered }: { view: ItemView; covered: boolean }) {
  const actions = useActions()
  const open = useStore(nav, (n) => n.similar)
  const focus = useStore(nav, (n) => n.focus)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focus.to !== 'similar') return
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.focus({ preventScroll: true })
  }, [focus])
  return (
    <section className={styles.section} aria-labelledby="similar-title" ref={box} tabIndex={-1} data-quiet-focus>
      <h3 id="similar-title">
        Similar items <KeyHint id="similar" />
      </h3>
      {open ? (
        <Found view={view} covered={covered} />
      ) : (
        <Press className={styles.ask} aria-expanded="false" onClick={() => actions.run('similar')}>
          What was decided about posts like this
        </Press>
      )}
    </section>
  )
})

type Answer = { item: string; similar: readonly SimilarItem[] } | { item: string; problem: string }

function Found({ view, covered }: { view: ItemView; covered: boolean }) {
  const { bridge } = useWorkstation()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { id, version } = view.item
  useEffect(() => {
    let wanted = true
    void bridge.call('item.similar', { item: id }).then((found) => wanted && setAnswer(found.ok ? { item: id, similar: found.value.similar } : { item: id, problem: found.error.message }))
    return () => void (wanted = false)
  }, [bridge, id, version])
  if (answer?.item !== id) return <p className={styles.plain}>Looking.</p>
  if ('problem' in answer) return <p className={styles.plain}>{answer.problem}</p>
  if (answer.similar.length === 0) return <p className={styles.plain}>Nothing on this desk reads like it.</p>
  return (
    <>
      <ol aria-label="Similar items">
        {answer.similar.map((one) => (
          <li key={one.item}>
            <Line one={one} covered={covered} />
          </li>
        ))}
      </ol>
      <p className={styles.foot}>Found by shared words, not by meaning. Esc comes back here.</p>
    </>
  )
}

function Line({ one, covered }: { one: SimilarItem; covered: boolean }) {
  const station = useWorkstation()
  const now = useNow()
  const cover = useStore(preferences, (p) => p.cover)
  const hidden = covered || (cover && (one.level === 'crisis' || one.level === 'red'))
  const why = [...one.themes.map(themeWord), ...(hidden ? [] : one.words.map((word) => `“${word}”`))]
  return (
    <Press className={styles.earlier} onClick={() => station.visit(one.item)} title={fullTime(one.at)}>
      <span className={styles.earlierHead}>
        <LevelMark level={one.level} />
        <span>{ago(one.at, now)}</span>
        <span className={styles.dim}>{one.topic}</span>
      </span>
      <strong className={styles.did}>{one.decision ? `${verdictDone[one.decision.verdict]}, ${shortName(one.decision.name)}` : 'Not decided yet'}</strong>
      {!hidden && (
        <span className={styles.preview} dir="auto">
          {one.preview}
        </span>
      )}
      {why.length > 0 && <span className={styles.dim}>Shares {why.slice(0, 4).join(', ')}</span>}
    </Press>
  )
}
