import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { memo } from 'react'
import type { Verdict } from '#contract/review'
import type { Actions } from '../app/actions'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { preferences } from '../app/preferences'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { Press } from '../components/Press'
import { useItemView, useShownItem } from '../item/useItemView'
import { formOf, ladder, offLadder } from './verdicts'
import styles from './ActionBar.module.css'

const none: readonly Verdict[] = []

/** The ladder, lightest touch first. What the server does not allow on this item cannot be pressed. */
export function ActionBar() {
  const actions = useActions()
  const station = useWorkstation()
  const item = useShownItem()
  const view = useItemView(item)?.view ?? null
  const composing = useStore(station.composer.state, (c) => c?.draft.verdict ?? null)
  useStore(nav, (n) => n.reading && n.uncovered)
  useStore(preferences, (p) => p.cover)
  const open = view !== null && station.isOpenToRead(view.item.id, view.score.level)
  const allowed = view && open ? view.allowed : none
  const mine = view?.lease?.who === 'mine' && !view.pending
  return <Ladder allowed={allowed.join(' ')} mine={mine} composing={composing} run={actions.run} />
}

type LadderProps = { /** Space-separated, so that equal sets are equal props. */ allowed: string; mine: boolean; composing: Verdict | null; run: Actions['run'] }

const Ladder = memo(function Ladder({ allowed: words, mine, composing, run }: LadderProps) {
  const allowed = words.split(' ')
  const more = offLadder.filter((v) => allowed.includes(v))
  return (
    <section className={styles.place} aria-label="Actions">
      <div className={styles.bar} role="toolbar" aria-label="Decide">
      {ladder.map((verdict) => {
        const can = allowed.includes(verdict)
        return (
          <Press
            key={verdict}
            className={styles.action}
            data-now={composing === verdict || undefined}
            data-apart={verdict === 'hand_on' || verdict === 'ask_lead' || undefined}
            disabled={!can}
            title={formOf(verdict).does}
            onClick={() => run(verdict)}
          >
            <KeyHint id={verdict} />
            <span>{formOf(verdict).short}</span>
          </Press>
        )
      })}
      {(more.length > 0 || mine) && (
        <Menu position="top-end" width={240}>
          <Menu.Target>
            <Press className={styles.action} aria-label="More">
              <IconDots size={16} />
            </Press>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((verdict) => (
              <Menu.Item key={verdict} onClick={() => run(verdict)}>
                {formOf(verdict).title}
              </Menu.Item>
            ))}
            {mine && (
              <Menu.Item onClick={() => run('release')} rightSection={<KeyHint id="release" />}>
                Give the claim back
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      </div>
    </section>
  )
})
