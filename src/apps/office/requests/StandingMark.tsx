import type { ClockStanding, RequestLine } from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { LightTag } from '../parts/StandingTag.tsx'
import { useSay } from '../words.tsx'

const colour: Readonly<Record<ClockStanding, string>> = {
  unconfirmed: 'due',
  running: 'blank',
  awaitingCorrection: 'none',
  consulting: 'none',
  awaitingFee: 'none',
  overdue: 'late',
  answered: 'met',
  answeredLate: 'late',
  lapsed: 'none',
  withdrawn: 'none',
}

/** How a request stands in the law's eyes. */
export function StandingMark(props: { standing: ClockStanding }) {
  const say = useSay()
  return (
    <span className={`mark ${colour[props.standing]}`}>
      {say(`request.standing.${props.standing}`)}
    </span>
  )
}

/** The step of the work that is overdue since longest. */
export function LateStep(props: { line: Pick<RequestLine, 'lateStep'> }) {
  const say = useSay()
  const { lateStep } = props.line
  if (!lateStep) return null
  const { step, dueOn } = lateStep
  return (
    <span className="mark late" title={say('office.requests.stepDue', { on: dueOn })}>
      {say('office.requests.lateStep', { step: say(`request.step.${step}`) })}
    </span>
  )
}

/** A reply that is signed and not served: what to do until when, once people are warned of it. */
function Unserved(props: { line: Pick<RequestLine, 'dueOn' | 'light' | 'unserved'> }) {
  const say = useSay()
  const { dueOn, light, unserved } = props.line
  const isWarned = light !== 'none' && light !== 'green'
  if (!isWarned)
    return (
      <span className="quiet">
        {say('office.unserved.quiet', { due: unserved?.serveBy ?? dueOn ?? '' })}
      </span>
    )
  const due = dueOn ?? unserved?.serveBy ?? ''
  return (
    <span className="request-due">
      <LightTag light={light} />
      <small>
        {say(light === 'overdue' ? 'office.unserved.late' : 'office.unserved.by', { due })}
      </small>
    </span>
  )
}

/** When it is due and how near that is; or why no day can be named. */
export function RequestDue(props: {
  line: Pick<
    RequestLine,
    'dueOn' | 'light' | 'extended' | 'unknownYear' | 'answeredOn' | 'unserved'
  >
  /** Without the sentence what to do, where it stands beside. */
  brief?: boolean
}) {
  const say = useSay()
  const { dueOn, light, extended, unknownYear, answeredOn, unserved } = props.line
  if (unserved && !props.brief) return <Unserved line={props.line} />
  if (answeredOn && !unserved)
    return (
      <span className="quiet">
        {say('office.requests.answeredOn')} <DateText of={answeredOn} />
      </span>
    )
  if (unknownYear !== null)
    return (
      <span className="quiet">{say('office.requests.unknownYear', { year: unknownYear })}</span>
    )
  if (!dueOn) return <span className="quiet">{say('office.requests.noDue')}</span>
  return (
    <span className="request-due">
      <DateText of={dueOn} />
      {light !== 'none' && light !== 'green' && <LightTag light={light} />}
      {extended && <small className="quiet">{say('office.requests.extended')}</small>}
    </span>
  )
}
