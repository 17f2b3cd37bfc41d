import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  type CaseShape,
  caseWork,
  type ResultCode,
  recordOutsideAnswer,
  requestCase,
  requestList,
  resultCodes,
} from '#requests/contract'
import { ActForm } from '../parts/ActForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { type Delivery, DeliveryField } from './DeliveryField.tsx'
import type { Work } from './StepsPart.tsx'

function OutsideForm({ of, onDone }: { of: CaseShape; onDone: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [code, setCode] = useState<ResultCode | null>(null)
  const [way, setWay] = useState<Delivery>(of.delivery)
  const replied = of.events.find(({ type, voided }) => type === 'replied' && voided === null)
  const served = of.events.find(({ type, voided }) => type === 'served' && voided === null)
  const [text, setText] = useState({
    article: '',
    number: '',
    source: '',
    repliedOn: replied?.on ?? '',
    servedOn: served?.on ?? '',
  })
  const entry = (name: keyof typeof text) => ({
    label: say(`office.outside.${name}`),
    name,
    value: text[name],
    onChange: (typed: string) => setText({ ...text, [name]: typed }),
  })
  const act = useAct(recordOutsideAnswer, {
    refreshes: [requestCase, caseWork, requestList],
    done: () => {
      onDone()
      void message.success(say('office.outside.done'))
    },
  })
  const today = dateAt(new Date())
  return (
    <ActForm
      act={act}
      ok={say('office.outside.save')}
      plain
      disabled={!code || !text.repliedOn || text.source.trim().length < 2}
      onCancel={onDone}
      onSubmit={() => {
        if (!code) return
        const { servedOn, ...rest } = text
        const service = servedOn ? { servedOn, way } : {}
        act.mutate({ id: of.id, version: of.version, code, ...rest, ...service })
      }}
    >
      <Field label={say('office.outside.code')}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ optionFilterProp: 'label' }}
            value={code}
            onChange={setCode}
            options={resultCodes.map((value) => ({
              value,
              label: say(`requests.result.${value}`),
            }))}
          />
        )}
      </Field>
      <TextField
        {...entry('article')}
        hint={say('office.outside.article.hint')}
        maxLength={200}
        optional
      />
      <TextField {...entry('number')} maxLength={60} optional />
      <DayField {...entry('repliedOn')} min={of.submittedOn} max={today} />
      <DayField {...entry('servedOn')} min={text.repliedOn} max={today} optional />
      {text.servedOn && <DeliveryField value={way} onChange={setWay} />}
      <TextAreaField
        {...entry('source')}
        hint={say('office.outside.source.hint')}
        maxLength={300}
      />
    </ActForm>
  )
}

/** How a case was answered on paper before the system came, or outside it; counted like any other. */
export function OutsideAnswerPart({ of, work }: { of: CaseShape; work: Work }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { outside } = work
  const isEnded = ['lapsed', 'withdrawn'].includes(of.standing)
  const mayRecord = of.mayHandle && of.resultCode === null && !isEnded
  if (!outside && !mayRecord) return null
  return (
    <section className="block" aria-labelledby="case-outside">
      <h2 id="case-outside">{say('office.outside')}</h2>
      {outside ? (
        <dl className="facts">
          <dt>{say('office.outside.code')}</dt>
          <dd>{say(`requests.result.${outside.code}`)}</dd>
          <dt>{say('office.outside.article')}</dt>
          <dd>{outside.article}</dd>
          <dt>{say('office.outside.repliedOn')}</dt>
          <dd>
            <DateText of={outside.repliedOn} /> {outside.number}
          </dd>
          {outside.servedOn && (
            <>
              <dt>{say('office.outside.servedOn')}</dt>
              <dd>
                <DateText of={outside.servedOn} />{' '}
                {outside.way && say(`letters.delivery.${outside.way}`)}
              </dd>
            </>
          )}
          <dt>{say('office.outside.source')}</dt>
          <dd>{outside.source}</dd>
        </dl>
      ) : isOpen ? (
        <OutsideForm of={of} onDone={() => setOpen(false)} />
      ) : (
        <>
          <p className="quiet">{say('office.outside.about')}</p>
          <div className="part-actions no-print">
            <Button onClick={() => setOpen(true)}>{say('office.outside.open')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
