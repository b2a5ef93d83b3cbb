/**
 * Keeps an open page true. The server hints that something changed; the page fetches itself and takes over only the
 * regions that differ. Focus, scroll and typed words stay. New comments of others are offered, never pushed in; what a Guide
 * wrote is shown at once, unless the member is in the middle of an answer of their own.
 */
import { sayTimes } from './times'

/** Between two fetches at most this often, in milliseconds. The first one is at once. */
const pause = 500

export function keepLive(): void {
  const main = document.querySelector<HTMLElement>('main[data-live-page]')
  if (!main || !('EventSource' in window)) return
  const thread = main.dataset['livePage']
  const address = thread ? `/live?thread=${encodeURIComponent(thread)}` : '/live'
  let stream: EventSource | null = null
  const refresh = oneAtATime(() => fetchAndApply(main))

  const listen = (): void => {
    if (stream || document.visibilityState === 'hidden') return
    stream = new EventSource(address)
    stream.addEventListener('hint', refresh)
    // After a gap in the connection something may have been missed.
    let opened = false
    stream.addEventListener('open', () => {
      if (opened) refresh()
      opened = true
    })
  }
  const rest = (): void => {
    stream?.close()
    stream = null
  }
  // A page that nobody looks at keeps no connection; it catches up when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') rest()
    else {
      listen()
      refresh()
    }
  })
  addEventListener('pagehide', rest)
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      listen()
      refresh()
    }
  })
  listen()
}

/** Runs `work` at once, never twice at a time, and once more when it was asked for meanwhile. */
function oneAtATime(work: () => Promise<void>): () => void {
  let busy = false
  let again = false
  const run = async (): Promise<void> => {
    if (busy) {
      again = true
      return
    }
    busy = true
    await work().catch(() => undefined)
    setTimeout(() => {
      busy = false
      if (again) {
        again = false
        void run()
      }
    }, pause)
  }
  return () => void run()
}

async function fetchAndApply(main: HTMLElement): Promise<void> {
  const answer = await fetch(location.href.split('#')[0] ?? '', {
    headers: { 'X-Fragment': 'main' },
    credentials: 'same-origin',
    redirect: 'error',
  })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(`<main>${await answer.text()}</main>`, 'text/html')
  sayTimes(fresh)
  showUnread(fresh)
  const said = swapRegions(main, fresh)
  if (said) announce(said)
  offerNew(main, fresh)
}

function showUnread(fresh: Document): void {
  const flag = fresh.querySelector<HTMLElement>('[data-unread]')
  const mark = document.getElementById('unread')
  if (flag && mark) mark.hidden = flag.dataset['unread'] !== 'yes'
}

const regionsOf = (within: ParentNode) => within.querySelectorAll<HTMLElement>('[data-live]')

/** Replaces what changed and takes away what is gone. Returns what a screen reader should hear. */
function swapRegions(main: HTMLElement, fresh: Document): string {
  const wanted = new Map([...regionsOf(fresh)].map((region) => [region.dataset['live'], region]))
  const said: string[] = []
  for (const old of regionsOf(main)) {
    const now = wanted.get(old.dataset['live'])
    if (!now) {
      // A list that moved on to another page still shows what it showed; only a thread or one's own list loses a post.
      if (old.closest('#comments')) old.remove()
      continue
    }
    if (now.dataset['version'] === old.dataset['version']) continue
    const place = focusWithin(old)
    const next = document.importNode(now, true)
    old.replaceWith(next)
    next.classList.add('changed-now')
    if (place) next.querySelector<HTMLElement>(place)?.focus({ preventScroll: true })
    if (next.dataset['say']) said.push(next.dataset['say'])
  }
  return said.join(' ')
}

/** A selector for what has the focus inside a region, so that it can have it again. */
function focusWithin(region: HTMLElement): string | null {
  const active = document.activeElement
  if (!active || !region.contains(active)) return null
  const href = active.getAttribute('href')
  return href ? `a[href="${CSS.escape(href)}"]` : active.tagName.toLowerCase()
}

/** New comments or messages wait behind one button in a place that is kept for it. */
function offerNew(main: HTMLElement, fresh: Document): void {
  const list = main.querySelector<HTMLElement>('#comments, #messages')
  const freshList = list && fresh.querySelector<HTMLElement>(`#${list.id}`)
  const place = main.querySelector<HTMLElement>('#offer')
  if (!list || !freshList || !place) return
  const known = new Set([...regionsOf(list)].map((region) => region.dataset['live']))
  const added = [...regionsOf(freshList)].filter((region) => !known.has(region.dataset['live']))
  if (added.length === 0) {
    place.replaceChildren()
    return
  }
  if (added.every((region) => region.querySelector('.chip.guide')) && !writing(main)) {
    main.querySelector('[data-empty]')?.remove()
    place.replaceChildren()
    show(list, freshList, added)
    announce(list.dataset['say'] ?? '')
    return
  }
  const one = list.dataset['offerOne'] ?? ''
  const label = added.length === 1 ? one : (list.dataset['offerMany'] ?? one).replace('{count}', String(added.length))
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'second'
  button.textContent = label
  button.addEventListener('click', () => {
    main.querySelector('[data-empty]')?.remove()
    place.replaceChildren()
    const first = show(list, freshList, added)
    first?.focus()
  })
  const isNew = place.textContent !== label
  place.replaceChildren(button)
  if (isNew) announce(list.dataset['say'] ?? label)
}

/** The caret is in a form of the page, or words stand in one. */
function writing(main: HTMLElement): boolean {
  const fields = [...main.querySelectorAll<HTMLTextAreaElement>('textarea')]
  return fields.some((field) => field === document.activeElement || field.value !== '')
}

/** Puts each added region where the fresh list has it. */
function show(list: HTMLElement, freshList: HTMLElement, added: HTMLElement[]): HTMLElement | undefined {
  const atTop = freshList.firstElementChild === added[0]
  if (atTop) list.prepend(...added)
  else list.append(...added)
  return added[0]
}

function announce(words: string): void {
  const place = document.getElementById('announce')
  if (place) place.textContent = words
}
