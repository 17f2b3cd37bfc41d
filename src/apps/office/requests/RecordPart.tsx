import { App, Button } from 'antd'
import { useState } from 'react'
import {
  type CaseEvent,
  type CaseShape,
  caseWork,
  requestCase,
  requestList,
  takeBackEvent,
} from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { EventForm } from './EventForm.tsx'

function TakeBack(props: { of: CaseShape; event: CaseEvent; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of, event } = props
  const act = useAct(takeBackEvent, {
    refreshes: [requestCase, caseWork, requestList],
    done: () => {
      void message.success(say('office.event.takenBack'))
      props.onClose()
    },
  })
  return (
    <ReasonDialog
      title={say('office.event.takeBack.what', {
        what: say(`request.event.${event.type}`),
        on: event.on,
      })}
      label={say('office.event.reason')}
      ok={say('office.event.takeBack')}
      danger
      act={act}
      onReason={(reason) =>
        act.mutate({ id: of.id, version: of.version, eventId: event.id, reason })
      }
      onClose={props.onClose}
    />
  )
}

/** The legal record: what the clock is counted from, with what was taken back. */
export function RecordPart(props: { of: CaseShape }) {
  const say = useSay()
  const { of } = props
  const [asking, setAsking] = useState<CaseEvent | null>(null)
  const isOpen = of.mayHandle && of.stage !== 'closed' && of.stage !== 'archived'
  return (
    <section className="block" aria-labelledby="case-record">
      <h2 id="case-record">{say('office.case.record')}</h2>
      <ol className="legal-record">
        {of.events.map((event) => (
          <li key={event.id} className={event.voided ? 'gone' : ''}>
            <DateText of={event.on} />
            <div>
              <b>{say(`request.event.${event.type}`)}</b>
              {event.note && <span> {event.note}</span>}
              <small className="quiet number">
                {say('office.event.entered')} {event.enteredBy ?? say('office.event.bySystem')}{' '}
                <DateText of={event.enteredAt} minute />
              </small>
              {event.voided && (
                <small className="number">
                  {say('office.event.voided', { reason: event.voided.reason })}{' '}
                  {event.voided.by ?? ''} <DateText of={event.voided.at} minute />
                </small>
              )}
            </div>
            {isOpen && !event.voided && event.type !== 'submitted' && (
              <Button
                size="small"
                type="text"
                className="no-print"
                onClick={() => setAsking(event)}
              >
                {say('office.event.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isOpen && <EventForm of={of} />}
      {asking && <TakeBack of={of} event={asking} onClose={() => setAsking(null)} />}
    </section>
  )
}
