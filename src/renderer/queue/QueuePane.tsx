import { CloseButton, Menu, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { QueueFilter } from '#contract/bridge'
import { levels } from '#contract/risk'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { LevelMark } from '../components/LevelMark'
import { levelWords } from '../components/words'
import { SelectionBar } from '../batch/SelectionBar'
import { chipsOf, filterName, showWords, without } from './filters'
import { savedFilters } from './savedFilters'
import { QueueList } from './QueueList'
import styles from './Queue.module.css'

export function QueuePane() {
  const station = useWorkstation()
  const filter = useStore(station.queue.state, (s) => s.filter)
  const view = useStore(station.queue.state, (s) => s.view)
  const total = useStore(station.queue.state, (s) => s.total)
  const topics = useStore(station.queue.state, (s) => s.topics)
  const counts = useStore(station.queue.state, (s) => s.counts)
  const saved = useStore(savedFilters)
  const actions = useActions()
  const set = (part: Partial<QueueFilter>) => station.narrow(part)
  return (
    <section className={styles.pane} aria-label="Queue">
      <header className={styles.head}>
        <Menu position="bottom-start" width={230}>
          <Menu.Target>
            <UnstyledButton className={styles.filter} data-queue-filter>
              <span className={styles.filterName}>{filterName(filter, saved)}</span>
              <span className={styles.total}>{view === null ? '' : total.toLocaleString('en-GB')}</span>
              <IconChevronDown size={14} stroke={1.8} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item rightSection={<KeyHint id="filters" />} onClick={() => actions.run('filters')}>
              All filters
            </Menu.Item>
            <Menu.Label>Show</Menu.Label>
            {(Object.keys(showWords) as (keyof typeof showWords)[]).map((show) => (
              <Menu.Item key={show} onClick={() => set({ show })} aria-current={filter.show === show}>
                {showWords[show]}
              </Menu.Item>
            ))}
            {topics.length > 0 && (
              <>
                <Menu.Label>Topic</Menu.Label>
                <Menu.Item onClick={() => set({ topic: undefined })} aria-current={!filter.topic}>
                  Every topic
                </Menu.Item>
                {topics.map((topic) => (
                  <Menu.Item key={topic} onClick={() => set({ topic })} aria-current={filter.topic === topic}>
                    {topic}
                  </Menu.Item>
                ))}
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        <Search value={filter.text ?? ''} onSearch={(text) => set({ text: text || undefined })} />
      </header>
      <div className={styles.counts} role="group" aria-label="Items per level">
        {levels.map((level) => (
          <UnstyledButton key={level} className={styles.level} aria-pressed={filter.level === level} title={filter.level === level ? 'Show every level' : `Only ${levelWords[level].name.toLowerCase()}`} onClick={() => set({ level: filter.level === level ? undefined : level })}>
            <LevelMark level={level} count={counts[level] ?? 0} />
          </UnstyledButton>
        ))}
      </div>
      <Chips />
      <Outside />
      <Arrivals />
      <QueueList />
      <SelectionBar />
    </section>
  )
}

/** What narrows the list, each part taken out by a click. */
function Chips() {
  const station = useWorkstation()
  const actions = useActions()
  const filter = useStore(station.queue.state, (s) => s.filter)
  const chips = chipsOf(filter, useStore(savedFilters))
  if (chips.length === 0) return null
  return (
    <div className={styles.chips} role="group" aria-label="This filter">
      {chips.map(({ part, words }) => (
        <UnstyledButton key={part} className={styles.chip} title={`Take out: ${words}`} onClick={() => void station.filter(without(filter, part))}>
          {words} <IconX size={12} stroke={2} aria-label="take out" />
        </UnstyledButton>
      ))}
      <UnstyledButton className={styles.chipClear} onClick={() => actions.run('all-open')}>
        Clear <KeyHint id="all-open" />
      </UnstyledButton>
    </div>
  )
}

/** A filter never hides danger silently. */
function Outside() {
  const station = useWorkstation()
  const actions = useActions()
  const { crisis, red } = useStore(station.queue.state, (s) => s.outside)
  const level = crisis > 0 ? 'crisis' : 'red'
  const count = crisis > 0 ? crisis : red
  if (count === 0) return null
  return (
    <UnstyledButton className={styles.outside} onClick={() => actions.run('outside')}>
      <LevelMark level={level} />
      <span>
        {count.toLocaleString('en-GB')} {levelWords[level].name.toLowerCase()} outside this filter
      </span>
      <span className={styles.gap} />
      <KeyHint id="outside" />
    </UnstyledButton>
  )
}

/** What came in since the view was frozen. The list itself does not move until it is asked to. */
function Arrivals() {
  const station = useWorkstation()
  const actions = useActions()
  const { count, top } = useStore(station.queue.state, (s) => s.arrivals)
  if (count === 0) return null
  return (
    <UnstyledButton className={styles.arrivals} onClick={() => actions.run('take-in')}>
      <span>
        {count.toLocaleString('en-GB')} new above ↑
      </span>
      {top && <LevelMark level={top} named />}
      <span className={styles.gap} />
      <KeyHint id="take-in" />
    </UnstyledButton>
  )
}

function Search({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (focus.to === 'search') field.current?.select()
  }, [focus])
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSearch(text.trim()), 250)
    return () => clearTimeout(timer)
    // `onSearch` is made anew each time; only the words matter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, value])
  return (
    <TextInput
      ref={field}
      size="xs"
      className={styles.search}
      placeholder="Search"
      aria-label="Search the queue"
      value={text}
      maxLength={200}
      leftSection={<IconSearch size={14} stroke={1.8} />}
      rightSection={text ? <CloseButton size="xs" aria-label="Clear the search" onClick={() => setText('')} /> : <KeyHint id="search" />}
      onChange={(e) => setText(e.currentTarget.value)}
      onKeyDown={(e) => {
        if (e.key === 'Escape' && text) setText('')
        if (e.key === 'Escape' || e.key === 'Enter') document.getElementById('queue-list')?.focus()
        if (e.key === 'ArrowDown') {
          e.preventDefault()
          document.getElementById('queue-list')?.focus()
        }
      }}
    />
  )
}
