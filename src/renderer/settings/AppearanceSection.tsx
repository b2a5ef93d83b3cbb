import { Radio, SegmentedControl, Stack, Switch } from '@mantine/core'
import { prefer, preferences, type Preferences } from '../app/preferences'
import { useStore } from '../app/store'
import styles from './Settings.module.css'

/** How the desk looks to this person. */
export function AppearanceSection() {
  const { colours, density, reading, greyscale, cover } = useStore(preferences)
  return (
    <section className={styles.section} aria-label="Appearance">
      <h3>Appearance</h3>
      <Stack gap={20} mt={12}>
        <Choice label="Colours" value={colours} onChange={(value) => prefer({ colours: value })} data={[['auto', 'Like the system'], ['light', 'Light'], ['dark', 'Dark']]} />
        <Choice label="Rows of the queue" value={density} onChange={(value) => prefer({ density: value })} data={[['compact', 'Compact'], ['comfortable', 'Comfortable']]} />
        <Radio.Group label="Size of members’ words" value={reading} onChange={(value) => prefer({ reading: value as Preferences['reading'] })}>
          <Stack gap={8} mt={6}>
            <Radio value="small" label="Small" />
            <Radio value="usual" label="Usual" />
            <Radio value="large" label="Large" />
            <Radio value="largest" label="Largest" />
          </Stack>
        </Radio.Group>
        <Switch checked={cover} onChange={(e) => prefer({ cover: e.currentTarget.checked })} label="Cover crisis and red texts" description="Each stays covered until you open it, also while you move through the list." />
        <Switch checked={greyscale} onChange={(e) => prefer({ greyscale: e.currentTarget.checked })} label="Greyscale" description="The whole desk without colour. Levels keep their shapes and letters. A matter of taste." />
      </Stack>
    </section>
  )
}

type ChoiceProps<T extends string> = { label: string; value: T; onChange: (value: T) => void; data: readonly (readonly [T, string])[] }

function Choice<T extends string>({ label, value, onChange, data }: ChoiceProps<T>) {
  return (
    <div role="group" aria-label={label}>
      <div className="mantine-InputWrapper-label" aria-hidden="true">
        {label}
      </div>
      <SegmentedControl size="sm" aria-label={label} value={value} onChange={(next) => onChange(next as T)} data={data.map(([key, words]) => ({ value: key, label: words }))} />
    </div>
  )
}
