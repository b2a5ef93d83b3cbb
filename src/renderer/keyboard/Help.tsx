import { Button, Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useActions } from '../app/actionsContext'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Key } from '../components/Keys'
import { bindingsStore } from './bindings'
import { commands, keysOf, type Command } from './registry'
import styles from './Help.module.css'

const list = commands as readonly Command[]
const groups = [...new Set(list.map((c) => c.group))]

/** All keys, from the same registry that hears them, as this person has them. */
export function Help() {
  const actions = useActions()
  const open = useStore(nav, (n) => n.overlay === 'help')
  const bindings = useStore(bindingsStore)
  const close = () => nav.patch({ overlay: null })
  const after = (id: 'settings' | 'practice') => () => {
    close()
    actions.run(id)
  }
  return (
    <Modal opened={open} onClose={close} size={1060} radius={10} yOffset="3vh" title="Keys" classNames={{ title: styles.title, body: styles.body }} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.columns}>
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
                      {keysOf(c, bindings).length === 0 && <span className={styles.none}>{c.noPalette ? 'none' : 'palette'}</span>}
                      {keysOf(c, bindings).map((k, i) => (
                        <Fragment key={k}>
                          {i > 0 && <span className={styles.or}>or</span>}
                          {k.split(' ').map((part, at) => (
                            <Key key={`${part}${at}`}>{part}</Key>
                          ))}
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={styles.foot}>
        <span>While you write in a field, only Esc and keys with Ctrl are heard.</span>
        <span className={styles.ways}>
          <Button size="compact-sm" variant="default" onClick={after('practice')}>
            Practise the keys
          </Button>
          <Button size="compact-sm" variant="default" onClick={after('settings')}>
            Change the keys
          </Button>
        </span>
      </div>
    </Modal>
  )
}
