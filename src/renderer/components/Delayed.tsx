import { useEffect, useState, type ReactNode } from 'react'

/** Shows its children only when waiting has lasted 300 ms: what is quicker than that needs no skeleton. */
export function Delayed({ children, ms = 300 }: { children: ReactNode; ms?: number }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return due ? children : null
}
