import { DateText } from '../../parts/DateText.tsx'
import { useSay } from '../../words.tsx'
import type { Desk } from '../use-draft.ts'

type Step = Desk['steps'][number]
const questions = ['stateSecret', 'tradeSecret', 'privacy', 'securityStability'] as const

function Secrecy(props: { answers: NonNullable<Step['secrecy']> }) {
  const say = useSay()
  const { answers } = props
  const yes = questions.filter((name) => answers[name])
  return (
    <p className="quiet">
      {yes.length === 0
        ? say('desk.secrecy.clean')
        : say('desk.secrecy.concerns', {
            list: yes.map((name) => say(`desk.secrecy.${name}.short`)).join(say('office.and')),
          })}
      {answers.othersConsulted !== 'notNeeded' &&
        ` ${say(`desk.secrecy.othersConsulted.${answers.othersConsulted}`)}`}
      {answers.note && ` ${answers.note}`}
    </p>
  )
}

/** The steps of the review: who passed it, for whom it waits. */
export function Steps(props: { data: Desk }) {
  const say = useSay()
  const { steps } = props.data
  if (steps.length === 0) return null
  return (
    <section className="block" aria-labelledby="below-steps" data-field="secrecyReview">
      <h2 id="below-steps">{say('desk.steps')}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li
            key={step.step}
            className={step.state}
            aria-current={step.state === 'current' && 'step'}
          >
            <b>{say(`office.role.${step.role}`)}</b>
            {step.state === 'passed' && (
              <>
                <p>
                  {step.by?.name} <DateText of={step.at} minute />
                </p>
                {step.opinion && <p>{step.opinion}</p>}
                {step.secrecy && <Secrecy answers={step.secrecy} />}
              </>
            )}
            {step.state === 'current' && (
              <p>
                {step.mayAct.length > 0
                  ? say('desk.steps.mayAct', {
                      names: step.mayAct.map((person) => person.name).join(say('office.and')),
                    })
                  : say('desk.steps.nobody')}
              </p>
            )}
            {step.state === 'waiting' && <p className="quiet">{say('desk.steps.waiting')}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
