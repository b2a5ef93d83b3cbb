import { Menu, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { Verdict } from '#contract/review'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { preferences } from '../app/preferences'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
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
  const more = offLadder.filter((v) => allowed.includes(v))
  const mine = view?.lease?.who === 'mine' && !view.pending
  return (
    <div className={styles.bar} role="toolbar" aria-label="Decide">
      {ladder.map((verdict) => {
        const can = allowed.includes(verdict)
        return (
          <UnstyledButton
            key={verdict}
            className={styles.action}
            data-now={composing === verdict || undefined}
            data-apart={verdict === 'hand_on' || verdict === 'ask_lead' || undefined}
            disabled={!can}
            title={formOf(verdict).does}
            onClick={() => actions.run(verdict)}
          >
            <KeyHint id={verdict} />
            <span>{formOf(verdict).short}</span>
          </UnstyledButton>
        )
      })}
      {(more.length > 0 || mine) && (
        <Menu position="top-end" width={240}>
          <Menu.Target>
            <UnstyledButton className={styles.action} aria-label="More">
              <IconDots size={16} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((verdict) => (
              <Menu.Item key={verdict} onClick={() => actions.run(verdict)}>
                {formOf(verdict).title}
              </Menu.Item>
            ))}
            {mine && (
              <Menu.Item onClick={() => actions.run('release')} rightSection={<KeyHint id="release" />}>
                Give the claim back
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
