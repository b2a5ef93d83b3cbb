import { Button, Group } from '@mantine/core'
import type { ItemView } from '#contract/bridge'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { useDesk, useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { clockTime } from '../components/time'
import { shortName } from '../components/words'
import styles from '../item/Item.module.css'

const nobody: readonly string[] = []

/** Who else has this item open now. */
export function AlsoHere({ item }: { item: ItemView['item'] }) {
  const station = useWorkstation()
  const names = useStore(station.people.presence, (p) => p.get(item.id) ?? nobody)
  if (names.length === 0) return null
  return <span title="They have this item open now">Also here: {names.map(shortName).join(', ')}</span>
}

/** What colleagues have to do with this item: meant for somebody, held, escalated and accepted or not. */
export function PeopleNotes({ view }: { view: ItemView }) {
  const { item } = view
  const now = useNow()
  const held = item.lease?.held ?? null
  return (
    <>
      {held && view.lease && (
        <p className={styles.note}>
          <strong>Held for a supervisor{view.lease.who === 'other' ? ` by ${shortName(view.lease.name)}` : ''}.</strong> {held.why}
        </p>
      )}
      {item.kind === 'escalation' ? <Escalation view={view} /> : item.decision?.verdict === 'escalate' ? <Receipt item={item} now={now} /> : <MeantFor item={item} />}
    </>
  )
}

function MeantFor({ item }: { item: ItemView['item'] }) {
  // A second reading is for its reader alone.
  if (!item.assignee || item.status !== 'open' || item.kind === 'second-review') return null
  return (
    <p className={styles.note}>
      <strong>For {shortName(item.assignee.name)}.</strong> Anybody else may take it when it cannot wait.
    </p>
  )
}

/** At the desk of those asked: whose it is, until when, and the keys. */
function Escalation({ view }: { view: ItemView }) {
  const actions = useActions()
  const desk = useDesk()
  const me = useStore(desk.view, (v) => v.state?.staff?.id ?? null)
  const now = useNow()
  const { item } = view
  if (item.status !== 'open') return null
  if (item.acceptedAt) {
    return (
      <p className={styles.note} data-tone="calm">
        <strong>{shortName(item.assignee?.name ?? '')} has this escalation</strong> since {clockTime(item.acceptedAt, now)}.
      </p>
    )
  }
  return (
    <div className={styles.note}>
      <strong>{item.assignee ? `${item.assignee.id === me ? 'You are' : `${shortName(item.assignee.name)} is`} asked by name.` : 'Nobody has this escalation yet.'}</strong>{' '}
      {item.widensAt && `It is everybody’s at ${clockTime(item.widensAt, now)} if they have not accepted it.`}
      <Group gap={6} mt={6}>
        <Button size="compact-sm" onClick={() => actions.run('accept-escalation')} rightSection={<KeyHint id="accept-escalation" />}>
          I have it
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => actions.run('decline-escalation')}>
          I cannot
        </Button>
      </Group>
    </div>
  )
}

/** At the desk of whoever escalated: that somebody has it, or not yet. */
function Receipt({ item, now }: { item: ItemView['item']; now: number }) {
  return (
    <p className={styles.note} data-tone={item.acceptedAt ? 'calm' : undefined}>
      {item.acceptedAt ? (
        <>
          <strong>{shortName(item.assignee?.name ?? '')} has it</strong> since {clockTime(item.acceptedAt, now)}.
        </>
      ) : (
        <>
          <strong>Nobody has accepted it yet.</strong> It stands at the head of the queue of Leads and Senior clinicians.
        </>
      )}
    </p>
  )
}
