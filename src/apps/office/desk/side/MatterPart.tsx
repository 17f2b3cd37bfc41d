import { listColumns, suggestedMatters } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { MatterSelect } from '../../parts/MatterSelect.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { plainText } from '../plain-text.ts'
import type { Desk } from '../use-draft.ts'
import { problemOf, type Writing } from '../writing.ts'

// The opening of a text says what it is about; the server reads no further.
const openingChars = 3_000

/** Matters that title and opening speak for, with the words that say so. */
function Suggestions(props: { organizationId: number; writing: Writing; saved: string }) {
  const say = useSay()
  const { fields, change } = props.writing
  const text = plainText(props.saved).slice(0, openingChars)
  const isWorth = fields.title.trim().length >= 4 || text.length >= 20
  const { data } = useCall(
    suggestedMatters,
    isWorth ? { organizationId: props.organizationId, title: fields.title.trim(), text } : null,
    { staleTime: Number.POSITIVE_INFINITY, keepPrevious: true },
  )
  const fresh = (data ?? []).filter((one) => !fields.matterCodes.includes(one.matterCode))
  if (fresh.length === 0) return null
  return (
    <details className="suggestions" open={fields.matterCodes.length === 0}>
      <summary>{say('desk.matter.suggested')}</summary>
      <ul>
        {fresh.slice(0, 3).map((one) => (
          <li key={one.matterCode}>
            <button
              type="button"
              onClick={() => change({ matterCodes: [...fields.matterCodes, one.matterCode] })}
            >
              <b>{one.name}</b>
              <span className="quiet">
                {[one.fieldName, one.firstElement].filter(Boolean).join(' · ')}
              </span>
              {one.because.length > 0 && (
                <span className="because">
                  {say('desk.matter.because', { words: one.because.join(say('office.and')) })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Which duty it serves first, which others, and in which hand-made columns it also stands. */
export function MatterPart(props: { data: Desk; writing: Writing }) {
  const say = useSay()
  const { data, writing } = props
  const { fields, change, isOpen } = writing
  const organizationId = data.document.organization.id
  const { data: columns } = useCall(listColumns, {}, { staleTime: 600_000 })
  const handMade = (columns ?? []).filter((column) => column.kind === 'hand')
  const known = writing.clock.rules.map((rule) => ({ code: rule.matterCode, name: rule.name }))
  const [main, ...further] = fields.matterCodes
  const problem = problemOf(say, writing, 'matterCodes')
  const nameOf = (code: string) => known.find((one) => one.code === code)?.name ?? code

  if (!isOpen)
    return (
      <section className="part" aria-labelledby="part-matter" data-field="matterCodes">
        <h2 id="part-matter">{say('desk.matter')}</h2>
        {fields.matterCodes.length === 0 ? (
          <p className="quiet">{say('desk.matter.none')}</p>
        ) : (
          <ul className="plain">
            {fields.matterCodes.map((code) => (
              <li key={code}>{nameOf(code)}</li>
            ))}
          </ul>
        )}
        {fields.columnKeys.length > 0 && (
          <p>
            {say('field.columnKeys')}{' '}
            {fields.columnKeys
              .map((key) => handMade.find((column) => column.key === key)?.name ?? key)
              .join(say('office.and'))}
          </p>
        )}
      </section>
    )
  return (
    <section className="part" aria-labelledby="part-matter">
      <h2 id="part-matter">{say('desk.matter')}</h2>
      <Field name="matterCodes" label={say('desk.matter.main')} {...(problem && { problem })}>
        {(ids) => (
          <MatterSelect
            single
            {...ids}
            organizationId={organizationId}
            known={known}
            value={main ? [main] : []}
            onChange={([code]) =>
              change({
                matterCodes: code ? [code, ...further.filter((one) => one !== code)] : further,
              })
            }
          />
        )}
      </Field>
      <Suggestions organizationId={organizationId} writing={writing} saved={data.edition.html} />
      <Field label={say('desk.matter.further')} optional>
        {(ids) => (
          <MatterSelect
            {...ids}
            organizationId={organizationId}
            known={known}
            label={say('desk.matter.further')}
            disabled={!main}
            value={further}
            onChange={(codes) =>
              change({
                matterCodes: main ? [main, ...codes.filter((code) => code !== main)] : codes,
              })
            }
          />
        )}
      </Field>
      {handMade.length > 0 && (
        <SelectField
          name="columnKeys"
          label={say('field.columnKeys')}
          optional
          mode="multiple"
          className="whole"
          value={fields.columnKeys}
          onChange={(columnKeys: string[]) => change({ columnKeys })}
          options={handMade.map((column) => ({ value: column.key, label: column.name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </section>
  )
}
