import { App, Button, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { calendarYears } from '#calendar/contract'
import { dateAt } from '#platform/civil-date'
import {
  type CaseShape,
  caseWork,
  type EventType,
  enterEvent,
  eventTypes,
  type Recounted,
  recount,
  requestCase,
  requestList,
} from '#requests/contract'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay, type WordParams } from '../words.tsx'
import { StandingMark } from './StandingMark.tsx'
import { Strip } from './Strip.tsx'

/** Years of working days that came after the program: the browser counts with them as the server does. */
const useEnteredYears = () => {
  const { data } = useCall(calendarYears, {})
  return useMemo(
    () => data?.years.filter(({ source }) => source === 'entered').map(({ days }) => days),
    [data],
  )
}

// As the server counts it: on the day of entering, with what stands on record.
const useRecounted = (of: CaseShape, type: EventType | null, on: string): Recounted | null => {
  const [counted, setCounted] = useState<Recounted | null>(null)
  const entered = useEnteredYears()
  useEffect(() => {
    if (!entered || !type || !/^\d{4}-\d\d-\d\d$/.test(on)) return setCounted(null)
    let isLatest = true
    const events = of.events
      .filter((event) => event.voided === null)
      .map((event) => ({ type: event.type, on: event.on }))
    const input = { channel: of.channel, asOf: dateAt(new Date()), events }
    void recount(input, { type, on }, entered).then((found) => {
      if (isLatest) setCounted(found)
    })
    return () => {
      isLatest = false
    }
  }, [of, type, on, entered])
  return counted
}

/** Enters what happened; the strip shows what would follow before anything is kept. */
export function EventForm(props: { of: CaseShape }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of } = props
  const [type, setType] = useState<Exclude<EventType, 'submitted'> | null>(null)
  const [on, setOn] = useState(dateAt(new Date()))
  const [note, setNote] = useState('')
  const counted = useRecounted(of, type, on)
  const act = useAct(enterEvent, {
    refreshes: [requestCase, caseWork, requestList],
    done: () => {
      setType(null)
      setNote('')
      void message.success(say('office.event.done'))
    },
  })
  const due = counted?.clock && (counted.clock.extendedReplyDueOn ?? counted.clock.replyDueOn)
  return (
    <form
      className="event-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (type) act.mutate({ id: of.id, version: of.version, type, on, note })
      }}
    >
      <h3>{say('office.event.enter')}</h3>
      <RefusalNote error={act.error} />
      <div className="field-row">
        <Field label={say('office.event.type')}>
          {(ids) => (
            <Select
              {...ids}
              placeholder={say('office.event.type.choose')}
              showSearch={{ optionFilterProp: 'label' }}
              value={type}
              onChange={setType}
              options={eventTypes
                .filter((one) => one !== 'submitted')
                .map((value) => ({ value, label: say(`request.event.${value}`) }))}
            />
          )}
        </Field>
        <DayField
          label={say('office.event.on')}
          max={dateAt(new Date())}
          value={on}
          onChange={setOn}
        />
        <TextField
          label={say('office.event.note')}
          optional
          maxLength={300}
          placeholder={say('office.event.note.hint')}
          value={note}
          onChange={setNote}
        />
      </div>
      {counted?.refused && (
        <p className="problem" role="status">
          {say(counted.refused.code, counted.refused.params as WordParams)}
        </p>
      )}
      {counted?.clock && (
        <div className="foreseen" role="status">
          <p>
            {say('office.event.foreseen')} <StandingMark standing={counted.clock.standing} />{' '}
            {due ? say('office.event.foreseen.due', { on: due }) : say('office.requests.noDue')}
          </p>
          <Strip clock={counted.clock} today={of.today} label={say('office.event.foreseen')} />
        </div>
      )}
      <Button
        type="primary"
        htmlType="submit"
        disabled={!type || counted?.refused != null}
        loading={act.isPending}
      >
        {say('office.event.enter')}
      </Button>
    </form>
  )
}
