import { AutoComplete, Input, Select } from 'antd'
import type { EditionFields } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
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
    <Field
      name={name}
      label={say(`field.${name}`)}
      optional={name !== 'issuingOrgan'}
      problem={problemOf(say, writing, name)}
      {...(name === 'documentNumber' && { hint: say('desk.documentNumber.hint') })}
    >
      {(ids) => (
        <Input
          {...ids}
          maxLength={100}
          value={writing.fields[name]}
          onChange={(event) => writing.change({ [name]: event.target.value })}
        />
      )}
    </Field>
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
          <Field
            key={name}
            name={name}
            label={say(`field.${name}`)}
            problem={problemOf(say, writing, name)}
            {...(name === 'formedOn' && { hint: say('desk.formedOn.hint') })}
          >
            {(ids) => (
              <Input
                {...ids}
                type="date"
                value={fields[name] ?? ''}
                onChange={(event) =>
                  change({
                    [name]: event.target.value || null,
                    // Most texts are formed on the day they are written.
                    ...(name === 'writtenOn' &&
                      fields.formedOn === null && { formedOn: event.target.value || null }),
                  })
                }
              />
            )}
          </Field>
        ))}
      </div>
      <ClauseChoice writing={writing} />
      <Field name="keywords" label={say('field.keywords')} optional>
        {(ids) => (
          <Select
            {...ids}
            mode="tags"
            className="whole"
            open={false}
            suffixIcon={null}
            maxCount={20}
            tokenSeparators={[',', '，', '、', ';', '；', ' ']}
            value={fields.keywords}
            onChange={(keywords: string[]) => change({ keywords })}
          />
        )}
      </Field>
      <details>
        <summary>{say('desk.particulars.more')}</summary>
        <div className="stack-fields">
          {rest.map((name) => (
            <Line key={name} name={name} writing={writing} />
          ))}
          <Field
            name="summary"
            label={say('field.summary')}
            optional
            hint={say('desk.summary.hint')}
          >
            {(ids) => (
              <Input.TextArea
                {...ids}
                autoSize={{ minRows: 2 }}
                maxLength={1000}
                value={fields.summary}
                onChange={(event) => change({ summary: event.target.value })}
              />
            )}
          </Field>
        </div>
      </details>
    </section>
  )
}
