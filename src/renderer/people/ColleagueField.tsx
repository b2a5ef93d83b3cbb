import { NativeSelect } from '@mantine/core'
import { useEffect } from 'react'
import type { StaffId } from '#contract/ids'
import { roleNames } from '#contract/staff'
import { useDesk, useWorkstation } from '../app/context'
import { useStore } from '../app/store'
import { Field, type Change, type ErrorOf } from '../decide/Field'
import type { Draft } from '../decide/draft'

/** Whom work goes to by name. Nobody by name is everybody who may. */
export function ColleagueField({ draft, change, error }: { draft: Draft; change: Change; error: ErrorOf }) {
  const station = useWorkstation()
  const desk = useDesk()
  const me = useStore(desk.view, (v) => v.state?.staff?.id ?? null)
  const known = useStore(station.people.colleagues)
  useEffect(() => {
    void station.people.loadColleagues()
  }, [station])
  const escalating = draft.verdict === 'escalate'
  const list = (known?.colleagues ?? []).filter((one) => one.id !== me && one.mayDecide && (!escalating || one.role !== 'guide'))
  return (
    <Field label="To" missing={error('to')}>
      <NativeSelect data-first={!escalating || undefined} size="xs" aria-label="To whom" value={draft.to} onChange={(e) => change({ to: e.currentTarget.value as StaffId | '' })}>
        <option value="">{escalating ? 'Every Lead and Senior clinician' : 'Back to the queue, for everybody'}</option>
        {list.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}, {roleNames[one.role]}
          </option>
        ))}
      </NativeSelect>
    </Field>
  )
}
