import type { ComponentType } from 'react'
import { AboutSection } from './AboutSection'
import { OptOutsPanel } from '../care/OptOutsPanel'
import { AppearanceSection } from './AppearanceSection'
import { DesksSection } from './DesksSection'
import { KeysSection } from './KeysSection'
import { LockSection } from './LockSection'

export type SettingsSection = { id: string; title: string; Body: ComponentType }

/** The settings, in their order. A capability adds its own section here. */
export const settingsSections: readonly SettingsSection[] = [
  { id: 'keys', title: 'Keys', Body: KeysSection },
  { id: 'appearance', title: 'Appearance', Body: AppearanceSection },
  { id: 'left-out', title: 'What I leave to colleagues', Body: OptOutsPanel },
  { id: 'lock', title: 'Lock', Body: LockSection },
  { id: 'computers', title: 'Your computers', Body: DesksSection },
  { id: 'about', title: 'About', Body: AboutSection },
]
