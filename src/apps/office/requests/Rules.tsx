import { App, Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import type { InputOf } from '#platform/endpoint'
import {
  type ClosingRule,
  type RetentionRule,
  requestRules,
  type ServingRule,
  type StepLimit,
  setClosingRule,
  setRetention,
  setServingRule,
  setStepLimit,
} from '#requests/contract'
import { CardTable, type Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Fault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { RequestRooms } from './RequestRooms.tsx'
import './requests.css'

interface Dated {
  readonly appliesFrom: string
  readonly source: string
}

type SetsRule =
  | typeof setStepLimit
  | typeof setRetention
  | typeof setClosingRule
  | typeof setServingRule

/** Changes amounts of a rule from a day on; what was before stays to be seen. */
function RuleDialog<E extends SetsRule>(props: {
  title: string
  endpoint: E
  rule: InputOf<E> & Dated
  amounts: readonly (keyof InputOf<E> & string)[]
  wordsOf: Readonly<Record<string, string>>
  most: number
  onClose: () => void
}) {
  const say = useSay()
  const { message } = App.useApp()
  const [rule, setRule] = useState({ ...props.rule, appliesFrom: dateAt(new Date()) })
  const act = useAct<E>(props.endpoint, {
    refreshes: [requestRules],
    done: () => {
      void message.success(say('office.rules.done'))
      props.onClose()
    },
  })
  return (
    <Modal
      open
      title={props.title}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: rule.source.trim().length < 2 }}
      onOk={() => act.mutate(rule)}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        {props.amounts.map((name) => (
          <Field key={name} label={props.wordsOf[name] ?? name}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                max={props.most}
                value={Number(rule[name])}
                onChange={(value) => setRule({ ...rule, [name]: value ?? 0 })}
              />
            )}
          </Field>
        ))}
        <DayField
          label={say('office.rules.from')}
          min={dateAt(new Date())}
          value={rule.appliesFrom}
          onChange={(appliesFrom) => setRule({ ...rule, appliesFrom })}
        />
        <TextField
          label={say('office.rules.source')}
          maxLength={300}
          value={rule.source}
          onChange={(source) => setRule({ ...rule, source })}
        />
      </div>
    </Modal>
  )
}

/** Limits of the steps, when cases close by themselves, how long personal data are kept; with what was before. */
export function Component() {
  const say = useSay()
  const { data, error } = useCall(requestRules, {})
  const [step, setStep] = useState<StepLimit | null>(null)
  const [serving, setServing] = useState<ServingRule | null>(null)
  const [closing, setClosing] = useState<ClosingRule | null>(null)
  const [rule, setRule] = useState<RetentionRule | null>(null)
  /** Whence a rule is, from which day, and the way to change it: the same for all. */
  const dated = <Rule extends Dated>(open: (rule: Rule) => void): Column<Rule>[] => [
    { key: 'source', title: say('office.rules.source'), show: (one) => one.source },
    {
      key: 'from',
      title: say('office.rules.from'),
      width: 130,
      show: (one) => <DateText of={one.appliesFrom} />,
    },
    {
      key: 'change',
      title: '',
      width: 80,
      show: (one) =>
        data?.mayChange && (
          <Button size="small" onClick={() => open(one)}>
            {say('office.rules.change')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <PageTitle title={say('office.requests.rules')} about={say('office.rules.about')} />
      <RequestRooms />
      {error && !data && <Fault error={error} />}
      {!data && !error && <Waiting rows={6} />}
      {data && (
        <>
          <section className="block" aria-labelledby="rules-steps">
            <h2 id="rules-steps">{say('office.rules.steps')}</h2>
            <CardTable
              rows={data.steps}
              rowKey={(one) => `${one.step} ${one.appliesFrom}`}
              columns={[
                {
                  key: 'step',
                  title: say('office.rules.step'),
                  width: 160,
                  show: (one) => say(`request.step.${one.step}`),
                },
                {
                  key: 'days',
                  title: say('office.rules.days'),
                  width: 130,
                  show: (one) => <b>{one.days}</b>,
                },
                ...dated<StepLimit>(setStep),
              ]}
            />
          </section>
          <section className="block" aria-labelledby="rules-serving">
            <h2 id="rules-serving">{say('office.rules.serving')}</h2>
            <p className="quiet">{say('office.rules.serving.about')}</p>
            <CardTable
              rows={data.serving}
              rowKey={(one) => one.appliesFrom}
              columns={[
                {
                  key: 'days',
                  title: say('office.rules.serving.days'),
                  width: 190,
                  show: (one) => <b>{one.days}</b>,
                },
                ...dated<ServingRule>(setServing),
              ]}
            />
          </section>
          <section className="block" aria-labelledby="rules-closing">
            <h2 id="rules-closing">{say('office.rules.closing')}</h2>
            <p className="quiet">{say('office.rules.closing.about')}</p>
            <CardTable
              rows={data.closing}
              rowKey={(one) => one.appliesFrom}
              columns={[
                {
                  key: 'days',
                  title: say('office.rules.closing.days'),
                  width: 190,
                  show: (one) => <b>{one.days}</b>,
                },
                ...dated<ClosingRule>(setClosing),
              ]}
            />
          </section>
          <section className="block" aria-labelledby="rules-retention">
            <h2 id="rules-retention">{say('office.rules.retention')}</h2>
            <p className="quiet">{say('office.rules.retention.about')}</p>
            <CardTable
              rows={data.retention}
              rowKey={(one) => one.appliesFrom}
              columns={[
                {
                  key: 'particulars',
                  title: say('office.rules.particulars'),
                  width: 190,
                  show: (one) => <b>{one.particularsMonths}</b>,
                },
                {
                  key: 'enclosures',
                  title: say('office.rules.enclosures'),
                  width: 190,
                  show: (one) => <b>{one.enclosuresMonths}</b>,
                },
                ...dated<RetentionRule>(setRule),
              ]}
            />
          </section>
        </>
      )}
      {step && (
        <RuleDialog
          title={say(`request.step.${step.step}`)}
          endpoint={setStepLimit}
          rule={step}
          amounts={['days']}
          wordsOf={{ days: say('office.rules.days') }}
          most={40}
          onClose={() => setStep(null)}
        />
      )}
      {serving && (
        <RuleDialog
          title={say('office.rules.serving')}
          endpoint={setServingRule}
          rule={serving}
          amounts={['days']}
          wordsOf={{ days: say('office.rules.serving.days') }}
          most={40}
          onClose={() => setServing(null)}
        />
      )}
      {closing && (
        <RuleDialog
          title={say('office.rules.closing')}
          endpoint={setClosingRule}
          rule={closing}
          amounts={['days']}
          wordsOf={{ days: say('office.rules.closing.days') }}
          most={3_650}
          onClose={() => setClosing(null)}
        />
      )}
      {rule && (
        <RuleDialog
          title={say('office.rules.retention')}
          endpoint={setRetention}
          rule={rule}
          amounts={['particularsMonths', 'enclosuresMonths']}
          wordsOf={{
            particularsMonths: say('office.rules.particulars'),
            enclosuresMonths: say('office.rules.enclosures'),
          }}
          most={360}
          onClose={() => setRule(null)}
        />
      )}
    </>
  )
}
