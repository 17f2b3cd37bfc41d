import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import { type CaseShape, caseWork, requestCase } from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSay, useSpeaking } from '../words.tsx'
import { AssignPart } from './AssignPart.tsx'
import { AskingPart } from './asking/AskingPart.tsx'
import { FollowUpPart } from './asking/FollowUpPart.tsx'
import { CheckPart } from './CheckPart.tsx'
import { ClosingPart } from './ClosingPart.tsx'
import { DuesPart } from './DuesPart.tsx'
import { JointPart } from './JointPart.tsx'
import { FeePart } from './learning/FeePart.tsx'
import { LikenessPart } from './learning/LikenessPart.tsx'
import { PanelPart } from './learning/PanelPart.tsx'
import { OutsideAnswerPart } from './OutsideAnswerPart.tsx'
import { ParticularsPart } from './ParticularsPart.tsx'
import { RecordPart } from './RecordPart.tsx'
import { SealedRecordsPart } from './SealedRecordsPart.tsx'
import { LateStep, RequestDue, StandingMark } from './StandingMark.tsx'
import { StepsPart } from './StepsPart.tsx'
import { Strip } from './Strip.tsx'
import { SubjectPart } from './SubjectPart.tsx'
import './requests.css'

// It brings the scanner of personal data with it (52 KB), which cases without an answer do without.
const LogPart = lazy(async () => ({
  default: (await import('./asking/LogPart.tsx')).LogPart,
}))

const isOver = (of: CaseShape): boolean =>
  of.answeredOn !== null || of.stage === 'closed' || of.stage === 'archived'

/** One request: how it stands, its days, its record, the work on it. */
export function Component() {
  const say = useSay()
  const { words } = useSpeaking()
  const id = Number(useParams().id)
  const { data: of, error } = useCall(requestCase, { id })
  const { data: work } = useCall(caseWork, { id })
  if (error && !of) return <ScreenFault error={error} />
  if (!of) return <Waiting rows={10} />
  // What is closed is only read.
  const isWork = of.mayHandle && of.stage !== 'closed' && of.stage !== 'archived'
  return (
    <>
      <PageTitle
        title={of.title}
        about={
          <>
            {of.number} · {of.organization.name} · {say(`request.door.${of.door}`)} ·{' '}
            {say(`request.stage.${of.stage}`)}
          </>
        }
        actions={
          <>
            <Link to={`/requests/${of.id}/answer`}>
              <Button type={isWork ? 'primary' : 'default'} tabIndex={-1}>
                {say(isWork ? 'office.answer.open' : 'office.answer.see')}
              </Button>
            </Link>
            {of.clock && (
              <a href={`/api/requests/${of.id}/calendar.ics?language=${words.language}`} download>
                <Button tabIndex={-1}>{say('office.case.ics')}</Button>
              </a>
            )}
            <Button onClick={() => window.print()}>{say('office.case.print')}</Button>
          </>
        }
      />
      <section className="block case-head" aria-label={say('office.case.head')}>
        <dl>
          <div>
            <dt>{say('office.requests.standing')}</dt>
            <dd>
              <StandingMark standing={of.standing} />
            </dd>
          </div>
          <div>
            <dt>{say('office.requests.due')}</dt>
            <dd>
              <RequestDue line={of} brief /> <LateStep line={of} />
            </dd>
          </div>
          <div>
            <dt>{say('office.requests.submittedOn')}</dt>
            <dd>
              <DateText of={of.submittedOn} />
            </dd>
          </div>
          <div>
            <dt>{say('office.requests.receivedOn')}</dt>
            <dd>
              {of.receivedOn ? <DateText of={of.receivedOn} /> : say('office.case.confirmFirst')}
            </dd>
          </div>
          <div>
            <dt>{say('office.requests.handler')}</dt>
            <dd>
              {of.unit
                ? `${of.unit.name} ${of.handler?.name ?? ''}`
                : say('office.requests.unassigned')}
            </dd>
          </div>
          <div>
            <dt>{say('office.subject')}</dt>
            <dd>
              <SubjectPart of={of} />
            </dd>
          </div>
          <div>
            <dt>{say('office.intake.supply')}</dt>
            <dd>
              {say(`request.supply.${of.supply}`)} · {say(`request.delivery.${of.delivery}`)}
            </dd>
          </div>
        </dl>
        {of.unserved && (
          <p className={of.light === 'green' || of.light === 'none' ? undefined : 'problem'}>
            {say('office.unserved.about', {
              signed: of.unserved.signedOn,
              due: of.dueOn ?? of.unserved.serveBy ?? '',
            })}{' '}
            {of.mayHandle && (
              <Link to={`/requests/${of.id}/answer`}>{say('office.unserved.enter')}</Link>
            )}
          </p>
        )}
        <p className="quiet">{say(`office.case.receipt.${of.channel}`)}</p>
      </section>
      <div className="case-grid">
        <div>
          <section className="block" aria-labelledby="case-days">
            <h2 id="case-days">{say('office.case.days')}</h2>
            {of.clock ? (
              <Strip clock={of.clock} today={of.today} label={say('office.case.days')} />
            ) : of.refused ? (
              <p className="problem">
                {say(of.refused.code, of.refused.params)} {say('office.case.refused')}
              </p>
            ) : (
              <p>{say('office.requests.unknownYear', { year: of.unknownYear ?? '' })}</p>
            )}
          </section>
          <DuesPart of={of} />
          <RecordPart of={of} />
          <SealedRecordsPart of={of} />
          <LikenessPart id={of.id} over={isOver(of)} />
          <PanelPart id={of.id} />
          <FeePart id={of.id} over={isOver(of)} />
        </div>
        <div>
          <ParticularsPart of={of} />
          <AskingPart of={of} />
          {of.answeredOn !== null && (
            <Suspense fallback={<Waiting rows={3} />}>
              <LogPart of={of} />
            </Suspense>
          )}
          {work && (
            <>
              <CheckPart of={of} work={work} />
              <AssignPart of={of} work={work} />
              <JointPart of={of} work={work} />
              <StepsPart work={work} />
              <FollowUpPart of={of} work={work} />
              <OutsideAnswerPart of={of} work={work} />
              <ClosingPart of={of} work={work} />
            </>
          )}
        </div>
      </div>
    </>
  )
}
