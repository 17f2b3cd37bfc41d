import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../documents/StateTag.tsx'
import { Life } from '../life-cycle/Life.tsx'
import { DateText } from '../parts/DateText.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useSay, useSpeaking } from '../words.tsx'
import { Actions } from './actions/Actions.tsx'
import { Editions } from './below/Editions.tsx'
import { History } from './below/History.tsx'
import { Steps } from './below/Steps.tsx'
import { Side } from './side/Side.tsx'
import type { Desk } from './use-draft.ts'
import { goToField, sayIssue, type Writing } from './writing.ts'
import './desk.css'

/** Why it came back, above the text while it is being reworked. */
function Returned(props: { returned: NonNullable<Desk['returned']> }) {
  const say = useSay()
  const { role, by, at, reason } = props.returned
  return (
    <section className="desk-note returned">
      <h2>
        {say('desk.returned', { role: say(`documents.role.${role}`), by })}{' '}
        <DateText of={at} minute />
      </h2>
      <p>{reason}</p>
    </section>
  )
}

/** Its moment passed and it did not go out: what stood in the way, and what to do now. */
function Missed(props: { missed: NonNullable<Desk['missed']> }) {
  const { say, knows } = useSpeaking()
  const { publishAt, code, params, issues } = props.missed
  return (
    <section className="desk-note returned">
      <h2>
        {say('desk.missed')} <DateText of={publishAt} minute />
      </h2>
      <p>{knows(code) ? say(code, params) : code}</p>
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => (
            <li key={`${issue.field} ${issue.code}`}>{sayIssue(say, issue)}</li>
          ))}
        </ul>
      )}
      <p>{say('desk.missed.next')}</p>
    </section>
  )
}

/** Head with its actions, text in the middle, duties at the right, history below. */
export function Frame(props: {
  data: Desk
  writing: Writing
  reread: () => void
  /** Saves what is open and gives the version to act on. */
  ready: () => Promise<number>
  status?: ReactNode
  notes?: ReactNode
  children: ReactNode
}) {
  const say = useSay()
  const { data, writing } = props
  const { document, edition } = data
  const [refusal, setRefusal] = useState<unknown>(null)
  const current = data.steps.find((step) => step.state === 'current')
  return (
    <article className="desk">
      <title>{`${writing.fields.title || say('desk.untitled')} · ${say('office.name')}`}</title>
      <header className="desk-head">
        <div className="desk-where">
          <Link to="/documents">{say('office.menu.documents')}</Link>
          <span>{document.organization.name}</span>
          <StateTag
            state={edition.state}
            waitsFor={edition.state === 'inReview' ? (current?.role ?? null) : null}
          />
          {props.status}
        </div>
        <Actions
          data={data}
          writing={writing}
          ready={props.ready}
          reread={props.reread}
          onRefusal={setRefusal}
        />
      </header>
      <RefusalNote error={refusal} onIssue={goToField} />
      {props.notes}
      {data.missed && <Missed missed={data.missed} />}
      {data.returned && writing.isOpen && <Returned returned={data.returned} />}
      {document.withdrawnAt && (
        <section className="desk-note returned">
          <h2>
            {say('desk.withdrawn')} <DateText of={document.withdrawnAt} minute />
          </h2>
          <p>{document.withdrawalNote}</p>
        </section>
      )}
      {edition.id !== document.workingEditionId && document.workingEditionId !== null && (
        <p className="desk-note">
          {say('desk.newerEdition')}{' '}
          <Link to={`/documents/${document.id}`}>{say('desk.newerEdition.open')}</Link>
        </p>
      )}
      <div className="desk-grid">
        {props.children}
        <Side data={data} writing={writing} ready={props.ready} />
        <div className="desk-below">
          <Steps data={data} />
          <Editions data={data} />
          <Life documentId={document.id} />
          <History data={data} />
        </div>
      </div>
    </article>
  )
}
