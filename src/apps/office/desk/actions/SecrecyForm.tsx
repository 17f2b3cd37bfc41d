import { Input, Radio } from 'antd'
import type { SecrecyAnswers } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
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
        <Field
          key={name}
          label={say(`desk.secrecy.${name}`)}
          hint={say(`desk.secrecy.${name}.law`)}
        >
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={say(`desk.secrecy.${name}`)}
              value={given[name]}
              onChange={({ target }) => onChange({ ...given, [name]: target.value })}
              options={[
                { value: false, label: say('desk.secrecy.no') },
                { value: true, label: say('desk.secrecy.yes') },
              ]}
            />
          )}
        </Field>
      ))}
      <Field label={say('desk.secrecy.othersConsulted')}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={say('desk.secrecy.othersConsulted')}
            className="stack"
            value={given.othersConsulted}
            onChange={({ target }) => onChange({ ...given, othersConsulted: target.value })}
            options={consulted.map((value) => ({
              value,
              label: say(`desk.secrecy.othersConsulted.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={say('desk.secrecy.note')} optional>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={given.note ?? ''}
            onChange={(event) => onChange({ ...given, note: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  )
}
