import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { preferences, type Preferences } from '../app/preferences'
import { useStore } from '../app/store'

/** Of the usual size of members’ words. */
const readingScale: Record<Preferences['reading'], number> = { small: 0.9, usual: 1, large: 1.2, largest: 1.45 }

/** Brings colours, greyscale and reading size to the page. */
export function useAppearance(): void {
  const { setColorScheme } = useMantineColorScheme()
  const { colours, greyscale, reading } = useStore(preferences)
  useEffect(() => setColorScheme(colours), [colours, setColorScheme])
  useEffect(() => {
    const page = document.documentElement
    page.toggleAttribute('data-greyscale', greyscale)
    page.style.setProperty('--wg-reading', String(readingScale[reading]))
  }, [greyscale, reading])
}
