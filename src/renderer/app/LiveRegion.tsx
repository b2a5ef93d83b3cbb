import { useEffect, useState } from 'react'
import { levelWords, plural } from '../components/words'
import { said } from './announce'
import { useDesk, useWorkstation } from './context'
import { useStore } from './store'

/** What changes without being looked at, said politely: arrivals, going off- and online, undo, refusals. */
export function LiveRegion() {
  const text = useStore(said, (s) => s.text)
  const desk = useDesk()
  const station = useWorkstation()
  const network = useStore(desk.view, (v) => v.sync?.network ?? null)
  const arrivals = useStore(station.queue.state, (q) => q.arrivals)
  const [status, setStatus] = useState('')
  useEffect(() => {
    if (network === 'offline') setStatus('Offline. Decisions are saved on this desk.')
    if (network === 'online') setStatus('Online.')
  }, [network])
  useEffect(() => {
    if (arrivals.count > 0) setStatus(`${plural(arrivals.count, 'new item')}${arrivals.top ? `, most urgent ${levelWords[arrivals.top].name}` : ''}.`)
  }, [arrivals])
  return (
    <div className="wg-visually-hidden" style={{ position: 'fixed', top: 0 }}>
      <div role="status" aria-live="polite">
        {text}
      </div>
      <div role="status" aria-live="polite">
        {status}
      </div>
    </div>
  )
}
