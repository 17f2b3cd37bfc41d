import { AutoComplete } from 'antd'
import type { EditionFields } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { DayField, TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'
import type { Desk } from '../use-draft.ts'
import { problemOf, type Writing } from '../writing.ts'
import { ClauseChoice } from './ClauseChoice.tsx'

const lines = ['documentNumber', 'issuingOrgan'] as const
const dates = ['writtenOn', 'formedOn'] as const
const rest = ['source', 'subjectClass'] as const
const shown = [
  'kind',
  ...lines,
  ...dates,
  ...rest,
  'summary',
] as const satisfies readonly (keyof EditionFields)[]

function Line(props: { name: (typeof lines)[number] | (typeof rest)[number]; writing: Writing }) {
  const say = useSay()
  const { name, writing } = props
  return (
    <TextField
      name={name}
      label={say(`field.${name}`)}
      optional={name !== 'issuingOrgan'}
      problem={problemOf(say, writing, name)}
      {...(name === 'documentNumber' && { hint: say('desk.documentNumber.hint') })}
      maxLength={100}
      value={writing.fields[name]}
      onChange={(text) => writing.change({ [name]: text })}
    />
  )
}

/** Number, dates, issuing organ and the words by which it is found. */
export function ParticularsPart(props: { data: Desk; writing: Writing }) {
  const say = useSay()
  const { writing } = props
  const { fields, change, isOpen } = writing
  const index = props.data.document.indexNumber
  if (!isOpen)
    return (
      <section className="part" aria-labelledby="part-particulars">
        <h2 id="part-particulars">{say('desk.particulars')}</h2>
        <dl className="particulars">
          {index && (
            <div>
              <dt>{say('desk.field.indexNumber')}</dt>
              <dd>{index}</dd>
            </div>
          )}
          {shown
            .filter((name) => fields[name])
            .map((name) => (
              <div key={name} data-field={name}>
                <dt>{say(`field.${name}`)}</dt>
                <dd>{fields[name]}</dd>
              </div>
            ))}
          {fields.keywords.length > 0 && (
            <div>
              <dt>{say('field.keywords')}</dt>
              <dd>{fields.keywords.join(say('office.and'))}</dd>
            </div>
          )}
        </dl>
      </section>
    )
  return (
    <section className="part" aria-labelledby="part-particulars">
      <h2 id="part-particulars">{say('desk.particulars')}</h2>
      <Field name="kind" label={say('field.kind')} optional>
        {(ids) => (
          <AutoComplete
            {...ids}
            className="whole"
            maxLength={40}
            value={fields.kind}
            onChange={(kind: string) => change({ kind })}
            options={say('desk.kinds')
              .split('、')
              .filter((kind) => kind.includes(fields.kind))
              .map((value) => ({ value }))}
          />
        )}
      </Field>
      {lines.map((name) => (
        <Line key={name} name={name} writing={writing} />
      ))}
      <div className="pair">
        {dates.map((name) => (
          <DayField
            key={name}
            name={name}
            label={say(`field.${name}`)}
            problem={problemOf(say, writing, name)}
            {...(name === 'formedOn' && { hint: say('desk.formedOn.hint') })}
            value={fields[name] ?? ''}
            onChange={(text) =>
              change({
                [name]: text || null,
                // Most texts are formed on the day they are written.
                ...(name === 'writtenOn' && fields.formedOn === null && { formedOn: text || null }),
              })
            }
          />
        ))}
      </div>
      <ClauseChoice writing={writing} />
      <SelectField
        name="keywords"
        label={say('field.keywords')}
        optional
        mode="tags"
        className="whole"
        open={false}
        suffixIcon={null}
        maxCount={20}
        tokenSeparators={[',', '，', '、', ';', '；', ' ']}
        value={fields.keywords}
        onChange={(keywords: string[]) => change({ keywords })}
      />
      <details>
        <summary>{say('desk.particulars.more')}</summary>
        <div className="stack-fields">
          {rest.map((name) => (
            <Line key={name} name={name} writing={writing} />
          ))}
          <TextAreaField
            name="summary"
            label={say('field.summary')}
            optional
            hint={say('desk.summary.hint')}
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            value={fields.summary}
            onChange={(summary) => change({ summary })}
          />
        </div>
      </details>
    </section>
  )
}
