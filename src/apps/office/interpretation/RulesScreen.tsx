import { Button, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  formShares,
  forms,
  interpretationRules,
  setCommentRule,
  setRequirement,
  setTarget,
} from '#interpretation/contract'
import { dateAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Fault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'

const neededWords = (say: Say, isNeeded: boolean): string =>
  say(`office.interpretation.comments.${isNeeded ? 'needed' : 'notNeeded'}`)

type Rules = AnswerOf<typeof interpretationRules>
const classes = ['regulation', 'normative', 'other'] as const

/** From a day on, which documents need an interpretation. */
function NewRequirement(props: { rules: Rules }) {
  const say = useSay()
  const [latest] = props.rules.requirements
  const [rule, setRule] = useState({
    validFrom: dateAt(new Date()),
    policyClasses: latest?.policyClasses ?? [],
    kinds: latest?.kinds ?? [],
    titleEndings: latest?.titleEndings ?? [],
    organizationKinds: latest?.organizationKinds ?? [],
    article: '',
  })
  const act = useAct(setRequirement, { refreshes: [interpretationRules] })
  const tags = (name: 'kinds' | 'titleEndings') => (
    <Field key={name} label={say(`office.interpretation.rule.${name}`)} optional>
      {(ids) => (
        <Select
          {...ids}
          mode="tags"
          value={rule[name]}
          onChange={(value) => setRule({ ...rule, [name]: value })}
        />
      )}
    </Field>
  )
  return (
    <form
      className="block form"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(rule)
      }}
    >
      <h2>{say('office.interpretation.rule.new')}</h2>
      <RefusalNote error={act.error} />
      <Field label={say('office.interpretation.rule.classes')} optional>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            value={rule.policyClasses}
            onChange={(policyClasses) => setRule({ ...rule, policyClasses })}
            options={classes.map((value) => ({
              value,
              label: say(`office.interpretation.class.${value}`),
            }))}
          />
        )}
      </Field>
      {tags('kinds')}
      {tags('titleEndings')}
      <div className="two">
        <Field label={say('office.interpretation.rule.validFrom')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={rule.validFrom}
              onChange={(event) => setRule({ ...rule, validFrom: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('office.interpretation.rule.article')}>
          {(ids) => (
            <Input
              {...ids}
              value={rule.article}
              onChange={(event) => setRule({ ...rule, article: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div>
        <Button
          type="primary"
          htmlType="submit"
          disabled={rule.article.trim() === ''}
          loading={act.isPending}
        >
          {say('office.save')}
        </Button>
      </div>
    </form>
  )
}

/** From a day on, whether a draft put out for comment needs what explains it. */
function NewCommentRule(props: { rules: Rules }) {
  const say = useSay()
  const [latest] = props.rules.comments
  const [rule, setRule] = useState({
    validFrom: dateAt(new Date()),
    isNeeded: latest?.isNeeded ?? true,
    titleMarks: latest?.titleMarks ?? [],
    organizationKinds: latest?.organizationKinds ?? [],
    article: '',
  })
  const act = useAct(setCommentRule, { refreshes: [interpretationRules] })
  const put = (part: Partial<typeof rule>) => setRule({ ...rule, ...part })
  return (
    <form
      className="block form"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(rule)
      }}
    >
      <h2>{say('office.interpretation.comments.new')}</h2>
      <RefusalNote error={act.error} />
      <Field
        label={say('office.interpretation.comments.whether')}
        hint={say('office.interpretation.comments.hint')}
      >
        {({ id }) => (
          <Radio.Group
            id={id}
            value={rule.isNeeded}
            onChange={({ target }) => put({ isNeeded: target.value })}
            options={[true, false].map((value) => ({ value, label: neededWords(say, value) }))}
          />
        )}
      </Field>
      <Field label={say('office.interpretation.comments.marks')}>
        {(ids) => (
          <Select
            {...ids}
            mode="tags"
            value={rule.titleMarks}
            onChange={(titleMarks) => put({ titleMarks })}
          />
        )}
      </Field>
      <div className="two">
        <DayField
          label={say('office.interpretation.rule.validFrom')}
          value={rule.validFrom}
          onChange={(validFrom) => put({ validFrom })}
        />
        <TextField
          label={say('office.interpretation.rule.article')}
          maxLength={300}
          value={rule.article}
          onChange={(article) => put({ article })}
        />
      </div>
      <div>
        <Button
          type="primary"
          htmlType="submit"
          disabled={rule.article.trim() === '' || rule.titleMarks.length === 0}
          loading={act.isPending}
        >
          {say('office.save')}
        </Button>
      </div>
    </form>
  )
}

/** From a day on, the share of varied forms that each unit should reach. */
function NewTarget(props: { rules: Rules }) {
  const say = useSay()
  const [target, setOwn] = useState({
    ...props.rules.target,
    validFrom: dateAt(new Date()),
    article: '',
  })
  const act = useAct(setTarget, { refreshes: [interpretationRules, formShares] })
  return (
    <form
      className="block form"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(target)
      }}
    >
      <h2>{say('office.interpretation.target.new')}</h2>
      <RefusalNote error={act.error} />
      <div className="two">
        <Field label={say('office.interpretation.target.percent')}>
          {({ id }) => (
            <InputNumber
              id={id}
              min={0}
              max={100}
              value={target.percent}
              onChange={(percent) => setOwn({ ...target, percent: percent ?? 0 })}
            />
          )}
        </Field>
        <Field label={say('office.interpretation.rule.validFrom')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={target.validFrom}
              onChange={(event) => setOwn({ ...target, validFrom: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={say('office.interpretation.target.forms')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            value={target.countedForms}
            onChange={(countedForms) => setOwn({ ...target, countedForms })}
            options={forms.map((value) => ({ value, label: say(`interpretation.form.${value}`) }))}
          />
        )}
      </Field>
      <Field label={say('office.interpretation.rule.article')}>
        {(ids) => (
          <Input
            {...ids}
            value={target.article}
            onChange={(event) => setOwn({ ...target, article: event.target.value })}
          />
        )}
      </Field>
      <div>
        <Button
          type="primary"
          htmlType="submit"
          disabled={target.article.trim() === ''}
          loading={act.isPending}
        >
          {say('office.save')}
        </Button>
      </div>
    </form>
  )
}

/** Which documents need an interpretation, by when, and the target, each with its day and article. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const { data, error, refetch } = useCall(interpretationRules, {})
  if (error) return <Fault error={error} retry={() => void refetch()} />
  return (
    <>
      <InterpretationTitle />
      {!data && <Waiting rows={4} />}
      {data && (
        <>
          <p>
            {say('office.interpretation.limit', {
              days: data.limit.workingDays,
              article: data.limit.article,
            })}
          </p>
          <CardTable
            rows={data.requirements}
            rowKey={(rule) => rule.id}
            columns={[
              {
                key: 'from',
                title: say('office.interpretation.rule.validFrom'),
                width: 230,
                show: (rule) => (
                  <>
                    <DateText of={rule.validFrom} />
                    {rule.validUntil && (
                      <>
                        {' – '}
                        <DateText of={rule.validUntil} />
                      </>
                    )}
                  </>
                ),
              },
              {
                key: 'what',
                title: say('office.interpretation.rule.what'),
                show: (rule) =>
                  [
                    ...rule.policyClasses.map((one) => say(`office.interpretation.class.${one}`)),
                    ...rule.kinds,
                    ...rule.titleEndings.map((ending) => `…${ending}`),
                  ].join('、'),
              },
              {
                key: 'article',
                title: say('office.interpretation.rule.article'),
                show: (rule) => rule.article,
              },
            ]}
          />
          <h2>{say('office.interpretation.comments')}</h2>
          <CardTable
            rows={data.comments}
            rowKey={(rule) => rule.validFrom}
            columns={[
              {
                key: 'from',
                title: say('office.interpretation.rule.validFrom'),
                width: 230,
                show: (rule) => <DateText of={rule.validFrom} />,
              },
              {
                key: 'what',
                title: say('office.interpretation.comments.whether'),
                show: (rule) => (
                  <>
                    {neededWords(say, rule.isNeeded)}
                    <small className="quiet">{rule.titleMarks.join('、')}</small>
                  </>
                ),
              },
              {
                key: 'article',
                title: say('office.interpretation.rule.article'),
                show: (rule) => rule.article,
              },
            ]}
          />
          {holds(['disclosureOffice', 'administrator']) && (
            <>
              <NewRequirement rules={data} />
              <NewCommentRule rules={data} />
              <NewTarget rules={data} />
            </>
          )}
        </>
      )}
    </>
  )
}
