import type { SecrecyAnswers } from '#documents/contract'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { optionsOf } from '../../parts/options.ts'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useSay } from '../../words.tsx'

const questions = ['stateSecret', 'tradeSecret', 'privacy', 'securityStability'] as const
const consulted = ['notNeeded', 'agreed', 'objected'] as const

/** Answers as they are given one by one; none is given beforehand. */
export type Answering = Partial<SecrecyAnswers>

/** All questions answered, or null. */
export const answered = (given: Answering): SecrecyAnswers | null =>
  questions.every((name) => given[name] !== undefined) && given.othersConsulted
    ? ({ note: '', ...given } as SecrecyAnswers)
    : null

/** The questions of the secrecy review, each to be answered by a person (条例 art. 14, 15, 17). */
export function SecrecyForm(props: { given: Answering; onChange: (given: Answering) => void }) {
  const say = useSay()
  const { given, onChange } = props
  return (
    <fieldset className="secrecy">
      <legend>{say('desk.secrecy')}</legend>
      {questions.map((name) => (
        <ChoiceField
          key={name}
          label={say(`desk.secrecy.${name}`)}
          hint={say(`desk.secrecy.${name}.law`)}
          value={given[name]}
          onChange={(isSo) => onChange({ ...given, [name]: isSo })}
          options={[
            { value: false, label: say('desk.secrecy.no') },
            { value: true, label: say('desk.secrecy.yes') },
          ]}
        />
      ))}
      <ChoiceField
        label={say('desk.secrecy.othersConsulted')}
        stacked
        value={given.othersConsulted}
        onChange={(othersConsulted) => onChange({ ...given, othersConsulted })}
        options={optionsOf(consulted, (value) => say(`desk.secrecy.othersConsulted.${value}`))}
      />
      <TextAreaField
        label={say('desk.secrecy.note')}
        optional
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        value={given.note ?? ''}
        onChange={(note) => onChange({ ...given, note })}
      />
    </fieldset>
  )
}
