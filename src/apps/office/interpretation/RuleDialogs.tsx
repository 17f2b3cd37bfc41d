import { App, InputNumber, Modal, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
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
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { type Say, useSay } from '../words.tsx'

export type Rules = AnswerOf<typeof interpretationRules>
const classes = ['regulation', 'normative', 'other'] as const

interface DialogProps {
  readonly rules: Rules
  readonly onClose: () => void
}

export const neededWords = (say: Say, isNeeded: boolean): string =>
  say(`office.interpretation.comments.${isNeeded ? 'needed' : 'notNeeded'}`)

/** Every rule has a day from which it applies and a source; what it says differs. */
function RuleDialog(props: {
  title: string
  act: { readonly error: unknown; readonly isPending: boolean }
  rule: { readonly validFrom: string; readonly article: string }
  put: (part: { validFrom?: string; article?: string }) => void
  isReady?: boolean
  onSave: () => void
  onClose: () => void
  children: ReactNode
}) {
  const say = useSay()
  const { rule } = props
  return (
    <Modal
      open
      width={640}
      title={props.title}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: rule.article.trim() === '' || props.isReady === false }}
      confirmLoading={props.act.isPending}
      onOk={props.onSave}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={props.act.error} />
        {props.children}
        <DayField
          label={say('office.interpretation.rule.validFrom')}
          value={rule.validFrom}
          onChange={(validFrom) => props.put({ validFrom })}
        />
        <TextField
          label={say('office.interpretation.rule.article')}
          hint={say('office.interpretation.rule.article.hint')}
          maxLength={300}
          value={rule.article}
          onChange={(article) => props.put({ article })}
        />
      </div>
    </Modal>
  )
}

function Words(props: {
  label: string
  value: string[]
  optional?: boolean
  onChange: (words: string[]) => void
}) {
  return (
    <Field label={props.label} optional={props.optional}>
      {(ids) => <Select {...ids} mode="tags" value={props.value} onChange={props.onChange} />}
    </Field>
  )
}

const useKept = (onClose: () => void) => {
  const say = useSay()
  const { message } = App.useApp()
  return () => {
    void message.success(say('office.interpretation.rule.kept'))
    onClose()
  }
}

/** From a day on, which documents need an interpretation. */
export function RequirementDialog({ rules, onClose }: DialogProps) {
  const say = useSay()
  const [latest] = rules.requirements
  const [rule, setRule] = useState({
    validFrom: dateAt(new Date()),
    policyClasses: latest?.policyClasses ?? [],
    kinds: latest?.kinds ?? [],
    titleEndings: latest?.titleEndings ?? [],
    organizationKinds: latest?.organizationKinds ?? [],
    article: '',
  })
  const put = (part: Partial<typeof rule>) => setRule({ ...rule, ...part })
  const act = useAct(setRequirement, { refreshes: [interpretationRules], done: useKept(onClose) })
  return (
    <RuleDialog
      title={say('office.interpretation.rule.new')}
      act={act}
      rule={rule}
      put={put}
      onSave={() => act.mutate(rule)}
      onClose={onClose}
    >
      <Field label={say('office.interpretation.rule.classes')} optional>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            value={rule.policyClasses}
            onChange={(policyClasses) => put({ policyClasses })}
            options={classes.map((value) => ({
              value,
              label: say(`office.interpretation.class.${value}`),
            }))}
          />
        )}
      </Field>
      {(['kinds', 'titleEndings'] as const).map((name) => (
        <Words
          key={name}
          optional
          label={say(`office.interpretation.rule.${name}`)}
          value={rule[name]}
          onChange={(words) => put({ [name]: words })}
        />
      ))}
    </RuleDialog>
  )
}

/** From a day on, whether a draft put out for comment needs what explains it. */
export function CommentRuleDialog({ rules, onClose }: DialogProps) {
  const say = useSay()
  const [latest] = rules.comments
  const [rule, setRule] = useState({
    validFrom: dateAt(new Date()),
    isNeeded: latest?.isNeeded ?? true,
    titleMarks: latest?.titleMarks ?? [],
    organizationKinds: latest?.organizationKinds ?? [],
    article: '',
  })
  const put = (part: Partial<typeof rule>) => setRule({ ...rule, ...part })
  const act = useAct(setCommentRule, { refreshes: [interpretationRules], done: useKept(onClose) })
  return (
    <RuleDialog
      title={say('office.interpretation.comments.new')}
      act={act}
      rule={rule}
      put={put}
      isReady={rule.titleMarks.length > 0}
      onSave={() => act.mutate(rule)}
      onClose={onClose}
    >
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
      <Words
        label={say('office.interpretation.comments.marks')}
        value={rule.titleMarks}
        onChange={(titleMarks) => put({ titleMarks })}
      />
    </RuleDialog>
  )
}

/** From a day on, the share of varied forms that each unit should reach. */
export function TargetDialog({ rules, onClose }: DialogProps) {
  const say = useSay()
  const [target, setOwn] = useState({
    ...rules.target,
    validFrom: dateAt(new Date()),
    article: '',
  })
  const put = (part: Partial<typeof target>) => setOwn({ ...target, ...part })
  const act = useAct(setTarget, {
    refreshes: [interpretationRules, formShares],
    done: useKept(onClose),
  })
  return (
    <RuleDialog
      title={say('office.interpretation.target.new')}
      act={act}
      rule={target}
      put={put}
      isReady={target.countedForms.length > 0}
      onSave={() => act.mutate(target)}
      onClose={onClose}
    >
      <Field label={say('office.interpretation.target.percent')}>
        {(ids) => (
          <InputNumber
            {...ids}
            min={0}
            max={100}
            value={target.percent}
            onChange={(percent) => put({ percent: percent ?? 0 })}
          />
        )}
      </Field>
      <Field label={say('office.interpretation.target.forms')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            value={target.countedForms}
            onChange={(countedForms) => put({ countedForms })}
            options={forms.map((value) => ({ value, label: say(`interpretation.form.${value}`) }))}
          />
        )}
      </Field>
    </RuleDialog>
  )
}
