import { Radio } from 'antd'
import { soonerClause } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { type Say, useSay } from '../../words.tsx'
import type { Writing } from '../writing.ts'

type Rule = Writing['clock']['rules'][number]

/** A clause by what it is confined to; the general one is for everything else. */
export const clauseName = (say: Say, when: string): string => when || say('desk.clause.rest')

function Choice(props: { rule: Rule; writing: Writing }) {
  const say = useSay()
  const { rule, writing } = props
  const { fields, change } = writing
  const { matterCode } = rule
  const chosen = fields.clauses.find((one) => one.matterCode === matterCode)?.when
  const sooner = chosen === undefined ? soonerClause(rule) : null
  // Nothing is marked while nobody has said which: who means the general limit can say so too.
  const counts = chosen ?? (rule.clause?.by === 'nobody' ? null : rule.clause?.when)
  const label = say('desk.clause.choose', { name: rule.name })
  const choose = (when: string) =>
    change({
      clauses: [
        ...fields.clauses.filter((one) => one.matterCode !== matterCode),
        { matterCode, when },
      ],
    })
  return (
    <Field
      name="clauses"
      label={label}
      problem={
        sooner && say('desk.clause.sooner', { when: sooner.when, dueOn: sooner.dueOn ?? '' })
      }
      hint={
        chosen === undefined && !sooner && rule.clause && say(`desk.clause.by.${rule.clause.by}`)
      }
    >
      {(ids) => (
        <Radio.Group
          {...ids}
          aria-label={label}
          className="stack"
          value={counts}
          onChange={({ target }) => choose(target.value)}
        >
          {rule.clauses.map((one) => (
            <Radio key={one.when} value={one.when}>
              {clauseName(say, one.when)}{' '}
              <small className="quiet">
                {say(`calendar.why.${one.why.code}`, one.why as never)}
                {one.dueOn && ` · ${one.dueOn}`}
              </small>
            </Radio>
          ))}
        </Radio.Group>
      )}
    </Field>
  )
}

/** Beside the date of forming: which of several limits that a matter sets is the one for this text. */
export function ClauseChoice(props: { writing: Writing }) {
  const { writing } = props
  const served = writing.clock.rules.filter(
    (rule) => rule.clause !== null && writing.fields.matterCodes.includes(rule.matterCode),
  )
  return served.map((rule) => <Choice key={rule.matterCode} rule={rule} writing={writing} />)
}
