import { Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { ItemView } from '#contract/bridge'
import { fillTemplate, languagesFor, unfilled, type Template, type TemplateLanguage } from '#contract/templates'
import { useDesk } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import type { Draft } from './draft'
import type { Change } from './Field'
import { useServices } from './services'
import { knownFor, languageWords, templatesFor } from './templates'
import { atOnce } from './atOnce'
import styles from './Overlay.module.css'

/** Templates for the letter that is being written: found by words, put in with Enter, never sent by itself. */
export function TemplateList({ view, draft, change }: { view: ItemView; draft: Draft; change: Change }) {
  const opened = useStore(nav, (n) => n.overlay === 'templates')
  const close = () => nav.patch({ overlay: null })
  return (
    <Modal opened={opened} onClose={close} size={760} radius={10} yOffset="6vh" {...atOnce(close)} title="Insert a template" classNames={{ title: styles.title }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {opened && <List view={view} draft={draft} change={change} close={close} />}
    </Modal>
  )
}

function List({ view, draft, change, close }: { view: ItemView; draft: Draft; change: Change; close: () => void }) {
  const desk = useDesk()
  const list = useId()
  const guide = useStore(desk.view, (v) => v.state?.staff?.pseudonym ?? '')
  const offered = languagesFor(view.item.author.country)
  const [language, setLanguage] = useState<TemplateLanguage>(offered[0] ?? 'en-GB')
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const services = useServices(draft.services) ?? []
  const known = knownFor(view, guide, services.map((hit) => hit.service.name))
  const templates = templatesFor(language, draft.verdict, text)
  const at = Math.min(active, Math.max(0, templates.length - 1))
  const shown = templates[at]
  const insert = (template: Template | undefined) => {
    if (!template) return
    const filled = fillTemplate(template.text, known)
    // Beside words of the Guide's own, it is no longer the template alone.
    const alone = draft.body.trim() === '' || draft.body === draft.template
    const body = alone ? filled : `${draft.body.trimEnd()}\n\n${filled}`
    change({ body, template: alone ? filled : null })
    close()
    // Once the overlay has given the focus back: the first thing still to fill in is selected.
    setTimeout(() => {
      const field = document.querySelector<HTMLTextAreaElement>('[data-body]')
      const open = unfilled(body)[0]
      field?.focus()
      field?.setSelectionRange(open?.start ?? body.length, open?.end ?? body.length)
    }, 40)
  }
  return (
    <>
      <div className={styles.search}>
        <TextInput
          size="sm"
          data-autofocus
          role="combobox"
          aria-label="Find a template"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={shown ? `${list}-${shown.id}` : undefined}
          placeholder="Find a template"
          value={text}
          onChange={(e) => {
            setText(e.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={(e) => {
            const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0
            if (step !== 0) setActive(Math.max(0, Math.min(templates.length - 1, at + step)))
            else if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) insert(shown)
            else return
            e.preventDefault()
          }}
        />
        {offered.length > 1 && (
          <SegmentedControl size="sm" aria-label="Language" data={offered.map((value) => ({ value, label: languageWords[value] }))} value={language} onChange={(value) => setLanguage(value as TemplateLanguage)} />
        )}
      </div>
      <div className={styles.split}>
        <ul className={styles.list} id={list} role="listbox" aria-label="Templates">
          {templates.map((template, i) => (
            <li key={template.id} id={`${list}-${template.id}`} role="option" aria-selected={i === at} onMouseEnter={() => setActive(i)} onClick={() => insert(template)} lang={language}>
              {template.title}
            </li>
          ))}
          {templates.length === 0 && <li className={styles.none}>No template of these words for this action.</li>}
        </ul>
        <div className={styles.sample} lang={language} aria-live="polite">
          {shown && (
            <>
              <p>{fillTemplate(shown.text, known)}</p>
              {shown.caution && <p className={styles.caution}>{shown.caution}</p>}
            </>
          )}
        </div>
      </div>
      <p className={styles.foot}>Enter puts it in; you make it yours. What is in braces and not known stays to be filled in.</p>
    </>
  )
}
