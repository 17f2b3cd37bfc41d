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
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
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
    <Dialog
      title={props.title}
      ok={say('office.save')}
      act={props.act}
      width={640}
      isReady={rule.article.trim() !== '' && props.isReady !== false}
      onOk={props.onSave}
      onClose={props.onClose}
    >
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
    </Dialog>
  )
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
  const act = useAct(setRequirement, {
    refreshes: [interpretationRules],
    said: say('office.interpretation.rule.kept'),
    done: onClose,
  })
  return (
    <RuleDialog
      title={say('office.interpretation.rule.new')}
      act={act}
      rule={rule}
      put={put}
      onSave={() => act.mutate(rule)}
      onClose={onClose}
    >
      <SelectField
        label={say('office.interpretation.rule.classes')}
        optional
        mode="multiple"
        value={rule.policyClasses}
        onChange={(policyClasses) => put({ policyClasses })}
        options={optionsOf(classes, (value) => say(`office.interpretation.class.${value}`))}
      />
      {(['kinds', 'titleEndings'] as const).map((name) => (
        <SelectField
          key={name}
          optional
          mode="tags"
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
  const act = useAct(setCommentRule, {
    refreshes: [interpretationRules],
    said: say('office.interpretation.rule.kept'),
    done: onClose,
  })
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
      <ChoiceField
        label={say('office.interpretation.comments.whether')}
        hint={say('office.interpretation.comments.hint')}
        value={rule.isNeeded}
        onChange={(isNeeded) => put({ isNeeded })}
        options={optionsOf([true, false], (value) => neededWords(say, value))}
      />
      <SelectField
        mode="tags"
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
    said: say('office.interpretation.rule.kept'),
    done: onClose,
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
      <NumberField
        label={say('office.interpretation.target.percent')}
        min={0}
        max={100}
        value={target.percent}
        onChange={(percent) => put({ percent: percent ?? 0 })}
      />
      <SelectField
        label={say('office.interpretation.target.forms')}
        mode="multiple"
        value={target.countedForms}
        onChange={(countedForms) => put({ countedForms })}
        options={optionsOf(forms, (value) => say(`interpretation.form.${value}`))}
      />
    </RuleDialog>
  )
}
