import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { interpretationRules } from '#interpretation/contract'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'
import {
  CommentRuleDialog,
  neededWords,
  RequirementDialog,
  type Rules,
  TargetDialog,
} from './RuleDialogs.tsx'

interface RuleLine {
  readonly key: string
  readonly from: string
  readonly until: string | null
  readonly what: ReactNode
  readonly article: string
}

const requirementLines = (say: Say, rules: Rules): RuleLine[] =>
  rules.requirements.map((rule) => ({
    key: String(rule.id),
    from: rule.validFrom,
    until: rule.validUntil,
    what: [
      ...rule.policyClasses.map((one) => say(`office.interpretation.class.${one}`)),
      ...rule.kinds,
      ...rule.titleEndings.map((ending) => `…${ending}`),
    ].join('、'),
    article: rule.article,
  }))

const commentLines = (say: Say, rules: Rules): RuleLine[] =>
  rules.comments.map((rule) => ({
    key: rule.validFrom,
    from: rule.validFrom,
    until: null,
    what: (
      <>
        {neededWords(say, rule.isNeeded)}
        <p className="quiet">
          {say('office.interpretation.comments.marks')} {rule.titleMarks.join('、')}
        </p>
      </>
    ),
    article: rule.article,
  }))

/** One rule as it was and is, with the way to change it. */
function Section(props: {
  title: string
  lines: readonly RuleLine[]
  about?: ReactNode
  onSet: (() => void) | null
}) {
  const say = useSay()
  return (
    <section className="block rule-section">
      <header>
        <h2>{props.title}</h2>
        {props.onSet && (
          <Button size="small" onClick={props.onSet}>
            {say('office.change')}
          </Button>
        )}
      </header>
      {props.about && <p>{props.about}</p>}
      {props.lines.length > 0 && (
        <CardTable
          rows={props.lines}
          rowKey={(line) => line.key}
          columns={[
            {
              key: 'from',
              title: say('office.interpretation.rule.validFrom'),
              width: 220,
              show: (line) => (
                <>
                  <DateText of={line.from} />
                  {line.until && (
                    <>
                      {' – '}
                      <DateText of={line.until} />
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'what',
              title: say('office.interpretation.rule.content'),
              show: (line) => line.what,
            },
            {
              key: 'article',
              title: say('office.interpretation.rule.article'),
              show: (line) => line.article,
            },
          ]}
        />
      )}
    </section>
  )
}

const dialogs = {
  requirement: RequirementDialog,
  comment: CommentRuleDialog,
  target: TargetDialog,
} as const

/** Which documents need an interpretation, by when, and the target, each with its day and article. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null)
  const { data, error, refetch } = useCall(interpretationRules, {})
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  const maySet = holds(['disclosureOffice', 'administrator'])
  const set = (name: keyof typeof dialogs) => (maySet ? () => setOpen(name) : null)
  const Dialog = open && dialogs[open]
  return (
    <>
      <InterpretationTitle />
      {!data && <Waiting rows={4} />}
      {data && (
        <>
          <Section
            title={say('office.interpretation.rule.what')}
            about={say('office.interpretation.limit', {
              days: data.limit.workingDays,
              article: data.limit.article,
            })}
            lines={requirementLines(say, data)}
            onSet={set('requirement')}
          />
          <Section
            title={say('office.interpretation.comments')}
            about={say('office.interpretation.comments.hint')}
            lines={commentLines(say, data)}
            onSet={set('comment')}
          />
          <Section
            title={say('office.interpretation.shares')}
            about={say('office.interpretation.target', {
              percent: data.target.percent,
              article: data.target.article,
              forms: data.target.countedForms
                .map((form) => say(`interpretation.form.${form}`))
                .join('、'),
            })}
            lines={[]}
            onSet={set('target')}
          />
          {Dialog && <Dialog rules={data} onClose={() => setOpen(null)} />}
        </>
      )}
    </>
  )
}
