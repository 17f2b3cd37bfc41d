import type { caseWork } from '#requests/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { LightTag } from '../parts/StandingTag.tsx'
import { useSay } from '../words.tsx'

export type Work = AnswerOf<typeof caseWork>

const mark: Readonly<Record<Work['steps'][number]['state'], string>> = {
  done: 'met',
  doneLate: 'due',
  late: 'late',
  open: 'blank',
  notNeeded: 'none',
}

/** The steps of the work with the limit of each, and who was warned of what. */
export function StepsPart(props: { work: Work }) {
  const say = useSay()
  const { steps, alerts } = props.work
  return (
    <section className="block" aria-labelledby="case-steps">
      <h2 id="case-steps">{say('office.case.steps')}</h2>
      <ol className="case-steps">
        {steps.map((step) => (
          <li key={step.step} title={step.source}>
            <b>{say(`request.step.${step.step}`)}</b>
            <span className={`mark ${mark[step.state]}`}>
              {say(`office.step.state.${step.state}`)}
            </span>
            <small className="quiet">
              {step.doneOn ? (
                <>
                  {say('office.step.doneOn')} <DateText of={step.doneOn} />
                </>
              ) : step.dueOn ? (
                <>
                  {say('office.step.dueOn')} <DateText of={step.dueOn} />
                </>
              ) : (
                say('office.step.notYet')
              )}{' '}
              {step.source}
            </small>
          </li>
        ))}
      </ol>
      {alerts.length > 0 && (
        <>
          <h3>{say('office.case.alerts')}</h3>
          <ul className="case-alerts">
            {alerts.map((alert) => (
              <li key={`${alert.at}${alert.light}`}>
                <LightTag light={alert.light} /> <DateText of={alert.at} />{' '}
                <span className="quiet">
                  {say('office.case.alerted', { names: alert.to.join(say('office.and')) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
