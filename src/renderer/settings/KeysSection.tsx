import { Button, FileButton, Group, NumberInput, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useActions } from '../app/actionsContext'
import { say } from '../app/announce'
import { useStore } from '../app/store'
import { KeyHint } from '../components/Keys'
import { bindingsStore, bounceStore, resetAllKeys } from '../keyboard/bindings'
import { commands, keysOf, type Command } from '../keyboard/registry'
import { keyFile, readKeyFile } from '../keyboard/remap'
import { CommandRow } from './CommandRow'
import styles from './Settings.module.css'

const list = commands as readonly Command[]

/** Every command with its keys; each can be given others. */
export function KeysSection() {
  const actions = useActions()
  const bindings = useStore(bindingsStore)
  const bounce = useStore(bounceStore)
  const [wanted, setWanted] = useState('')
  const changed = Object.keys(bindings).length
  const groups = useMemo(() => {
    const words = wanted.trim().toLowerCase()
    const found = list.filter((c) => !words || `${c.title} ${c.group} ${c.also ?? ''}`.toLowerCase().includes(words) || keysOf(c, bindings).some((key) => key.toLowerCase() === words))
    return [...new Set(found.map((c) => c.group))].map((group) => ({ group, commands: found.filter((c) => c.group === group) }))
  }, [wanted, bindings])
  return (
    <section className={styles.section} aria-label="Keys">
      <h3>Keys</h3>
      <p className={styles.lead}>Choose a key to give a command another one. Hints, the list of keys and the palette follow at once. Some commands always keep a key: lock, undo, the list of keys, the palette, the privacy screen and this page.</p>
      <Group gap={8} mb={16}>
        <Button size="xs" variant="default" disabled={changed === 0} onClick={() => (resetAllKeys(), say('All keys are the usual ones again.'))}>
          All usual keys
        </Button>
        <Button size="xs" variant="default" onClick={() => download(keyFile(bindings))}>
          Export keys
        </Button>
        <ImportKeys />
        <Button size="xs" variant="default" onClick={() => actions.run('practice')} rightSection={<KeyHint id="practice" />}>
          Practise the keys
        </Button>
      </Group>
      <Group gap={24} align="flex-end" mb={8}>
        <TextInput label="Find a command" value={wanted} onChange={(e) => setWanted(e.currentTarget.value)} w={240} />
        <NumberInput
          label="Bounce guard, ms"
          description="A second press sooner than this is not heard. 0 turns it off; 150 at most."
          value={bounce}
          min={0}
          max={150}
          step={10}
          allowDecimal={false}
          clampBehavior="strict"
          w={300}
          onChange={(value) => typeof value === 'number' && value >= 0 && value <= 150 && bounceStore.set(value)}
        />
      </Group>
      {groups.length === 0 && <p className={styles.lead}>No command of that name.</p>}
      {groups.map(({ group, commands: inGroup }) => (
        <section key={group} aria-label={group}>
          <h4>{group}</h4>
          {inGroup.map((command) => (
            <CommandRow key={command.id} command={command} />
          ))}
        </section>
      ))}
    </section>
  )
}

function ImportKeys() {
  const take = async (file: File | null) => {
    if (!file) return
    const read = readKeyFile(await file.text())
    if (!read.ok) return say(read.why, { tone: 'attention' })
    bindingsStore.set(read.bindings)
    say('The keys of the file are yours now.')
  }
  return (
    <FileButton accept="application/json,.json" onChange={(file) => void take(file)}>
      {(props) => (
        <Button size="xs" variant="default" {...props}>
          Import keys
        </Button>
      )}
    </FileButton>
  )
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'wallguide-keys.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
