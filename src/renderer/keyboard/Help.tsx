import { Button, Modal, UnstyledButton } from '@mantine/core'
import { Fragment, useEffect, useState } from 'react'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Key } from '../components/Keys'
import { bindingsStore, rebind, resetBindings } from './bindings'
import { chordOf } from './chord'
import { commands, keysOf, type Command, type CommandId } from './registry'
import styles from './Help.module.css'

const list = commands as readonly Command[]
const columns = [['Queue', 'Item', 'View'], ['Decide', 'While writing'], ['Answers', 'Outbox', 'Go', 'Desk']]

/** All keys, from the same registry that hears them; each can be changed here. */
export function Help() {
  const open = useStore(nav, (n) => n.overlay === 'help')
  const bindings = useStore(bindingsStore)
  const [changing, setChanging] = useState<CommandId | null>(null)
  const [clash, setClash] = useState('')
  const close = () => {
    setChanging(null)
    setClash('')
    nav.patch({ overlay: null })
  }
  useEffect(() => {
    if (!changing) return
    const onKey = (event: KeyboardEvent) => {
      const chord = chordOf(event)
      if (!chord) return
      event.preventDefault()
      event.stopPropagation()
      if (chord !== 'Esc') {
        const other = rebind(changing, chord)
        setClash(other ? `That key belongs to “${other.title}”. Nothing was changed.` : '')
      }
      setChanging(null)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [changing])
  return (
    <Modal opened={open} onClose={close} size={1060} radius={10} yOffset="3vh" title="Keys" closeOnEscape={!changing} classNames={{ title: styles.title, body: styles.body }} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.columns}>
        {columns.map((groups) => (
          <div key={groups[0]}>
            {groups.map((group) => (
              <section key={group} className={styles.group}>
                <h3>{group}</h3>
                <dl>
                  {list
                    .filter((c) => c.group === group)
                    .map((c) => (
                      <div key={c.id} className={styles.row}>
                        <dt>{c.title}</dt>
                        <dd>
                          {changing === c.id ? (
                            <em>press a key</em>
                          ) : (
                            <UnstyledButton className={styles.change} aria-label={`Change the key of ${c.title}`} onClick={() => setChanging(c.id as CommandId)}>
                              {keysOf(c, bindings).length === 0 && <span className={styles.none}>none</span>}
                              {keysOf(c, bindings).map((k, i) => (
                                <Fragment key={k}>
                                  {i > 0 && <span className={styles.or}>or</span>}
                                  {k.split(' ').map((part) => (
                                    <Key key={part}>{part}</Key>
                                  ))}
                                </Fragment>
                              ))}
                            </UnstyledButton>
                          )}
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <span role="status">{clash || 'Choose a key to change it on this desk. While you write in a field, only Esc and keys with Ctrl are heard.'}</span>
        {Object.keys(bindings).length > 0 && (
          <Button size="compact-sm" variant="default" onClick={resetBindings}>
            Back to the usual keys
          </Button>
        )}
      </div>
    </Modal>
  )
}
