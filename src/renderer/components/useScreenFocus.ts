import { useEffect, useRef, type RefObject } from 'react'
import { nav } from '../app/nav'
import { useStore } from '../app/store'

/** For the heading of a screen: whoever comes to the screen starts there. */
export function useScreenFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = useStore(nav, (n) => n.focus)
  useEffect(() => {
    if (focus.to === 'screen') heading.current?.focus()
  }, [focus])
  return heading
}
