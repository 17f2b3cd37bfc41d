import { Checkbox, Select } from 'antd'
import { Link } from 'react-router'
import { type Deviation, deviations } from '#catalogue/contract'
import { useAddress } from '../../address.ts'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { matterName } from '../../parts/MatterSelect.tsx'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { type Say, useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { useFields } from '../fields.ts'
import { ChangeList } from '../parts/ChangeList.tsx'

const dress = { added: 'met', changed: 'due', removed: 'late' } as const

const columnsOf = (say: Say, nameOf: (code: string) => string): Column<Deviation>[] => [
  {
    key: 'matter',
    title: say('office.catalogue.matter'),
    always: true,
    width: '20%',
    show: (one) => (
      <>
        {one.kind === 'removed' ? (
          matterName(one)
        ) : (
          <Link to={`/catalogue/editions/${one.editionId}?matter=${one.code}`}>
            {matterName(one)}
          </Link>
        )}
        <small className="quiet below">{nameOf(one.fieldCode)}</small>
      </>
    ),
  },
  {
    key: 'kind',
    title: say('office.catalogue.deviation'),
    width: 110,
    show: (one) => (
      <span className={`mark ${dress[one.kind]}`}>
        {say(`office.catalogue.deviation.${one.kind}`)}
      </span>
    ),
  },
  {
    key: 'reason',
    title: say('office.catalogue.reason'),
    show: (one) => one.reason || '—',
  },
  {
    key: 'changes',
    title: say('office.catalogue.changes'),
    width: '42%',
    show: (one) => <Changes of={one} />,
  },
  {
    key: 'by',
    title: say('office.catalogue.by'),
    width: 120,
    show: (one) => (
      <span className="quiet">
        {one.staffName} <DateText of={one.at} />
      </span>
    ),
  },
]

/** How an edition differs from what it was tailored from, each with its reason (M7). */
export function Component() {
  const say = useSay()
  const { edition } = useEdition()
  const { options, nameOf } = useFields()
  const address = useAddress()
  const isWhole = address.read('whole') === 'true'
  return (
    <>
      <p className="lead">{say('office.catalogue.deviations.about')}</p>
      <search className="filters">
        <Select
          className="wide-choice"
          allowClear
          aria-label={say('office.catalogue.field')}
          placeholder={say('office.catalogue.fields.all')}
          value={address.read('field')}
          onChange={(code) => address.set({ field: code })}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <Checkbox
          checked={isWhole}
          onChange={({ target }) => address.set({ whole: target.checked })}
        >
          {say('office.catalogue.deviations.whole')}
        </Checkbox>
      </search>
      <QueryTable<typeof deviations, Deviation>
        name="catalogue.deviations"
        endpoint={deviations}
        input={{
          editionId: edition.id,
          field: address.read('field'),
          ...(isWhole && { whole: 'true' }),
        }}
        rows={(slice) => slice.deviations}
        rowKey={(one) => one.id}
        columns={columnsOf(say, nameOf)}
        empty={
          <Empty
            title={say('office.catalogue.deviations.none')}
            next={say(
              edition.baseId === null
                ? 'office.catalogue.deviations.none.empty'
                : 'office.catalogue.deviations.none.next',
            )}
          />
        }
      />
    </>
  )
}

/** A single change in place; more of them by their names, to be opened. */
function Changes(props: { of: Deviation }) {
  const say = useSay()
  const { changes } = props.of
  if (changes.length === 0) return '—'
  if (changes.length === 1) return <ChangeList changes={changes} />
  return (
    <details>
      <summary>
        {changes
          .map((one) => say(`office.catalogue.element.${one.element}`))
          .join(say('office.catalogue.and'))}
      </summary>
      <ChangeList changes={changes} />
    </details>
  )
}
