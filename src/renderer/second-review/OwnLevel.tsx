import { Button } from '@mantine/core'
import type { ItemView } from '#contract/bridge'
import { levels } from '#contract/risk'
import { useActions } from '../app/actionsContext'
import { useNow } from '../app/clock'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import { clockTime } from '../components/time'
import { reasonWords, verdictDone } from '../components/words'
import { ClinicalShown } from '../decide/ClinicalShown'
import item from '../item/Item.module.css'
import { asksOwnLevel, ownLevelCommand } from './asks'
import styles from './OwnLevel.module.css'

/** Before: the four levels to choose from. Between: what was chosen. Afterwards: what the first reader decided. */
export function OwnLevel({ view }: { view: ItemView }) {
  const actions = useActions()
  const now = useNow()
  const { secondReading } = view
  if (!secondReading) return null
  const { ownLevel, first } = secondReading
  if (asksOwnLevel(view)) {
    return (
      <div className={styles.choose} role="group" aria-label="Your own level">
        <span>Your level, before the scorer’s is shown:</span>
        {levels.map((level) => (
          <Button key={level} size="compact-sm" variant="default" onClick={() => actions.run(ownLevelCommand[level])} rightSection={<KeyHint id={ownLevelCommand[level]} />}>
            <LevelMark level={level} named />
          </Button>
        ))}
      </div>
    )
  }
  return (
    <>
      {ownLevel && (
        <p className={item.note} data-tone="calm">
          Your level: <LevelMark level={ownLevel} named /> Scorer: <LevelMark level={view.score.level} named />
          {view.item.status === 'open' && ' What you choose is compared with the first reading. Nothing is sent to the member.'}
        </p>
      )}
      {first && (
        <>
          <p className={item.note} data-tone="calm">
            <strong>The first reading: {verdictDone[first.verdict].toLowerCase()}</strong> by {first.name}, {clockTime(first.at, now)}. {reasonWords[first.reason]}.{first.note && ` “${first.note}”`}
          </p>
          {first.clinical && <ClinicalShown note={first.clinical} />}
        </>
      )}
    </>
  )
}
