import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ItemView } from '#contract/bridge'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { Press } from '../components/Press'
import { LevelMark } from '../components/LevelMark'
import { ago, fullTime } from '../components/time'
import { plural, stateWords } from '../components/words'
import { asksOwnLevel } from '../second-review/asks'
import styles from './Item.module.css'

/** The talk around the item, oldest first, as far as this desk holds it. Folded until asked for. */
export function Thread({ view }: { view: ItemView }) {
  const station = useWorkstation()
  const actions = useActions()
  const open = useStore(nav, (n) => n.thread)
  const focus = useStore(nav, (n) => n.focus)
  const now = useNow()
  const head = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focus.to === 'thread') head.current?.scrollIntoView({ block: 'start' })
  }, [focus])
  const others = view.thread.filter((p) => !p.current).length
  if (others === 0) {
    return (
      <section className={styles.thread} aria-label="Thread">
        <p className={styles.threadNone}>Nobody else has written in this thread yet.</p>
      </section>
    )
  }
  return (
    <section className={styles.thread} aria-label="Thread" ref={head}>
      <Press className={styles.threadHead} aria-expanded={open} onClick={() => actions.run('thread')}>
        <IconChevronRight size={15} stroke={1.9} data-open={open} />
        Thread, {plural(others, 'other post')}
        <KeyHint id="thread" />
      </Press>
      {open && (
        <ol className={styles.posts}>
          {view.thread.map((post) => (
            <li key={post.post} className={styles.post} data-current={post.current || undefined}>
              <div className={styles.postHead}>
                <span className={styles.postAuthor} dir="auto">
                  {post.author}
                </span>
                {post.authorIsSubject && <span>same member</span>}
                <span title={fullTime(post.at)}>{ago(post.at, now)}</span>
                {post.state !== 'live' && <span>{stateWords[post.state].short}</span>}
                {(!post.current || !asksOwnLevel(view)) && <LevelMark level={post.level} />}
                {!post.current && (
                  <Press className={styles.postOpen} onClick={() => station.visit(post.item)}>
                    Open
                  </Press>
                )}
              </div>
              {post.title && (
                <p className={styles.postHeading} dir="auto">
                  {post.title}
                </p>
              )}
              <p className={styles.postText} dir="auto">
                {post.current ? 'This is the post you are reading.' : post.text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
