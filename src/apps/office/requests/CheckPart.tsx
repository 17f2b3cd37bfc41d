import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  type CaseShape,
  caseWork,
  checkCompleteness,
  requestCase,
  requestList,
} from '#requests/contract'
import { ActForm } from '../parts/ActForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import type { Work } from './StepsPart.tsx'

const elements = ['identity', 'description', 'form'] as const

/** The three elements of art. 29; what is missing is told once, in full, within seven working days. */
export function CheckPart(props: { of: CaseShape; work: Work }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of, work } = props
  const last = work.checks.at(-1)
  const [isOpen, setOpen] = useState(false)
  const [there, setThere] = useState({ identity: true, description: true, form: true })
  const [missing, setMissing] = useState('')
  const [isNoticed, setNoticed] = useState(false)
  const [noticedOn, setNoticedOn] = useState(dateAt(new Date()))
  const complete = elements.every((name) => there[name])
  const act = useAct(checkCompleteness, {
    refreshes: [requestCase, caseWork, requestList],
    done: () => {
      setOpen(false)
      void message.success(say('office.check.done'))
    },
  })
  const isOver = of.answeredOn !== null || of.stage === 'closed' || of.stage === 'archived'
  const noticed = of.events.some((event) => event.type === 'correctionNoticed' && !event.voided)
  return (
    <section className="block" aria-labelledby="case-check">
      <h2 id="case-check">{say('office.case.check')}</h2>
      {last ? (
        <>
          <ul className="elements">
            {elements.map((name) => (
              <li key={name}>
                <span className={`mark ${last[name] ? 'met' : 'late'}`}>
                  {say(last[name] ? 'office.check.there' : 'office.check.lacking')}
                </span>{' '}
                {say(`office.check.${name}`)}
              </li>
            ))}
          </ul>
          {last.missing && <p className="asked-for">{last.missing}</p>}
          <p className="quiet">
            {last.by ?? ''} <DateText of={last.at} minute />
          </p>
        </>
      ) : (
        <p className="quiet">{say('office.check.none')}</p>
      )}
      {of.clock?.correctionNoticeDueOn && !noticed && !isOver && (
        <p className="quiet">
          {say('office.check.noticeBy', { on: of.clock.correctionNoticeDueOn })}
        </p>
      )}
      {of.mayHandle && !isOver && !isOpen && (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {say(last ? 'office.check.again' : 'office.check')}
        </Button>
      )}
      {isOpen && (
        <ActForm
          act={act}
          ok={say('office.check.keep')}
          onSubmit={() =>
            act.mutate({
              id: of.id,
              version: of.version,
              ...there,
              missing: complete ? '' : missing,
              ...(!complete && isNoticed && { noticedOn }),
            })
          }
          onCancel={() => setOpen(false)}
        >
          {elements.map((name) => (
            <Checkbox
              key={name}
              checked={there[name]}
              onChange={({ target }) => setThere({ ...there, [name]: target.checked })}
            >
              {say(`office.check.${name}`)}
            </Checkbox>
          ))}
          {!complete && (
            <>
              <TextAreaField
                label={say('office.check.missing')}
                hint={say('office.check.missing.hint')}
                autoSize={{ minRows: 3 }}
                maxLength={2000}
                value={missing}
                onChange={setMissing}
              />
              {!noticed && (
                <Checkbox checked={isNoticed} onChange={({ target }) => setNoticed(target.checked)}>
                  {say('office.check.noticed')}
                </Checkbox>
              )}
              {isNoticed && !noticed && (
                <DayField
                  label={say('office.check.noticedOn')}
                  max={dateAt(new Date())}
                  value={noticedOn}
                  onChange={setNoticedOn}
                />
              )}
            </>
          )}
        </ActForm>
      )}
    </section>
  )
}
