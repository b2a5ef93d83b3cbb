import { useEffect, useMemo, useState } from 'react'
import { keepSettings } from '../settings/kept'
import { Entrance } from '../vault/Entrance'
import { DeskContext, WorkstationContext } from './context'
import { CoreLost } from './Banners'
import type { Desk } from './desk'
import { Shell } from './Shell'
import { useStore } from './store'
import { Workstation } from './workstation'

/** Before the vault is open: the entrance. After: the workstation. A lost core is said over either. */
export function App({ desk }: { desk: Desk }) {
  const phase = useStore(desk.view, (v) => v.state?.phase ?? null)
  return (
    <DeskContext value={desk}>
      <CoreLost />
      {phase === 'open' ? <Open desk={desk} /> : <Entrance />}
    </DeskContext>
  )
}

function Open({ desk }: { desk: Desk }) {
  const station = useMemo(() => new Workstation(desk.bridge), [desk])
  const [ready, setReady] = useState(false)
  // Before the first key is heard: whose keys they are.
  useEffect(() => {
    let stop: (() => void) | null = null
    let gone = false
    void keepSettings(desk.bridge).then((stopKeeping) => {
      stop = stopKeeping
      if (gone) stopKeeping()
      else setReady(true)
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [desk])
  useEffect(() => (ready ? station.start() : undefined), [station, ready])
  if (!ready) return null
  return (
    <WorkstationContext value={station}>
      <Shell />
    </WorkstationContext>
  )
}
