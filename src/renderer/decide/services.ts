/** Asking the desk's directory from the screen. */
import { useEffect, useState } from 'react'
import type { CallInput, ServiceHit } from '#contract/bridge'
import { needsOfTheme, type Need } from '#contract/directory'
import type { Category } from '#contract/risk'
import { useWorkstation } from '../app/context'

export type Found = { hits: readonly ServiceHit[]; fetchedAt: string | null }

/** What an item asks a directory for, by its themes. */
export const needsFor = (themes: readonly Category[]): Need[] => [...new Set(themes.flatMap((t) => needsOfTheme[t] ?? []))]

/** Hits of the newest question only: a slow answer to an older one is let go. Null until the first answer. */
export function useFound(query: CallInput<'directory.find'>): Found | null {
  const { bridge } = useWorkstation()
  const [found, setFound] = useState<Found | null>(null)
  const asked = JSON.stringify(query)
  useEffect(() => {
    let wanted = true
    void bridge.call('directory.find', JSON.parse(asked) as CallInput<'directory.find'>).then((answer) => {
      if (wanted && answer.ok) setFound(answer.value)
    })
    return () => void (wanted = false)
  }, [bridge, asked])
  return found
}

/** Chosen services by id. Those that the directory no longer has are missing from it. */
export function useServices(ids: readonly string[]): readonly ServiceHit[] | null {
  const { bridge } = useWorkstation()
  const [hits, setHits] = useState<readonly ServiceHit[] | null>(null)
  const asked = ids.join(' ')
  useEffect(() => {
    let wanted = true
    void bridge.call('directory.services', { ids: asked === '' ? [] : asked.split(' ').slice(0, 10) }).then((answer) => {
      if (wanted && answer.ok) setHits(answer.value.hits)
    })
    return () => void (wanted = false)
  }, [bridge, asked])
  return hits
}

/** Fills `{service}` in a text that waits for it with what was chosen first. */
export function withService<T extends { body: string; template: string | null }>(draft: T, name: string): Pick<T, 'body' | 'template'> {
  const fill = (text: string) => text.replaceAll('{service}', name)
  return { body: fill(draft.body), template: draft.template === null ? null : fill(draft.template) }
}
