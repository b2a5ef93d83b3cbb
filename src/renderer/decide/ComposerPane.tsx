import { Button, Chip, Group, NativeSelect, NumberInput, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import houseRules from '#resources/house-rules.json'
import crisisLines from '#resources/crisis-lines.json'
import type { ItemView } from '#contract/bridge'
import { noteRequired } from '#contract/policy'
import type { ReasonCode } from '#contract/review'
import { useActions } from '../app/actionsContext'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { Key } from '../components/Keys'
import { reasonWords, shortName } from '../components/words'
import type { Composing } from './composer'
import { RedactField } from './RedactField'
import { formOf, type Draft } from './verdicts'
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
  if (!now) return null
  const { draft } = now
  const form = formOf(draft.verdict)
  const change = (part: Partial<Draft>) => station.composer.change(part)
  const error = (field: keyof Draft) => (now.missing?.field === field ? now.missing.message : undefined)
  const other = view.lease?.who === 'other' ? shortName(view.lease.name) : null
  return (
    <section className={styles.composer} aria-label={form.title} ref={box} data-tall={draft.verdict === 'redact' || undefined}>
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
        <NoteField key={draft.verdict} draft={draft} change={change} needed={noteRequired(draft.verdict, view.item.intake.level)} missing={error('note')} />
      </div>
      <footer className={styles.foot}>
        <Button size="xs" onClick={() => actions.run('send')} loading={now.sending} rightSection={<Key>Mod+Enter</Key>}>
          {form.title}
        </Button>
        <span className={styles.does}>You can undo it for a few seconds.</span>
      </footer>
    </section>
  )
}

function Field({ label, missing, children }: { label: string; missing?: string; children: ReactNode }) {
  return (
    <div className={styles.field} data-missing={missing ? true : undefined}>
      <span className={styles.label}>{label}</span>
      <div className={styles.control}>
        {children}
        {missing && (
          <p className={styles.missing} role="alert">
            {missing}
          </p>
        )}
      </div>
    </div>
  )
}

type Change = (part: Partial<Draft>) => void

/** Only the fields that this verdict needs. */
function Fields({ draft, view, change, error }: { draft: Draft; view: ItemView; change: Change; error: (field: keyof Draft) => string | undefined }) {
  const needs = formOf(draft.verdict).needs
  const toThread = draft.verdict === 'support_reply'
  if (needs === 'body' || needs === 'services') {
    return (
      <>
        <Field label={toThread ? 'Reply' : 'Message'} missing={error('body')}>
          <Textarea
            data-first
            aria-label={toThread ? 'Your reply' : 'Your message'}
            classNames={{ input: styles.body }}
            autosize
            minRows={3}
            maxRows={9}
            value={draft.body}
            error={error('body') !== undefined}
            onChange={(e) => change({ body: e.currentTarget.value })}
          />
        </Field>
        {needs === 'services' && <Services draft={draft} country={view.item.author.country} change={change} />}
      </>
    )
  }
  if (needs === 'contentNote') {
    return (
      <Field label="Note" missing={error('contentNote')}>
        <TextInput data-first size="xs" aria-label="Content note" placeholder="For example: talks about loss" maxLength={200} value={draft.contentNote} error={error('contentNote') !== undefined} onChange={(e) => change({ contentNote: e.currentTarget.value })} />
      </Field>
    )
  }
  if (needs === 'question') {
    return (
      <Field label="Question" missing={error('question')}>
        <Textarea data-first size="xs" aria-label="Your question" autosize minRows={2} maxRows={6} value={draft.question} error={error('question') !== undefined} onChange={(e) => change({ question: e.currentTarget.value })} />
      </Field>
    )
  }
  if (needs === 'spans') return <RedactField draft={draft} view={view} change={change} missing={error('spans')} />
  if (needs === 'rule' || needs === 'restriction') {
    return (
      <>
        <Field label="House rule" missing={error('rule')}>
          <NativeSelect data-first size="xs" aria-label="House rule" value={draft.rule} error={error('rule') !== undefined} onChange={(e) => change({ rule: e.currentTarget.value })}>
            <option value="">Choose the rule it rests on</option>
            {houseRules.rules.map((rule) => (
              <option key={rule.id} value={rule.id}>
                {rule.title}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {needs === 'restriction' && (
          <Field label="Days" missing={error('days')}>
            <NumberInput size="xs" w={90} aria-label="Days" min={1} max={90} value={draft.days} onChange={(value) => change({ days: typeof value === 'number' ? value : Number.parseInt(value, 10) || 0 })} />
          </Field>
        )}
      </>
    )
  }
  return null
}

/** Lines of the member's own country, from the dated list; chosen ones travel with the message. */
function Services({ draft, country, change }: { draft: Draft; country: string | null; change: Change }) {
  const own = crisisLines.countries.find((c) => c.code === country)
  const from = own ? [own] : crisisLines.countries
  const names = [...new Set(from.flatMap((c) => c.lines.map((l) => l.name)))].slice(0, 12)
  return (
    <Field label="Services">
      <Chip.Group multiple value={draft.services} onChange={(services) => change({ services: services.slice(0, 10) })}>
        <Group gap={5}>
          {names.map((name) => (
            <Chip key={name} value={name} size="xs" radius={6} variant="outline">
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <p className={styles.hint}>
        {own ? `For ${own.name}` : 'The member’s country is not known'}, list checked {crisisLines.verifiedAt}.
      </p>
    </Field>
  )
}

/** For colleagues. Folded until wanted, unless policy asks for it or something is in it. */
function NoteField({ draft, change, needed, missing }: { draft: Draft; change: Change; needed: boolean; missing?: string }) {
  const [asked, setAsked] = useState(false)
  const needs = formOf(draft.verdict).needs
  const alone = needs === 'reason' || needs === 'nothing'
  if (!asked && !needed && !alone && draft.note === '') {
    return (
      <Field label="">
        <UnstyledButton className={styles.addNote} onClick={() => setAsked(true)}>
          Add a note for colleagues
        </UnstyledButton>
      </Field>
    )
  }
  return (
    <Field label="Note" missing={missing}>
      <Textarea
        size="xs"
        data-first={alone || undefined}
        aria-label="Note for colleagues"
        placeholder={needed ? 'In a sentence, what you saw. Only staff read this' : 'Only staff read this'}
        autosize
        minRows={alone ? 2 : 1}
        maxRows={5}
        maxLength={4000}
        autoFocus={asked}
        error={missing !== undefined}
        value={draft.note}
        onChange={(e) => change({ note: e.currentTarget.value })}
      />
    </Field>
  )
}

const savedWords: Record<Composing['saved'], string> = { nothing: '', saving: 'Saving', saved: 'Draft saved', 'too-long': 'Too long to keep as a draft' }

function Saved({ state }: { state: Composing['saved'] }) {
  return <span className={styles.saved}>{savedWords[state]}</span>
}
