import { Button, CloseButton, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { CallOutput, QueueFilter } from '#contract/bridge'
import { itemKinds } from '#contract/review'
import { categories, levels } from '#contract/risk'
import { useWorkstation } from '../app/context'
import { nav, wish } from '../app/nav'
import { useStore } from '../app/store'
import { Key } from '../components/Keys'
import { categoryWords, levelWords } from '../components/words'
import { atOnce } from '../decide/atOnce'
import { kindNames, nameRefusal, readyFilters, sameFilter, showWords, withSaved } from './filters'
import { savedFilters } from './savedFilters'
import styles from './FilterDialog.module.css'

const close = () => {
  nav.patch({ overlay: null })
  wish('list')
}

/** Ready-made and saved filters by number, and every part of a filter; what is chosen holds at once. */
export function FilterDialog() {
  const open = useStore(nav, (n) => n.overlay === 'filters')
  return (
    <Modal opened={open} onClose={close} size={760} radius={10} yOffset="6vh" {...atOnce(close)} returnFocus={false} title="Filter the queue" classNames={{ title: styles.title }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {open && <Inside />}
    </Modal>
  )
}

function Inside() {
  const station = useWorkstation()
  const filter = useStore(station.queue.state, (s) => s.filter)
  const saved = useStore(savedFilters)
  const named = [...saved, ...readyFilters]
  const [active, setActive] = useState(() => Math.max(0, named.findIndex((one) => sameFilter(one.filter, filter))))
  const at = Math.min(active, named.length - 1)
  const take = (place: number) => {
    const one = named[place]
    if (!one) return
    void station.filter(one.filter)
    close()
  }
  const remove = (name: string) => savedFilters.set(saved.filter((one) => one.name !== name))
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0
    const number = /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey ? Number(event.key) : 0
    const chosen = saved[at]
    if (step !== 0) setActive(Math.max(0, Math.min(named.length - 1, at + step)))
    else if (number > 0) take(number - 1)
    else if (event.key === 'Enter') take(at)
    else if (event.key === 'Delete' && chosen) remove(chosen.name)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.split}>
      <div>
        <h3 id="filters-named">By name</h3>
        <ul className={styles.list} role="listbox" aria-labelledby="filters-named" tabIndex={0} data-autofocus aria-activedescendant={`filter-${at}`} onKeyDown={onKey}>
          {named.map((one, place) => (
            <li key={`${place < saved.length}${one.name}`} id={`filter-${place}`} role="option" aria-selected={place === at} onMouseEnter={() => setActive(place)} onClick={() => take(place)}>
              {place < 9 ? <Key>{String(place + 1)}</Key> : <i />}
              <span>{one.name}</span>
              {place < saved.length && (
                <CloseButton
                  size="xs"
                  tabIndex={-1}
                  aria-label={`Remove the filter ${one.name}`}
                  title="Remove (Del)"
                  onClick={(event) => {
                    event.stopPropagation()
                    remove(one.name)
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>By parts</h3>
        <Parts filter={filter} />
        <Save filter={filter} />
      </div>
    </div>
  )
}

function Parts({ filter: held }: { filter: QueueFilter }) {
  const station = useWorkstation()
  const topics = useStore(station.queue.state, (s) => s.topics)
  const total = useStore(station.queue.state, (s) => s.total)
  const [facets, setFacets] = useState<CallOutput<'queue.facets'>>({ partners: [], countries: [] })
  useEffect(() => {
    let here = true
    void station.bridge.call('queue.facets', {}).then((answer) => here && answer.ok && setFacets(answer.value))
    return () => {
      here = false
    }
  }, [station])
  // What was picked a moment ago is shown before its list is there.
  const [picked, setPicked] = useState<Partial<QueueFilter>>({})
  useEffect(() => setPicked({}), [held])
  const filter = { ...held, ...picked }
  const set = (part: Partial<QueueFilter>) => {
    setPicked((before) => ({ ...before, ...part }))
    station.narrow(part)
  }
  const field = <T extends string>(label: string, value: T | undefined, options: readonly { value: T; label: string }[], change: (value: T | undefined) => void, every: string) => (
    <NativeSelect size="xs" label={label} data={[{ value: '', label: every }, ...options]} value={value ?? ''} onChange={(e) => change(options.find((one) => one.value === e.currentTarget.value)?.value)} />
  )
  const plain = (list: readonly string[]) => list.map((value) => ({ value, label: value }))
  return (
    <>
      <div className={styles.parts}>
        <NativeSelect size="xs" label="Show" data={(Object.keys(showWords) as (keyof typeof showWords)[]).map((value) => ({ value, label: showWords[value] }))} value={filter.show} onChange={(e) => set({ show: e.currentTarget.value as keyof typeof showWords })} />
        {field('Level', filter.level, levels.map((value) => ({ value, label: levelWords[value].name })), (level) => set({ level }), 'Every level')}
        {field('Kind of work', filter.kind, itemKinds.map((value) => ({ value, label: kindNames[value] })), (kind) => set({ kind }), 'Every kind')}
        {field('Theme', filter.theme, categories.map((value) => ({ value, label: categoryWords[value] })), (theme) => set({ theme }), 'Every theme')}
        {field('Topic', filter.topic, plain(topics), (topic) => set({ topic }), 'Every topic')}
        {field('Partner', filter.partner, plain(facets.partners), (partner) => set({ partner }), 'Every partner')}
        {field('Country', filter.country, plain(facets.countries), (country) => set({ country }), 'Every country')}
      </div>
      <p className={styles.count} aria-live="polite">
        {total.toLocaleString('en-GB')} listed
      </p>
    </>
  )
}

/** Search words are not kept: they may hold what a member wrote. */
function Save({ filter }: { filter: QueueFilter }) {
  const station = useWorkstation()
  const saved = useStore(savedFilters)
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const why = nameRefusal(name, saved)
    setRefused(why)
    if (why !== null) return
    savedFilters.set(withSaved(saved, name, station.wanted))
    setName('')
  }
  return (
    <form className={styles.save} onSubmit={submit}>
      <TextInput size="xs" label="Keep this filter under a name" description={filter.text ? 'Search words are not kept.' : undefined} value={name} maxLength={40} error={refused} onChange={(e) => setName(e.currentTarget.value)} />
      <Button type="submit" size="xs" variant="default">
        Keep it
      </Button>
    </form>
  )
}
