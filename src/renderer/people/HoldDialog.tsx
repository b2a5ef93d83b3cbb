import { Button, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useWorkstation } from '../app/context'
import { nav, wish } from '../app/nav'
import { useStore } from '../app/store'

/** Why an item is held for a supervisor: one sentence, which they read first. */
export function HoldDialog() {
  const station = useWorkstation()
  const open = useStore(nav, (n) => n.overlay === 'hold')
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const close = () => {
    nav.patch({ overlay: null })
    wish('heading')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (why.trim() === '') return
    setBusy(true)
    const held = await station.people.hold(why.trim())
    setBusy(false)
    if (!held) return
    setWhy('')
    close()
  }
  return (
    <Modal opened={open} onClose={close} title="Hold for a supervisor" transitionProps={{ duration: 0 }} returnFocus={false}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput data-autofocus label="What should they look at?" description="A Lead or a Senior clinician can take it over. Nobody else can, for four hours." maxLength={300} value={why} onChange={(e) => setWhy(e.currentTarget.value)} />
        <Button type="submit" mt={12} loading={busy} disabled={why.trim() === ''}>
          Hold it
        </Button>
      </form>
    </Modal>
  )
}
