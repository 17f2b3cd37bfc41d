import { Button } from 'antd'
import { useState } from 'react'
import { addDays, dateAt } from '#platform/civil-date'
import { answerCoUnit, askCoUnit, type CaseShape, caseWork, requestCase } from '#requests/contract'
import { ActForm } from '../parts/ActForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import type { Work } from './StepsPart.tsx'

type CoUnit = Work['coUnits'][number]

// A day by which an answer can be used, a week being usual between units.
const usualDays = 5

function Opinion(props: { id: number; unit: CoUnit }) {
  const say = useSay()
  const { id, unit } = props
  const [opinion, setOpinion] = useState('')
  const act = useAct(answerCoUnit, { refreshes: [caseWork, requestCase] })
  return (
    <ActForm
      act={act}
      ok={say('office.joint.answer')}
      plain
      disabled={opinion.trim().length < 2}
      onSubmit={() => act.mutate({ id, coUnitId: unit.id, opinion })}
    >
      <TextAreaField
        label={say('office.joint.opinion', { unit: unit.unit.name })}
        maxLength={4000}
        value={opinion}
        onChange={setOpinion}
      />
    </ActForm>
  )
}

/** Units that work on the case together with the one that leads (M64). */
export function JointPart(props: { of: CaseShape; work: Work }) {
  const say = useSay()
  const { of, work } = props
  const [isOpen, setOpen] = useState(false)
  const [unitId, setUnitId] = useState<number | null>(null)
  const [question, setQuestion] = useState('')
  const [dueOn, setDueOn] = useState(addDays(dateAt(new Date()), usualDays))
  const act = useAct(askCoUnit, {
    refreshes: [caseWork, requestCase],
    done: () => {
      setOpen(false)
      setQuestion('')
    },
  })
  const isOver = of.answeredOn !== null || of.stage === 'closed' || of.stage === 'archived'
  return (
    <section className="block" aria-labelledby="case-joint">
      <h2 id="case-joint">{say('office.case.joint')}</h2>
      {work.coUnits.length === 0 && <p className="quiet">{say('office.joint.none')}</p>}
      <ul className="hands">
        {work.coUnits.map((unit) => (
          <li key={unit.id}>
            <b>{unit.unit.name}</b>{' '}
            <span
              className={`mark ${unit.answeredAt ? 'met' : of.today > unit.dueOn ? 'late' : 'due'}`}
            >
              {unit.answeredAt
                ? say('office.joint.answered')
                : say('office.joint.dueOn', { on: unit.dueOn })}
            </span>
            <p>{unit.question}</p>
            {unit.answeredAt && (
              <>
                <q>{unit.opinion}</q>
                <small className="quiet number">
                  {unit.answeredBy ?? ''} <DateText of={unit.answeredAt} minute />
                </small>
              </>
            )}
            {!unit.answeredAt && unit.mayAnswer && !isOver && <Opinion id={of.id} unit={unit} />}
          </li>
        ))}
      </ul>
      {of.mayHandle && !isOver && !isOpen && (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {say('office.joint.ask')}
        </Button>
      )}
      {isOpen && (
        <ActForm
          act={act}
          ok={say('office.joint.ask')}
          disabled={unitId === null || question.trim().length < 2}
          onSubmit={() => {
            if (unitId !== null)
              act.mutate({ id: of.id, version: of.version, unitId, question, dueOn })
          }}
          onCancel={() => setOpen(false)}
        >
          <Field label={say('office.joint.unit')}>
            {({ id }) => <OrganizationSelect id={id} value={unitId} onChange={setUnitId} />}
          </Field>
          <TextAreaField
            label={say('office.joint.question')}
            hint={say('office.joint.question.hint')}
            maxLength={1000}
            value={question}
            onChange={setQuestion}
          />
          <DayField label={say('office.joint.by')} value={dueOn} onChange={setDueOn} />
        </ActForm>
      )}
    </section>
  )
}
