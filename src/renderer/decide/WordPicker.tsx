import { SegmentedControl, UnstyledButton } from '@mantine/core'
import { useId, useMemo, useRef, useState, useEffect, type KeyboardEvent } from 'react'
import type { RedactionSpan } from '#contract/review'
import { moved, selectedSpan, wordsOf, type Caret } from './words'
import styles from './Words.module.css'

type Kind = RedactionSpan['kind']

const kinds: { value: Kind; label: string }[] = [
  { value: 'identity', label: 'Identity' },
  { value: 'method', label: 'Method' },
  { value: 'other', label: 'Other' },
]
const keysOfKinds: Record<string, Kind> = { i: 'identity', m: 'method', o: 'other' }

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end

/** The text, word by word: arrows move, Shift and arrows select, Enter covers, Backspace shows again. A click does the same. */
export function WordPicker({ text, spans, change, first }: { text: string; spans: readonly RedactionSpan[]; change: (spans: RedactionSpan[]) => void; first: boolean }) {
  const id = useId()
  const words = useMemo(() => wordsOf(text), [text])
  const [caret, setCaret] = useState<Caret>({ at: 0, from: 0 })
  const [kind, setKind] = useState<Kind>('identity')
  const box = useRef<HTMLDivElement>(null)
  const [low, high] = [Math.min(caret.at, caret.from), Math.max(caret.at, caret.from)]
  const selected = selectedSpan(text, words, caret)
  useEffect(() => {
    box.current?.querySelector('[data-caret]')?.scrollIntoView({ block: 'nearest' })
  }, [caret.at])
  const cover = (as: Kind) => {
    if (!selected) return
    setKind(as)
    change([...spans.filter((s) => !overlaps(s, selected)), { ...selected, kind: as }])
    setCaret({ at: high, from: high })
  }
  const show = () => selected && change(spans.filter((s) => !overlaps(s, selected)))
  const line = (direction: 1 | -1): number => {
    const drawn = box.current?.querySelectorAll<HTMLElement>('[data-word]')
    const here = drawn?.[caret.at]
    if (!drawn || !here) return 0
    let best = caret.at
    for (let i = caret.at + direction; i >= 0 && i < drawn.length; i += direction) {
      const there = drawn[i] as HTMLElement
      if (there.offsetTop === here.offsetTop) continue
      const better = best === caret.at || (there.offsetTop === drawn[best]?.offsetTop && Math.abs(there.offsetLeft - here.offsetLeft) < Math.abs((drawn[best]?.offsetLeft ?? 0) - here.offsetLeft))
      if (best !== caret.at && there.offsetTop !== drawn[best]?.offsetTop) break
      if (better) best = i
    }
    return best - caret.at
  }
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return
    const go = (by: number) => setCaret(moved(caret, by, words.length, e.shiftKey))
    if (e.key === 'ArrowRight') go(1)
    else if (e.key === 'ArrowLeft') go(-1)
    else if (e.key === 'ArrowDown') go(line(1))
    else if (e.key === 'ArrowUp') go(line(-1))
    else if (e.key === 'Home') go(-words.length)
    else if (e.key === 'End') go(words.length)
    else if (e.key === 'Enter' || e.key === ' ') cover(kind)
    else if (e.key === 'Backspace' || e.key === 'Delete') show()
    else if (keysOfKinds[e.key]) cover(keysOfKinds[e.key] as Kind)
    else return
    e.preventDefault()
  }
  const spoken = selected ? text.slice(selected.start, selected.end) : ''
  const under = selected && spans.find((s) => overlaps(s, selected))
  return (
    <>
      <div
        ref={box}
        className={styles.text}
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label="The text, word by word"
        aria-describedby={`${id}-how`}
        tabIndex={0}
        dir="auto"
        data-first={first || undefined}
        onKeyDown={onKeyDown}
      >
        {words.map((word, i) => {
          const by = spans.find((s) => overlaps(s, word))
          return (
            <span key={word.start}>
              {text.slice(words[i - 1]?.end ?? 0, word.start)}
              <span
                data-word
                data-caret={i === caret.at || undefined}
                data-selected={(i >= low && i <= high) || undefined}
                data-covered={by?.kind}
                onMouseDown={(e) => setCaret(e.shiftKey ? { ...caret, at: i } : { at: i, from: i })}
                onMouseEnter={(e) => e.buttons === 1 && setCaret({ ...caret, at: i })}
              >
                {text.slice(word.start, word.end)}
              </span>
            </span>
          )
        })}
        {text.slice(words.at(-1)?.end ?? 0)}
      </div>
      <p className="wg-visually-hidden" role="status">
        {spoken && `${spoken}${under ? `, covered as ${under.kind}` : ''}`}
      </p>
      <div className={styles.row}>
        <SegmentedControl size="xs" data={kinds} value={kind} onChange={(value) => setKind(value as Kind)} aria-label="Cover it as" />
        <UnstyledButton className={styles.act} onClick={() => cover(kind)}>
          Cover
        </UnstyledButton>
        <UnstyledButton className={styles.act} onClick={show}>
          Show again
        </UnstyledButton>
        <span className={styles.how} id={`${id}-how`}>
          Arrows move, Shift selects. i identity, m method, o other; Backspace shows again.
        </span>
      </div>
    </>
  )
}
