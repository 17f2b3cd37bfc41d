import { comparisonOfEditions, editions } from '#catalogue/contract'
import { useAddress } from '../../address.ts'
import { Empty } from '../../parts/Empty.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { useFields } from '../fields.ts'
import { FieldPreview } from '../imports/FieldPreview.tsx'

/** What was added, removed and changed between two editions, field by field. */
export function Component() {
  const say = useSay()
  const address = useAddress()
  const { edition, organizationId } = useEdition()
  const { data: known } = useCall(editions, organizationId === null ? null : { organizationId })
  const others = [
    ...(known?.editions.filter((one) => one.id !== edition.id) ?? []),
    ...(known?.reference ? [known.reference] : []),
  ]
  const from =
    address.number('from') ?? edition.supersedesId ?? edition.baseId ?? others[0]?.id ?? null
  const { data, error } = useCall(
    comparisonOfEditions,
    from === null ? null : { from, to: edition.id },
  )
  if (known && others.length === 0) return <Empty title={say('office.catalogue.compare.none')} />
  return (
    <section className="block">
      <div className="form">
        <SelectField
          label={say('office.catalogue.compare.with')}
          value={from}
          onChange={(id) => address.set({ from: id })}
          options={others.map((one) => ({
            value: one.id,
            label:
              one.organizationId === null
                ? one.title
                : `${one.title} · ${say('office.catalogue.edition.number', { number: one.number })}`,
          }))}
        />
      </div>
      <RefusalNote error={error} />
      {!data && !error && from !== null && <Waiting />}
      {data && <Result comparison={data} />}
    </section>
  )
}

type Comparison = NonNullable<ReturnType<typeof useCall<typeof comparisonOfEditions>>['data']>

function Result(props: { comparison: Comparison }) {
  const say = useSay()
  const { fields } = useFields()
  const { added, removed, changed, unchangedCount } = props.comparison
  const byField = fields
    .map((field) => {
      const here = (one: { fieldCode: string }) => one.fieldCode === field.code
      return {
        fieldCode: field.code,
        fieldName: field.name,
        added: added.filter(here),
        changed: changed.filter(here),
        unchangedCount: 0,
        notMentioned: [],
        removed: removed.filter(here),
      }
    })
    .filter((one) => one.added.length + one.changed.length + one.removed.length > 0)
  return (
    <>
      <p className="lead">
        {say('office.catalogue.compare.counts', {
          added: added.length,
          removed: removed.length,
          changed: changed.length,
          unchanged: unchangedCount,
        })}
      </p>
      {added.length + removed.length + changed.length === 0 && (
        <Empty title={say('office.catalogue.compare.same')} />
      )}
      {byField.map((one) => (
        <FieldPreview
          key={one.fieldCode}
          field={one}
          removed={one.removed}
          isChosen
          onChoose={null}
        />
      ))}
    </>
  )
}
