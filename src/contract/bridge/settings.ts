/** What a person has chosen for their desk: a closed set of named preferences, kept in their encrypted cache. */
import { z } from 'zod'
import { define, none, ok } from './call'
import { QueueFilter } from './queue'

/** Keys of a command as text: chords such as `j`, `Mod+k`; a sequence has a space between its chords. */
const KeyText = z.string().min(1).max(40)

export const KeySettings = z.object({
  /** Only what was changed. A command that this version does not know is passed over. */
  bindings: z.record(z.string().min(1).max(40), z.array(KeyText).max(4)).default({}),
  /** A second press within this time (ms) is the switch's, not the clinician's. 0 turns the guard off. */
  bounceMs: z.int().min(0).max(150).default(60),
})
export type KeySettings = z.infer<typeof KeySettings>

export const ViewSettings = z.object({
  colours: z.enum(['auto', 'light', 'dark']).default('auto'),
  density: z.enum(['compact', 'comfortable']).default('compact'),
  /** Size of members’ words. */
  reading: z.enum(['small', 'usual', 'large', 'largest']).default('usual'),
  greyscale: z.boolean().default(false),
  /** Cover crisis and red texts until each is opened. */
  cover: z.boolean().default(false),
  queuePane: z.boolean().default(true),
  contextPane: z.boolean().default(true),
  /** Minutes without a key or a click before the desk locks itself. */
  lockAfterMinutes: z.int().min(1).max(60).default(15),
})
export type ViewSettings = z.infer<typeof ViewSettings>

/** Filters of the queue that this person named. A text search is never kept. */
export const FilterSettings = z.object({
  saved: z.array(z.object({ name: z.string().trim().min(1).max(40), filter: QueueFilter.omit({ text: true }) })).max(20).default([]),
})
export type FilterSettings = z.infer<typeof FilterSettings>

export const settingShapes = { keys: KeySettings, view: ViewSettings, filters: FilterSettings } as const
export type SettingName = keyof typeof settingShapes

export const Settings = z.object(settingShapes)
export type Settings = z.infer<typeof Settings>

/** One of them with its new value, whole. */
export const SettingPut = z.discriminatedUnion('name', [
  z.object({ name: z.literal('keys'), value: KeySettings }),
  z.object({ name: z.literal('view'), value: ViewSettings }),
  z.object({ name: z.literal('filters'), value: FilterSettings }),
])
export type SettingPut = z.infer<typeof SettingPut>

export const settingCalls = define({
  /** What was never chosen, or cannot be read any more, comes with its usual value. */
  'settings.get': { input: none, output: Settings },
  'settings.put': { input: SettingPut, output: ok },
  /** For the page about this desk. */
  'settings.about': { input: none, output: z.object({ packVersion: z.string(), dataFolder: z.string() }) },
})
