import { Button, Input } from 'antd'
import { useState } from 'react'
import { addDays, dateAt } from '#platform/civil-date'
import { answerCoUnit, askCoUnit, type CaseShape, caseWork, requestCase } from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
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
    <form
      className="stack-fields"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ id, coUnitId: unit.id, opinion })
      }}
    >
      <RefusalNote error={act.error} />
      <Field label={say('office.joint.opinion', { unit: unit.unit.name })}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2 }}
            maxLength={4000}
            value={opinion}
            onChange={({ target }) => setOpinion(target.value)}
          />
        )}
      </Field>
      <div>
        <Button htmlType="submit" disabled={opinion.trim().length < 2} loading={act.isPending}>
          {say('office.joint.answer')}
        </Button>
      </div>
    </form>
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
        <form
          className="stack-fields no-print"
          onSubmit={(event) => {
            event.preventDefault()
            if (unitId !== null)
              act.mutate({ id: of.id, version: of.version, unitId, question, dueOn })
          }}
        >
          <RefusalNote error={act.error} />
          <Field label={say('office.joint.unit')}>
            {({ id }) => <OrganizationSelect id={id} value={unitId} onChange={setUnitId} />}
          </Field>
          <Field
            label={say('office.joint.question')}
            hint={<p>{say('office.joint.question.hint')}</p>}
          >
            {(ids) => (
              <Input.TextArea
                {...ids}
                autoSize={{ minRows: 2 }}
                maxLength={1000}
                value={question}
                onChange={({ target }) => setQuestion(target.value)}
              />
            )}
          </Field>
          <Field label={say('office.joint.by')}>
            {(ids) => (
              <Input
                {...ids}
                type="date"
                value={dueOn}
                onChange={({ target }) => setDueOn(target.value)}
              />
            )}
          </Field>
          <div className="part-actions">
            <Button
              type="primary"
              htmlType="submit"
              disabled={unitId === null || question.trim().length < 2}
              loading={act.isPending}
            >
              {say('office.joint.ask')}
            </Button>
            <Button onClick={() => setOpen(false)}>{say('office.cancel')}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
