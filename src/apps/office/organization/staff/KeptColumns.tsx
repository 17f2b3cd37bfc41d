import { Alert, Button } from 'antd'
import { useState } from 'react'
import { type Keeper, listKeepers, type Staff } from '#accounts/contract'
import { CardTable } from '../../parts/CardTable.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { HandOver } from '../keepers/HandOver.tsx'
import { useColumns } from '../parts/use-columns.ts'
import { useEverySlice } from '../parts/use-every-slice.ts'
import { useMay } from '../unit.ts'

/** The columns that a person keeps or stands in for, across units, and the way to pass them on. */
export function KeptColumns({ staff }: { staff: Staff }) {
  const say = useSay()
  const { me } = useSession()
  const organizations = useOrganizations()
  const path = organizations.find((one) => one.id === staff.organizationId)?.path ?? '/'
  const may = useMay(path)
  const { byKey, trailOf } = useColumns()
  const { pages, error } = useEverySlice(listKeepers, { staffId: staff.id, limit: 200 })
  const kept = pages.flatMap((page) => page.keepers)
  const own = kept.filter((one) => one.staffId === staff.id)
  const [handsOver, setHandsOver] = useState(false)
  const mayHandOver = own.length > 0 && (may.assignKeepers || me.staff.id === staff.id)
  const nameOf = (one: Keeper): string => {
    const column = byKey.get(one.columnKey)
    return column ? trailOf(column).join(' › ') : one.columnKey
  }
  return (
    <section className="block" aria-labelledby="kept">
      <header className="block-head">
        <h2 id="kept">{say('office.unit.kept', { count: own.length })}</h2>
        {mayHandOver && (
          <Button onClick={() => setHandsOver(true)}>{say('office.unit.handOver')}</Button>
        )}
      </header>
      <RefusalNote error={error} />
      {staff.disabledAt && own.length > 0 && (
        <Alert type="warning" title={say('office.unit.kept.orphaned')} />
      )}
      {kept.length === 0 ? (
        <Empty title={say('office.unit.kept.none')} next={say('office.unit.kept.none.next')} />
      ) : (
        <CardTable<Keeper>
          rows={kept}
          rowKey={(one) => one.id}
          columns={[
            { key: 'column', title: say('office.unit.column'), show: nameOf },
            {
              key: 'unit',
              title: say('office.organization'),
              width: 200,
              show: (one) => organizations.find((o) => o.id === one.organizationId)?.name ?? '—',
            },
            {
              key: 'as',
              title: say('office.unit.kept.as'),
              width: 120,
              show: (one) =>
                say(one.staffId === staff.id ? 'office.unit.keeper' : 'office.unit.standIn'),
            },
            {
              key: 'since',
              title: say('office.unit.roles.since'),
              width: 130,
              show: (one) => <DateText of={one.since} />,
            },
          ]}
        />
      )}
      {handsOver && <HandOver from={staff} onClose={() => setHandsOver(false)} />}
    </section>
  )
}
