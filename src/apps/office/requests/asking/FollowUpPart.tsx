import { App, Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import { type CaseShape, caseAsking, caseWork, followUp, followUpWays } from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { Field } from '../../parts/Field.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { DayField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import type { Work } from '../StepsPart.tsx'

const stars = [5, 4, 3, 2, 1] as const

function FollowUpForm(props: { of: CaseShape; onDone: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const today = dateAt(new Date())
  const [on, setOn] = useState(today)
  const [way, setWay] = useState<(typeof followUpWays)[number]>('call')
  const [satisfaction, setSatisfaction] = useState<number | null>(null)
  const [text, setText] = useState('')
  const act = useAct(followUp, {
    refreshes: [caseWork, caseAsking],
    done: () => {
      void message.success(say('office.asking.done'))
      props.onDone()
    },
  })
  const servedOn = props.of.events.find(({ type, voided }) => type === 'served' && !voided)?.on
  return (
    <ActForm
      act={act}
      ok={say('office.followUp.keep')}
      onSubmit={() => act.mutate({ id: props.of.id, on, way, satisfaction, text })}
      onCancel={props.onDone}
    >
      <Radio.Group
        aria-label={say('office.followUp.way')}
        value={way}
        onChange={({ target }) => setWay(target.value)}
        options={followUpWays.map((value) => ({ value, label: say(`office.followUp.${value}`) }))}
      />
      <DayField
        label={say('office.followUp.on')}
        {...(servedOn && { min: servedOn })}
        max={today}
        value={on}
        onChange={setOn}
      />
      <Field label={say('office.followUp.satisfaction')} optional>
        {(ids) => (
          <Select
            {...ids}
            allowClear
            placeholder={say('office.followUp.noStars')}
            value={satisfaction}
            onChange={(value: number | undefined) => setSatisfaction(value ?? null)}
            options={stars.map((value) => ({
              value,
              label: say(`office.followUp.stars.${value}`),
            }))}
          />
        )}
      </Field>
      <TextAreaField
        label={say('office.followUp.text')}
        hint={say('office.followUp.text.hint')}
        optional
        maxLength={1000}
        value={text}
        onChange={setText}
      />
    </ActForm>
  )
}

/** Calls and visits after the answer (M71); what was said is opened with what the requester added. */
export function FollowUpPart(props: { of: CaseShape; work: Work }) {
  const say = useSay()
  const { of, work } = props
  const [isOpen, setOpen] = useState(false)
  const isServed = of.events.some(({ type, voided }) => type === 'served' && !voided)
  if (!isServed && work.followUps.length === 0) return null
  return (
    <section className="block" aria-labelledby="case-follow-up">
      <h2 id="case-follow-up">{say('office.followUp')}</h2>
      {work.followUps.length === 0 && <p className="quiet">{say('office.followUp.none')}</p>}
      <ul className="hands">
        {work.followUps.map((one) => (
          <li key={one.id}>
            <DateText of={one.on} /> {say(`office.followUp.${one.way}`)}{' '}
            {one.satisfaction === null ? (
              <span className="mark none">{say('office.followUp.noStars')}</span>
            ) : (
              <span className={`mark ${one.satisfaction > 2 ? 'met' : 'late'}`}>
                {say(`office.followUp.stars.${one.satisfaction}`)}
              </span>
            )}
            <small className="quiet">{one.by ?? ''}</small>
          </li>
        ))}
      </ul>
      {of.mayHandle && isServed && !isOpen && (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {say('office.followUp.add')}
        </Button>
      )}
      {isOpen && <FollowUpForm of={of} onDone={() => setOpen(false)} />}
    </section>
  )
}
