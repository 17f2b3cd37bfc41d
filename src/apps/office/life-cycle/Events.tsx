import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { eventLevels, events, openEvent } from '#documents/contract'
import { minuteAt } from '#platform/civil-date'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { Clocks } from './Clocks.tsx'
import { Rooms } from './Rooms.tsx'

const keepers = ['sectionHead', 'leader', 'signer', 'disclosureOffice'] as const

/** As a field for date and time takes it, in Shanghai. */
const nowAsField = (): string => minuteAt(new Date()).replace(' ', 'T')

function OpenEvent(props: { onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { me, holds } = useSession()
  const [organizationId, setOrganization] = useState<number | null>(me.staff.organizationId)
  const [title, setTitle] = useState('')
  const [summary, setSummary] = useState('')
  const [level, setLevel] = useState<(typeof eventLevels)[number]>('major')
  const [knownAt, setKnownAt] = useState(nowAsField)
  const act = useAct(openEvent, {
    refreshes: [events],
    done: ({ id }) => void navigate(`/documents/events/${id}`),
  })
  return (
    <Modal
      open
      title={say('event.open')}
      okText={say('event.open')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: title.trim().length < 2 || !organizationId || !knownAt }}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() =>
        act.mutate({
          organizationId: organizationId ?? 0,
          title: title.trim(),
          summary: summary.trim(),
          level,
          knownAt: `${knownAt}:00+08:00`,
        })
      }
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <Field label={say('event.name')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('event.unit')}>
          {({ id }) => (
            <OrganizationSelect
              id={id}
              label={say('event.unit')}
              value={organizationId}
              onChange={setOrganization}
              may={(one) => holds(keepers, one.path)}
            />
          )}
        </Field>
        <Field label={say('event.level')}>
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={say('event.level')}
              className="choices"
              value={level}
              onChange={({ target }) => setLevel(target.value as typeof level)}
              options={eventLevels.map((value) => ({ value, label: say(`event.level.${value}`) }))}
            />
          )}
        </Field>
        <Field label={say('event.knownAt')}>
          {(ids) => (
            <Input
              {...ids}
              type="datetime-local"
              value={knownAt}
              onChange={(event) => setKnownAt(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('event.summary')} optional>
          {(ids) => (
            <Input.TextArea
              {...ids}
              maxLength={1000}
              value={summary}
              onChange={(event) => setSummary(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
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
