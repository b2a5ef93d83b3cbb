import { Checkbox, NativeSelect, TextInput, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { ItemView } from '#contract/bridge'
import { needs, type Need } from '#contract/directory'
import { needWords } from '#contract/directory-words'
import type { Draft } from './draft'
import { Field, type Change } from './Field'
import { ServiceLine } from './ServiceLine'
import { needsFor, useFound, useServices, withService } from './services'
import styles from './Services.module.css'

const most = 10
const languages = { en: 'English', fr: 'French', cy: 'Welsh', gd: 'Gaelic', es: 'Spanish' } as const

/** Which services go with the message: searched by words and filters, chosen with Up, Down and Enter. */
export function ServicePicker({ draft, view, change, missing }: { draft: Draft; view: ItemView; change: Change; missing?: string }) {
  const list = useId()
  const country = view.item.author.country
  const [text, setText] = useState('')
  const [need, setNeed] = useState<'item' | 'any' | Need>('item')
  const [everywhere, setEverywhere] = useState(country === null)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [language, setLanguage] = useState('')
  const [age, setAge] = useState('')
  const [active, setActive] = useState(0)
  const years = Number.parseInt(age, 10)
  const found = useFound({
    text,
    needs: need === 'any' ? [] : need === 'item' ? needsFor(view.score.categories) : [need],
    area: everywhere ? null : country,
    age: Number.isNaN(years) ? null : Math.min(130, Math.max(0, years)),
    language: language || null,
    openNow: onlyOpen,
    limit: 30,
  })
  const chosen = useServices(draft.services)
  const hits = found?.hits ?? []
  const at = Math.min(active, Math.max(0, hits.length - 1))
  const box = useRef<HTMLUListElement>(null)
  useEffect(() => {
    box.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [at, found])
  const toggle = (index: number) => {
    const service = hits[index]?.service
    if (!service) return
    if (draft.services.includes(service.id)) return change({ services: draft.services.filter((id) => id !== service.id) })
    if (draft.services.length < most) change({ services: [...draft.services, service.id], ...withService(draft, service.name) })
  }
  return (
    <Field label="Services" missing={missing}>
      {draft.services.length > 0 && (
        <ul className={styles.chosen} aria-label="Chosen services">
          {draft.services.map((id) => {
            const hit = chosen?.find((h) => h.service.id === id)
            return (
              <li key={id} data-gone={chosen !== null && !hit ? true : undefined}>
                {hit ? <ServiceLine hit={hit} brief /> : <span>{chosen === null ? '' : `${id}: no longer in the directory`}</span>}
                <UnstyledButton className={styles.drop} aria-label={`Leave out ${hit?.service.name ?? id}`} onClick={() => change({ services: draft.services.filter((other) => other !== id) })}>
                  <IconX size={14} aria-hidden="true" />
                </UnstyledButton>
              </li>
            )
          })}
        </ul>
      )}
      <div className={styles.filters}>
        <TextInput
          size="xs"
          className={styles.search}
          role="combobox"
          aria-label="Search the directory"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={hits.length > 0 ? `${list}-${at}` : undefined}
          placeholder="Search the directory"
          value={text}
          onChange={(e) => {
            setText(e.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={(e) => {
            const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0
            if (step !== 0) setActive(Math.max(0, Math.min(hits.length - 1, at + step)))
            else if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) toggle(at)
            else return
            e.preventDefault()
          }}
        />
        <NativeSelect size="xs" aria-label="Need" value={need} onChange={(e) => setNeed(e.currentTarget.value as typeof need)}>
          <option value="item">Fits this post</option>
          <option value="any">Any need</option>
          {needs.map((n) => (
            <option key={n} value={n}>
              {needWords[n]}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect size="xs" aria-label="Language" value={language} onChange={(e) => setLanguage(e.currentTarget.value)}>
          <option value="">Any language</option>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <TextInput size="xs" w={58} inputMode="numeric" aria-label="Age" placeholder="Age" value={age} onChange={(e) => setAge(e.currentTarget.value.replace(/\D/g, '').slice(0, 3))} />
        <Checkbox size="xs" label="Open now" checked={onlyOpen} onChange={(e) => setOnlyOpen(e.currentTarget.checked)} />
        {country !== null && <Checkbox size="xs" label="Other countries too" checked={everywhere} onChange={(e) => setEverywhere(e.currentTarget.checked)} />}
      </div>
      <ul className={styles.hits} id={list} role="listbox" aria-label="Services found" aria-multiselectable="true" ref={box}>
        {hits.map((hit, i) => (
          <li
            key={hit.service.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={draft.services.includes(hit.service.id)}
            data-active={i === at || undefined}
            onMouseDown={(e) => {
              e.preventDefault()
              setActive(i)
              toggle(i)
            }}
          >
            <ServiceLine hit={hit} />
          </li>
        ))}
      </ul>
      <p className={styles.count} role="status">
        {found !== null && hits.length === 0 ? 'Nothing fits. Try fewer words, or any need.' : draft.services.length >= most ? 'Ten is the most for one message.' : found?.fetchedAt === null ? 'Only the crisis lines are here yet; the rest comes with the network.' : ''}
      </p>
    </Field>
  )
}
