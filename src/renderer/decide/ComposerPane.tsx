import { Button, Chip, Group, UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ItemView } from '#contract/bridge'
import type { ReasonCode } from '#contract/review'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Key } from '../components/Keys'
import { reasonWords, shortName } from '../components/words'
import type { Composing } from './composer'
import type { Draft } from './draft'
import { Field } from './Field'
import { Fields, Words } from './Fields'
import { Preview } from './Preview'
import { TemplateList } from './TemplateList'
import { formOf } from './verdicts'
import styles from './Composer.module.css'

/** Writing a decision in its place, under the words it answers. */
export function ComposerPane({ view }: { view: ItemView }) {
  const station = useWorkstation()
  const actions = useActions()
  const now = useStore(station.composer.state)
  const box = useRef<HTMLElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => {
    if (focus.to !== 'composer') return
    const missing = box.current?.querySelector<HTMLElement>('[data-missing] input, [data-missing] textarea, [data-missing] select')
    const first = missing ?? box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current?.querySelector<HTMLElement>('input:checked, textarea, input')
    first?.focus()
  }, [focus])
  useEffect(() => closeOverlay, [])
  if (!now) return null
  const { draft } = now
  const form = formOf(draft.verdict)
  const change = (part: Partial<Draft>) => station.composer.change(part)
  const error = (field: keyof Draft) => (now.missing?.field === field ? now.missing.message : undefined)
  const other = view.lease?.who === 'other' ? shortName(view.lease.name) : null
  return (
    <section className={styles.composer} aria-label={form.title} ref={box} data-tall={draft.verdict === 'redact' || draft.verdict === 'signpost' || undefined}>
      <header className={styles.head}>
        <h3>{form.title}</h3>
        <span className={styles.does}>{form.does}</span>
        <Saved state={now.saved} />
        <UnstyledButton className={styles.leave} onClick={() => actions.run('leave-composer')}>
          Leave <Key>Esc</Key>
        </UnstyledButton>
      </header>
      <div className={styles.fields}>
        {now.missing?.field === 'verdict' && (
          <p className={styles.warn} role="alert">
            {now.missing.message}
          </p>
        )}
        {view.item.decision && (
          <p className={styles.warn} role="alert">
            {shortName(view.item.decision.name)} decided this item while you were writing. If you send yours, it is kept as a second opinion.
          </p>
        )}
        {other && !view.item.decision && (
          <p className={styles.warn} role="status">
            {other} has this item. Your draft is kept; a decision would meet theirs.
          </p>
        )}
        <Fields draft={draft} view={view} change={change} error={error} />
        {form.reasons.length > 1 && (
          <Field label="Reason" missing={error('reason')}>
            <Chip.Group value={draft.reason} onChange={(value) => change({ reason: value as ReasonCode })}>
              <Group gap={5} role="radiogroup" aria-label="Reason">
                {form.reasons.map((reason) => (
                  <Chip key={reason} value={reason} size="xs" radius={6} variant="outline">
                    {reasonWords[reason]}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Field>
        )}
        <Words key={draft.verdict} draft={draft} view={view} change={change} error={error} />
      </div>
      <footer className={styles.foot}>
        <Button size="xs" onClick={() => actions.run('send')} loading={now.sending} rightSection={<Key>Mod+Enter</Key>}>
          {form.title}
        </Button>
        <span className={styles.does}>You can undo it for a few seconds.</span>
      </footer>
      <TemplateList view={view} draft={draft} change={change} />
      <Preview view={view} draft={draft} />
    </section>
  )
}

/** A composer that goes takes what it had opened with it. */
function closeOverlay(): void {
  const { overlay } = nav.get()
  if (overlay === 'templates' || overlay === 'preview') nav.patch({ overlay: null })
}

const savedWords: Record<Composing['saved'], string> = { nothing: '', saving: 'Saving', saved: 'Draft saved', 'too-long': 'Too long to keep as a draft' }

function Saved({ state }: { state: Composing['saved'] }) {
  return <span className={styles.saved}>{savedWords[state]}</span>
}
