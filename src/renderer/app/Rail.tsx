import { Tooltip, UnstyledButton, useComputedColorScheme } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconChartBar, IconHeartHandshake, IconKeyboard, IconListDetails, IconLock, IconMessageReply, IconMoon, IconScale, IconSend2, IconSettings, IconSun, IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CommandId } from '../keyboard/registry'
import { KeyHint } from '../components/Keys'
import { useActions } from './actionsContext'
import { useDesk, useWorkstation } from './context'
import { nav } from './nav'
import { useStore } from './store'
import styles from './Rail.module.css'

/** The sections that exist, and nothing else. */
export function Rail() {
  const screen = useStore(nav, (n) => n.screen)
  const desk = useDesk()
  const { episodes } = useWorkstation()
  const unmet = useStore(episodes.state, (s) => s.answers.length)
  const runs = useStore(desk.view, (v) => v.state?.staff?.role === 'lead' || v.state?.staff?.role === 'senior')
  const pending = useStore(desk.view, (v) => v.sync?.pending ?? 0)
  const conflicts = useStore(desk.view, (v) => v.sync?.conflicts ?? 0)
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <nav className={styles.rail} aria-label="Sections">
      <img src="./mark.svg" alt="Wallguide" width="26" height="26" className={styles.mark} />
      <Section id="go-queue" label="Queue" here={screen === 'queue'} icon={<IconListDetails size={19} stroke={1.6} />} />
      <Section id="go-answers" label="Answers" here={screen === 'answers'} icon={<IconMessageReply size={19} stroke={1.6} />} count={conflicts} attention />
      <Section id="go-outbox" label="Outbox" here={screen === 'outbox'} icon={<IconSend2 size={19} stroke={1.6} />} count={pending} />
      {runs && <Section id="go-episodes" label="Episodes" here={screen === 'episodes'} icon={<IconHeartHandshake size={19} stroke={1.6} />} count={unmet} attention />}
      <Section id="go-shift" label="My shift" here={screen === 'shift'} icon={<IconChartBar size={19} stroke={1.6} />} />
      <Section id="go-scorer" label="Scorer" here={screen === 'scorer'} icon={<IconScale size={19} stroke={1.6} />} />
      {runs && <Section id="go-agreement" label="Kappa" here={screen === 'agreement'} icon={<IconUsers size={19} stroke={1.6} />} />}
      <span className={styles.gap} />
      <Tool id="palette" label="All commands" icon={<IconAdjustmentsHorizontal size={18} stroke={1.6} />} />
      <Tool id="help" label="Keys" icon={<IconKeyboard size={18} stroke={1.6} />} />
      <Tool id="settings" label="Settings" icon={<IconSettings size={18} stroke={1.6} />} />
      <Tool id="theme" label="Light or dark" icon={dark ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />} />
      <Tool id="lock" label="Lock this desk" icon={<IconLock size={18} stroke={1.6} />} />
    </nav>
  )
}

function Section({ id, label, icon, here, count = 0, attention = false }: { id: CommandId; label: string; icon: ReactNode; here: boolean; count?: number; attention?: boolean }) {
  const actions = useActions()
  return (
    <Tooltip position="right" label={<span>{label} <KeyHint id={id} /></span>}>
      <UnstyledButton className={styles.section} aria-current={here ? 'page' : undefined} onClick={() => actions.run(id)}>
        {icon}
        <span className={styles.label}>{label}</span>
        {count > 0 && (
          <span className={styles.count} data-attention={attention}>
            {count > 99 ? '99+' : count}
            <span className="wg-visually-hidden">{attention ? ' need your eye' : ' waiting to go out'}</span>
          </span>
        )}
      </UnstyledButton>
    </Tooltip>
  )
}

function Tool({ id, label, icon }: { id: CommandId; label: string; icon: ReactNode }) {
  const actions = useActions()
  return (
    <Tooltip position="right" label={<span>{label} <KeyHint id={id} /></span>}>
      <UnstyledButton className={styles.tool} aria-label={label} onClick={() => actions.run(id)}>
        {icon}
      </UnstyledButton>
    </Tooltip>
  )
}

