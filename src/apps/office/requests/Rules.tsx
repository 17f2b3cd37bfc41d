import { App, Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  type RetentionRule,
  requestRules,
  type StepLimit,
  setRetention,
  setStepLimit,
} from '#requests/contract'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Fault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { RequestRooms } from './RequestRooms.tsx'
import './requests.css'

function RuleDialog(props: {
  title: string
  amounts: readonly { label: string; value: number; set: (value: number) => void }[]
  appliesFrom: string
  source: string
  onChange: (part: { appliesFrom?: string; source?: string }) => void
  onSave: () => void
  isPending: boolean
  error: unknown
  onClose: () => void
}) {
  const say = useSay()
  return (
    <Modal
      open
      title={props.title}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      confirmLoading={props.isPending}
      okButtonProps={{ disabled: props.source.trim().length < 2 }}
      onOk={props.onSave}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={props.error} />
        {props.amounts.map((amount) => (
          <Field key={amount.label} label={amount.label}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                max={360}
                value={amount.value}
                onChange={(value) => amount.set(value ?? 0)}
              />
            )}
          </Field>
        ))}
        <Field label={say('office.rules.from')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              min={dateAt(new Date())}
              value={props.appliesFrom}
              onChange={({ target }) => props.onChange({ appliesFrom: target.value })}
            />
          )}
        </Field>
        <Field label={say('office.rules.source')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={300}
              value={props.source}
              onChange={({ target }) => props.onChange({ source: target.value })}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}

function StepDialog(props: { limit: StepLimit; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [limit, setLimit] = useState({ ...props.limit, appliesFrom: dateAt(new Date()) })
  const act = useAct(setStepLimit, {
    refreshes: [requestRules],
    done: () => {
      void message.success(say('office.rules.done'))
      props.onClose()
    },
  })
  return (
    <RuleDialog
      title={say(`request.step.${limit.step}`)}
      amounts={[
        {
          label: say('office.rules.days'),
          value: limit.days,
          set: (days) => setLimit({ ...limit, days }),
        },
      ]}
      appliesFrom={limit.appliesFrom}
      source={limit.source}
      onChange={(part) => setLimit({ ...limit, ...part })}
      onSave={() => act.mutate(limit)}
      isPending={act.isPending}
      error={act.error}
      onClose={props.onClose}
    />
  )
}

function RetentionDialog(props: { rule: RetentionRule; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [rule, setRule] = useState({ ...props.rule, appliesFrom: dateAt(new Date()) })
  const act = useAct(setRetention, {
    refreshes: [requestRules],
    done: () => {
      void message.success(say('office.rules.done'))
      props.onClose()
    },
  })
  return (
    <RuleDialog
      title={say('office.rules.retention')}
      amounts={[
        {
          label: say('office.rules.particulars'),
          value: rule.particularsMonths,
          set: (particularsMonths) => setRule({ ...rule, particularsMonths }),
        },
        {
          label: say('office.rules.enclosures'),
          value: rule.enclosuresMonths,
          set: (enclosuresMonths) => setRule({ ...rule, enclosuresMonths }),
        },
      ]}
      appliesFrom={rule.appliesFrom}
      source={rule.source}
      onChange={(part) => setRule({ ...rule, ...part })}
      onSave={() => act.mutate(rule)}
      isPending={act.isPending}
      error={act.error}
      onClose={props.onClose}
    />
  )
}

/** Limits of the handling steps, and how long personal data are kept; what was before stays to be seen. */
export function Component() {
  const say = useSay()
  const { data, error } = useCall(requestRules, {})
  const [step, setStep] = useState<StepLimit | null>(null)
  const [rule, setRule] = useState<RetentionRule | null>(null)
  const change = (open: () => void) =>
    data?.mayChange && (
      <Button size="small" onClick={open}>
        {say('office.rules.change')}
      </Button>
    )
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
                  show: (one) => change(() => setStep(one)),
                },
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
                  show: (one) => change(() => setRule(one)),
                },
              ]}
            />
          </section>
        </>
      )}
      {step && <StepDialog limit={step} onClose={() => setStep(null)} />}
      {rule && <RetentionDialog rule={rule} onClose={() => setRule(null)} />}
    </>
  )
}
