import { Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { listPolicies, type PolicyLine, policyClasses, validities } from '#policies/contract'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { optionsOf } from '../parts/options.ts'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { type Say, useSay } from '../words.tsx'
import { PolicyTitle } from './PolicyTitle.tsx'
import { ValidityTag } from './ValidityTag.tsx'

const columnsOf = (say: Say): Column<PolicyLine>[] => [
  {
    key: 'title',
    title: say('desk.field.title'),
    always: true,
    show: (line) => (
      <>
        <Link to={`/documents/${line.documentId}`}>{line.title}</Link>
        <small className="quiet number">{line.documentNumber}</small>
      </>
    ),
  },
  {
    key: 'validity',
    title: say('policies.validity'),
    width: 110,
    show: (line) => <ValidityTag validity={line.validity} />,
  },
  {
    key: 'class',
    title: say('policies.class'),
    width: 150,
    show: (line) => say(`policy.class.${line.class}`),
  },
  {
    key: 'unit',
    title: say('office.organization'),
    width: 150,
    show: (line) => line.organization.name,
  },
  {
    key: 'effective',
    title: say('policies.effectiveOn'),
    width: 130,
    show: (line) => (line.effectiveOn ? <DateText of={line.effectiveOn} /> : '—'),
  },
  {
    key: 'expires',
    title: say('policies.expiresOn'),
    width: 130,
    show: (line) => (line.expiresOn ? <DateText of={line.expiresOn} /> : '—'),
  },
]

interface Asked {
  class?: PolicyLine['class']
  validity?: PolicyLine['validity']
  year?: number
  q?: string
}

/** The library as the office reads it: the same documents that the public sees. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked>({})
  const put = (change: { [Key in keyof Asked]: Asked[Key] | undefined }) =>
    setAsked(
      Object.fromEntries(
        Object.entries({ ...asked, ...change }).filter(([, value]) => value),
      ) as Asked,
    )
  return (
    <>
      <PolicyTitle about={say('policies.about')} />
      <div className="filters">
        <Input.Search
          allowClear
          placeholder={say('policies.search')}
          aria-label={say('policies.search')}
          onSearch={(q) => put({ q })}
          style={{ width: 260 }}
        />
        <Select
          allowClear
          placeholder={say('policies.class')}
          aria-label={say('policies.class')}
          style={{ width: 170 }}
          onChange={(value: Asked['class']) => put({ class: value })}
          options={optionsOf(policyClasses, (value) => say(`policy.class.${value}`))}
        />
        <Select
          allowClear
          placeholder={say('policies.validity')}
          aria-label={say('policies.validity')}
          style={{ width: 140 }}
          onChange={(value: Asked['validity']) => put({ validity: value })}
          options={optionsOf(validities, (value) => say(`policy.validity.${value}`))}
        />
        <Input
          type="number"
          min={1949}
          max={2200}
          placeholder={say('policies.year')}
          aria-label={say('policies.year')}
          style={{ width: 110 }}
          onChange={({ target }) =>
            put({ year: /^\d{4}$/.test(target.value) ? Number(target.value) : undefined })
          }
        />
      </div>
      <QueryTable<typeof listPolicies, PolicyLine>
        name="policies"
        endpoint={listPolicies}
        input={asked}
        rows={(slice) => slice.items}
        rowKey={(line) => line.documentId}
        columns={columnsOf(say)}
        onOpen={(line) => void navigate(`/documents/${line.documentId}`)}
        empty={<Empty title={say('policies.empty')} next={say('policies.empty.next')} />}
      />
    </>
  )
}
