import { Input } from 'antd'
import { useState } from 'react'
import { scheduleEdition, setTakeDown } from '#documents/contract'
import { minuteAt } from '#platform/civil-date'
import { Field } from '../../parts/Field.tsx'
import { useSay } from '../../words.tsx'
import { ActDialog } from './ActDialog.tsx'
import type { DialogProps } from './dialogs.tsx'

/** An instant as the value of a field, on the clock of Shanghai wherever the browser stands. */
const asField = (instant: string | null): string =>
  instant ? minuteAt(new Date(instant)).replace(' ', 'T') : ''
const asInstant = (field: string): string => `${field}:00+08:00`

function Moment(props: {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <Field label={props.label} hint={props.hint}>
      {(ids) => (
        <Input
          {...ids}
          type="datetime-local"
          min={asField(new Date().toISOString())}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** When an approved text goes out by itself. */
export function ScheduleDialog(props: DialogProps) {
  const say = useSay()
  const { edition } = props.data
  const [at, setAt] = useState(asField(edition.publishAt))
  return (
    <ActDialog
      name="schedule"
      endpoint={scheduleEdition}
      isReady={at !== ''}
      onDone={props.onDone}
      onClose={props.onClose}
      input={async () => ({
        id: edition.id,
        version: await props.ready(),
        publishAt: asInstant(at),
      })}
    >
      <Moment
        label={say('desk.schedule.at')}
        hint={say('desk.schedule.hint')}
        value={at}
        onChange={setAt}
      />
    </ActDialog>
  )
}

/** When a live document leaves the site by itself; empty: it stays. */
export function TakeDownDialog(props: DialogProps) {
  const say = useSay()
  const { document, edition } = props.data
  const [at, setAt] = useState(asField(edition.takeDownAt))
  return (
    <ActDialog
      name="setTakeDown"
      endpoint={setTakeDown}
      isReady
      onDone={props.onDone}
      onClose={props.onClose}
      input={() => ({ id: document.id, takeDownAt: at === '' ? null : asInstant(at) })}
    >
      <Moment
        label={say('desk.takeDown.at')}
        hint={say('desk.takeDown.hint')}
        value={at}
        onChange={setAt}
      />
    </ActDialog>
  )
}
