import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useActions } from '../app/actionsContext'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Key } from '../components/Keys'
import { bindingsStore } from './bindings'
import { commands, keysOf, type Command, type CommandId } from './registry'
import styles from './Palette.module.css'

const fadeMs = 80

/** Every command that can be done now, found by its words, with its key beside it. */
export function Palette() {
  const actions = useActions()
  const open = useStore(nav, (n) => n.overlay === 'palette')
  const bindings = useStore(bindingsStore)
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (open) spotlight.open()
    else spotlight.close()
  }, [open])
  // The library chooses the first command before the narrowed list is drawn, so that Enter could run another one or none:
  // chosen again once it is drawn.
  useEffect(() => {
    if (query !== '') chooseFirst()
  }, [query])
  useEffect(() => (open ? hearEarlyKeys(setQuery) : undefined), [open])
  const offered = open ? (commands as readonly Command[]).filter((c) => !c.noPalette && actions.can(c.id as CommandId)) : []
  const groups = [...new Set(offered.map((c) => c.group))].map((group) => ({
    group,
    actions: offered
      .filter((c) => c.group === group)
      .map((c) => ({
        id: c.id,
        label: c.title,
        keywords: `${c.also ?? ''} ${c.group}`,
        rightSection: <span className={styles.keys}>{keysOf(c, bindings).slice(0, 1).map((k) => <Key key={k}>{k}</Key>)}</span>,
        // Once the palette is gone, so that its focus trap does not take the focus back.
        onClick: () => void setTimeout(() => actions.run(c.id as CommandId), fadeMs + 40),
      })),
  }))
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound="No command of that name."
      scrollable
      maxHeight={420}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Commands' } }}
      highlightQuery
      radius={10}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      onSpotlightClose={() => nav.get().overlay === 'palette' && nav.patch({ overlay: null })}
      transitionProps={{ duration: fadeMs }}
      searchProps={{ leftSection: <IconSearch size={16} stroke={1.6} />, placeholder: 'What would you like to do?', 'aria-label': 'Find a command' }}
      classNames={{ action: styles.action, actionsGroup: styles.group }}
    />
  )
}

const drawnActions = () => [...document.querySelectorAll<HTMLElement>('[role=dialog] [data-action]')]

function chooseFirst(): void {
  const [first, ...others] = drawnActions()
  others.forEach((action) => action.removeAttribute('data-selected'))
  first?.setAttribute('data-selected', 'true')
}

/** A quick hand types before the palette has the focus: nothing of that is lost. Returns the way to stop. */
function hearEarlyKeys(setQuery: (change: (query: string) => string) => void): () => void {
  const stopped = new AbortController()
  const runFirst = () => {
    const [first] = drawnActions()
    if (first) first.click()
    else if (!stopped.signal.aborted) requestAnimationFrame(runFirst)
  }
  const hear = (event: KeyboardEvent) => {
    const inSearch = document.activeElement instanceof HTMLInputElement && document.activeElement.closest('[role=dialog]') !== null
    if (inSearch || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key.length === 1) setQuery((query) => query + event.key)
    else if (event.key === 'Backspace') setQuery((query) => query.slice(0, -1))
    else if (event.key === 'Enter') runFirst()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', hear, { capture: true, signal: stopped.signal })
  return () => stopped.abort()
}
