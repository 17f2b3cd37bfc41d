import { Checkbox, InputNumber, Select } from 'antd'
import {
  type PlainTimeRule,
  retentions,
  timePeriods,
  timeTriggers,
  timeUnits,
} from '#catalogue/contract'
import { Field } from '../../parts/Field.tsx'
import { optionsOf } from '../../parts/options.ts'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextField } from '../../parts/TextField.tsx'
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
    optionsOf(values, (value) => say(`office.catalogue.rule.${group}.${value}`))
  return (
    <div className="rule-form">
      <SelectField
        label={say('office.catalogue.rule.kind')}
        value={rule.kind}
        onChange={(kind) => props.onChange(completeRule({ ...rule, kind }))}
        options={options('kind', kindsOffered)}
      />
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
        <SelectField
          label={say('office.catalogue.rule.trigger')}
          value={rule.trigger}
          onChange={(trigger) => set({ trigger })}
          options={options('trigger', timeTriggers)}
        />
      )}
      {shape.trigger && rule.trigger === 'other' && (
        <TextField
          label={say('office.catalogue.rule.triggerText')}
          value={rule.triggerText ?? ''}
          onChange={(text) => set({ triggerText: text || undefined })}
        />
      )}
      {shape.period && (
        <SelectField
          label={say('office.catalogue.rule.period')}
          value={rule.period}
          onChange={(period) => set({ period })}
          options={options('period', timePeriods)}
        />
      )}
      {shape.day && (
        <TextField
          label={say('office.catalogue.rule.by')}
          hint={say(`office.catalogue.rule.by.${rule.kind}`)}
          optional={rule.kind === 'periodic'}
          value={rule.by ?? ''}
          placeholder={rule.kind === 'periodic' ? '20' : '01-31'}
          onChange={(text) => set({ by: text || undefined })}
        />
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
      <SelectField
        label={say('office.catalogue.rule.retention')}
        optional
        allowClear
        value={rule.retention}
        onChange={(retention) => set({ retention })}
        options={options('retention', retentions)}
      />
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
