import { Checkbox, Input, InputNumber, Select } from 'antd'
import {
  type PlainTimeRule,
  retentions,
  timePeriods,
  timeTriggers,
  timeUnits,
} from '#catalogue/contract'
import { Field } from '../../parts/Field.tsx'
import { useSay } from '../../words.tsx'
import { ruleSentence } from './sentence.ts'
import { completeRule, kindsOffered, shapeOf } from './shape.ts'

/** A small form for a time limit; the sentence that results stands beneath it. */
export function RuleForm(props: { value: PlainTimeRule; onChange: (rule: PlainTimeRule) => void }) {
  const say = useSay()
  const rule = props.value
  const shape = shapeOf(rule.kind)
  const set = (part: { [Key in keyof PlainTimeRule]?: PlainTimeRule[Key] | undefined }) =>
    props.onChange(
      Object.fromEntries(
        Object.entries({ ...rule, ...part }).filter(([, value]) => value !== undefined),
      ) as PlainTimeRule,
    )
  const options = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: say(`office.catalogue.rule.${group}.${value}`) }))
  return (
    <div className="rule-form">
      <Field label={say('office.catalogue.rule.kind')}>
        {(ids) => (
          <Select
            {...ids}
            value={rule.kind}
            onChange={(kind) => props.onChange(completeRule({ ...rule, kind }))}
            options={options('kind', kindsOffered)}
          />
        )}
      </Field>
      {shape.days && (
        <Field label={say('office.catalogue.rule.days')}>
          {(ids) => (
            <div className="pair">
              <InputNumber
                {...ids}
                min={1}
                max={999}
                precision={0}
                value={rule.days ?? null}
                onChange={(days) => set({ days: days ?? undefined })}
              />
              <Select
                aria-label={say('office.catalogue.rule.unit')}
                value={rule.unit}
                onChange={(unit) => set({ unit })}
                options={options('unit', timeUnits)}
              />
            </div>
          )}
        </Field>
      )}
      {shape.trigger && (
        <Field label={say('office.catalogue.rule.trigger')}>
          {(ids) => (
            <Select
              {...ids}
              value={rule.trigger}
              onChange={(trigger) => set({ trigger })}
              options={options('trigger', timeTriggers)}
            />
          )}
        </Field>
      )}
      {shape.trigger && rule.trigger === 'other' && (
        <Field label={say('office.catalogue.rule.triggerText')}>
          {(ids) => (
            <Input
              {...ids}
              value={rule.triggerText ?? ''}
              onChange={(event) => set({ triggerText: event.target.value || undefined })}
            />
          )}
        </Field>
      )}
      {shape.period && (
        <Field label={say('office.catalogue.rule.period')}>
          {(ids) => (
            <Select
              {...ids}
              value={rule.period}
              onChange={(period) => set({ period })}
              options={options('period', timePeriods)}
            />
          )}
        </Field>
      )}
      {shape.day && (
        <Field
          label={say('office.catalogue.rule.by')}
          hint={say(`office.catalogue.rule.by.${rule.kind}`)}
          optional={rule.kind === 'periodic'}
        >
          {(ids) => (
            <Input
              {...ids}
              value={rule.by ?? ''}
              placeholder={rule.kind === 'periodic' ? '20' : '01-31'}
              onChange={(event) => set({ by: event.target.value || undefined })}
            />
          )}
        </Field>
      )}
      <Field label={say('office.catalogue.rule.display')} optional>
        {(ids) => (
          <div className="pair">
            <InputNumber
              {...ids}
              min={1}
              max={999}
              precision={0}
              value={rule.display?.days ?? null}
              onChange={(days) =>
                set({
                  display: days
                    ? { days, unit: rule.display?.unit ?? 'working', atLeast: true }
                    : undefined,
                })
              }
            />
            <Select
              aria-label={say('office.catalogue.rule.unit')}
              disabled={!rule.display}
              value={rule.display?.unit ?? 'working'}
              onChange={(unit) => rule.display && set({ display: { ...rule.display, unit } })}
              options={options('unit', ['working', 'calendar'])}
            />
          </div>
        )}
      </Field>
      <Field label={say('office.catalogue.rule.retention')} optional>
        {(ids) => (
          <Select
            {...ids}
            allowClear
            value={rule.retention}
            onChange={(retention) => set({ retention })}
            options={options('retention', retentions)}
          />
        )}
      </Field>
      <Checkbox
        checked={rule.exceptLaw === true}
        onChange={({ target }) => set({ exceptLaw: target.checked ? true : undefined })}
      >
        {say('office.catalogue.rule.exceptLaw')}
      </Checkbox>
      <output className="rule-sentence">{ruleSentence(say, rule)}</output>
    </div>
  )
}
