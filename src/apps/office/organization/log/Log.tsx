import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type AuditEntry, listEntries } from '#audit/contract'
import { useAddress } from '../../address.ts'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { useSay } from '../../words.tsx'
import { useUnit } from '../unit.ts'
import { ChainCheck } from './ChainCheck.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { Filters, filterNames, useFilters } from './Filters.tsx'
import { useKinds } from './kinds.ts'
import { Subject } from './Subject.tsx'

/** Who did what, when, in the unit and in those below it. */
export function Component() {
  const say = useSay()
  const { unit } = useUnit()
  const address = useAddress()
  const filters = useFilters()
  const { nameOf } = useKinds()
  const organizations = useOrganizations()
  const [open, setOpen] = useState<AuditEntry | null>(null)
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      title: say('office.unit.log.at'),
      width: 160,
      always: true,
      show: (entry) => <DateText of={entry.at} minute />,
    },
    {
      key: 'actor',
      title: say('office.unit.log.who'),
      width: 130,
      show: (entry) =>
        entry.actorId ? (
          <Link to={`/organization/${unit.id}/staff/${entry.actorId}`}>{entry.actorName}</Link>
        ) : (
          <span className="quiet">{entry.actorName || say('office.unit.log.system')}</span>
        ),
    },
    {
      key: 'kind',
      title: say('office.unit.log.what'),
      show: (entry) => nameOf(entry.kind),
    },
    {
      key: 'subject',
      title: say('office.unit.log.subject'),
      show: (entry) => <Subject of={entry.subject} />,
    },
    {
      key: 'unit',
      title: say('office.organization'),
      width: 200,
      show: (entry) => organizations.find((one) => one.id === entry.organizationId)?.name ?? '—',
    },
    {
      key: 'number',
      title: say('office.unit.log.number'),
      width: 90,
      align: 'right',
      aside: true,
      show: (entry) => entry.id,
    },
    {
      key: 'more',
      title: '',
      width: 80,
      align: 'right',
      always: true,
      show: (entry) => (
        <Button
          size="small"
          type="text"
          aria-label={say('office.unit.log.details.of', { number: entry.id })}
          onClick={() => setOpen(entry)}
        >
          {say('office.unit.log.details')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <ChainCheck />
      <Filters filters={filters} />
      <QueryTable<typeof listEntries, AuditEntry>
        name="unit-log"
        endpoint={listEntries}
        input={{ organizationId: unit.id, ...filters }}
        rows={(slice) => slice.entries as AuditEntry[]}
        rowKey={(entry) => entry.id}
        columns={columns}
        onOpen={setOpen}
        bar={<span className="quiet">{say('office.unit.log.about')}</span>}
        empty={
          address.has(filterNames) ? (
            <Empty
              title={say('office.unit.log.none.found')}
              next={say('office.unit.log.none.found.next')}
              action={
                <Button onClick={() => address.clear(filterNames)}>
                  {say('office.unit.clear')}
                </Button>
              }
            />
          ) : (
            <Empty title={say('office.unit.log.none')} next={say('office.unit.log.none.next')} />
          )
        }
      />
      {open && <EntryDialog entry={open} onClose={() => setOpen(null)} />}
    </>
  )
}
