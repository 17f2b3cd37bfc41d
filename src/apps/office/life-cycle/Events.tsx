import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { eventLevels, events, openEvent } from '#documents/contract'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { MomentField } from '../parts/MomentField.tsx'
import { OrganizationField } from '../parts/OrganizationField.tsx'
import { optionsOf } from '../parts/options.ts'
import { PageTitle } from '../parts/PageTitle.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { TextField } from '../parts/TextField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { Clocks } from './Clocks.tsx'
import { Rooms } from './Rooms.tsx'

const keepers = ['sectionHead', 'leader', 'signer', 'disclosureOffice'] as const

function OpenEvent(props: { onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { me, holds } = useSession()
  const [organizationId, setOrganization] = useState<number | null>(me.staff.organizationId)
  const [title, setTitle] = useState('')
  const [summary, setSummary] = useState('')
  const [level, setLevel] = useState<(typeof eventLevels)[number]>('major')
  const [knownAt, setKnownAt] = useState(() => new Date().toISOString())
  const act = useAct(openEvent, {
    refreshes: [events],
    done: ({ id }) => void navigate(`/documents/events/${id}`),
  })
  return (
    <Dialog
      title={say('event.open')}
      ok={say('event.open')}
      act={act}
      isReady={title.trim().length >= 2 && organizationId !== null && knownAt !== ''}
      onOk={() =>
        act.mutate({
          organizationId: organizationId ?? 0,
          title: title.trim(),
          summary: summary.trim(),
          level,
          knownAt,
        })
      }
      onClose={props.onClose}
    >
      <TextField label={say('event.name')} maxLength={200} value={title} onChange={setTitle} />
      <OrganizationField
        label={say('event.unit')}
        value={organizationId}
        onChange={setOrganization}
        may={(one) => holds(keepers, one.path)}
      />
      <ChoiceField
        label={say('event.level')}
        stacked
        value={level}
        onChange={setLevel}
        options={optionsOf(eventLevels, (value) => say(`event.level.${value}`))}
      />
      <MomentField label={say('event.knownAt')} value={knownAt} onChange={setKnownAt} />
      <TextAreaField
        label={say('event.summary')}
        optional
        maxLength={1000}
        value={summary}
        onChange={setSummary}
      />
    </Dialog>
  )
}

/** Emergencies with their clocks, open ones first (M45). */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const { data, error } = useCall(events, {})
  const [isOpening, setOpening] = useState(false)
  const open = holds(keepers) && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {say('event.open')}
    </Button>
  )
  return (
    <>
      <PageTitle title={say('event.title')} about={say('event.about')} actions={open} />
      <Rooms />
      {error && !data && <Fault error={error} />}
      {!data && !error && <Waiting rows={6} />}
      {data?.events.length === 0 && (
        <section className="block">
          <Empty title={say('event.none')} next={say('event.none.next')} action={open} />
        </section>
      )}
      <div className="event-cards">
        {data?.events.map((event) => (
          <section key={event.id} className="block event-card">
            <h2>
              <Link to={`/documents/events/${event.id}`}>{event.title}</Link>
              <span className={`mark ${event.closedAt ? 'none' : 'going'}`}>
                {say(event.closedAt ? 'event.closed' : 'event.running')}
              </span>
            </h2>
            <p className="quiet">
              {event.organization.name} · {say(`event.level.${event.level}`)} ·{' '}
              {say('event.knownAt')} <DateText of={event.knownAt} minute /> ·{' '}
              {say('event.updates', { n: event.updates.length })}
            </p>
            <Clocks of={event} />
          </section>
        ))}
      </div>
      {isOpening && <OpenEvent onClose={() => setOpening(false)} />}
    </>
  )
}
