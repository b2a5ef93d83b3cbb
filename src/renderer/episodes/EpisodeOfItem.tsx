import { Button, Group, Modal, NativeSelect, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ItemView } from '#contract/bridge'
import { stateNames } from '#contract/episode'
import { levels, type Level } from '#contract/risk'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { nav, wish } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { levelWords, shortName } from '../components/words'
import styles from '../item/Item.module.css'
import { useSettled } from '../item/useSettled'

/** What this item's member has to do with an episode: one is open, somebody looks after them, or one can be opened. */
export function EpisodeOfItem({ view }: { view: ItemView }) {
  const { episodes } = useWorkstation()
  const actions = useActions()
  const { item } = view
  const link = useStore(episodes.link, (known) => (known?.item === item.id ? known.link : null))
  useSettled(() => void episodes.lookUp(item.id), [episodes, item.id])
  if (link === null) return null
  if (link.kind === 'brief') {
    return (
      <p className={styles.note} data-tone="calm">
        <strong>{link.brief.owner ? `${shortName(link.brief.owner.name)} looks after this member.` : 'A Lead or Senior clinician looks after this member.'}</strong> Leave the words to them, so that one person speaks with the member.
      </p>
    )
  }
  if (link.kind === 'full') {
    return (
      <div className={styles.note} data-tone="calm">
        <strong>Episode: {stateNames[link.state].toLowerCase()}.</strong> {link.owner ? `${shortName(link.owner.name)} looks after it.` : 'No Senior clinician has it yet.'}{' '}
        <Button size="compact-sm" variant="default" onClick={() => void episodes.goTo(link.episode)} rightSection={link.quoted ? <KeyHint id="episode-of-item" /> : undefined}>
          See the episode
        </Button>{' '}
        {!link.quoted && (
          <Button size="compact-sm" variant="default" onClick={() => actions.run('episode-of-item')} rightSection={<KeyHint id="episode-of-item" />}>
            Add this as evidence
          </Button>
        )}
      </div>
    )
  }
  const urgent = item.kind === 'escalation' || view.score.level === 'crisis' || view.score.level === 'red'
  if (!link.mayOpen || !urgent) return null
  return (
    <Group gap={6} mt={6}>
      <Button size="compact-sm" variant="default" onClick={() => actions.run('episode-of-item')} rightSection={<KeyHint id="episode-of-item" />}>
        Open an episode
      </Button>
    </Group>
  )
}

/** The words that an episode begins with, or that add this item to one. */
export function EpisodeDialog() {
  const station = useWorkstation()
  const open = useStore(nav, (n) => n.overlay === 'episode')
  const close = () => {
    nav.patch({ overlay: null })
    wish('heading')
  }
  const link = station.episodes.linkOf(station.shown)
  return (
    <Modal opened={open} onClose={close} title={link?.kind === 'full' ? 'Add this as evidence' : 'Open an episode'} transitionProps={{ duration: 0 }} returnFocus={false}>
      {open && <Inside close={close} />}
    </Modal>
  )
}

function Inside({ close }: { close: () => void }) {
  const station = useWorkstation()
  const { episodes } = station
  const view = station.shownView
  const link = episodes.linkOf(station.shown)
  const [level, setLevel] = useState<Level>(view?.score.level ?? 'red')
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const quoting = link?.kind === 'full'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const item = station.shown
    if (!item || words.trim() === '') return
    setBusy(true)
    const done = quoting ? await episodes.quote(link.episode, item, words) : await episodes.open(item, level, words)
    setBusy(false)
    if (done && quoting) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      {!quoting && <NativeSelect label="Level" mb={10} data={levels.map((value) => ({ value, label: levelWords[value].name }))} value={level} onChange={(e) => setLevel(e.currentTarget.value as Level)} />}
      <Textarea data-autofocus label={quoting ? 'What it adds' : 'Your concern'} description="The post is kept with it as it stands now, whatever becomes of it." autosize minRows={3} maxLength={3000} value={words} onChange={(e) => setWords(e.currentTarget.value)} />
      <Button type="submit" mt={12} loading={busy} disabled={words.trim() === ''}>
        {quoting ? 'Add it' : 'Open the episode'}
      </Button>
    </form>
  )
}
