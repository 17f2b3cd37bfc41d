import { Select } from 'antd'
import { Link } from 'react-router'
import type { EditionState } from '#documents/contract'
import { forms, interpretationList, type MaterialLine } from '#interpretation/contract'
import { useAddress } from '../address.ts'
import type { Wire } from '../call.ts'
import { StateTag } from '../documents/StateTag.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { QueryTable } from '../parts/QueryTable.tsx'
import { useSay } from '../words.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'

/** Interpretations of the units I work for, narrowed by form and unit, or to what counts in a share. */
export function Component() {
  const say = useSay()
  const address = useAddress()
  const form = address.oneOf('form', forms)
  const organizationId = address.number('of')
  const varied = address.read('varied') === 'true'
  const year = address.number('year')
  return (
    <>
      <InterpretationTitle />
      <search className="filters">
        <Select
          className="choice"
          aria-label={say('field.interpretation.form')}
          placeholder={say('field.interpretation.form')}
          allowClear
          value={form}
          onChange={(value) => address.set({ form: value, varied: null })}
          options={optionsOf(forms, (value) => say(`interpretation.form.${value}`))}
        />
        <OrganizationSelect
          value={organizationId}
          allowClear
          onChange={(of) => address.set({ of })}
        />
      </search>
      <QueryTable<typeof interpretationList, Wire<MaterialLine>>
        name="interpretations"
        endpoint={interpretationList}
        input={{
          ...(form && { form }),
          ...(organizationId && { organizationId }),
          ...(varied && { varied: 'true' }),
          ...(year && { year }),
        }}
        rows={(slice) => slice.items}
        rowKey={(row) => row.documentId}
        columns={[
          {
            key: 'title',
            title: say('desk.field.title'),
            always: true,
            show: (row) => (
              <Link to={`/documents/${row.documentId}`}>{row.title || say('desk.untitled')}</Link>
            ),
          },
          {
            key: 'form',
            title: say('field.interpretation.form'),
            width: 120,
            show: (row) => say(`interpretation.form.${row.form}`),
          },
          {
            key: 'policy',
            title: say('office.interpretation.policy'),
            show: (row) => (
              <Link to={`/documents/${row.policy.documentId}`}>{row.policy.title}</Link>
            ),
          },
          {
            key: 'organization',
            title: say('office.organization'),
            width: 130,
            show: (row) => row.organization.name,
          },
          {
            key: 'state',
            title: say('desk.list.state'),
            width: 170,
            show: (row) =>
              row.publishedOn ? (
                <DateText of={row.publishedOn} />
              ) : (
                <StateTag state={row.state as EditionState} />
              ),
          },
        ]}
        empty={
          <Empty
            title={say('office.interpretation.none')}
            next={say('office.interpretation.none.next')}
          />
        }
      />
    </>
  )
}
