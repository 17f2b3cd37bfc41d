import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { listOrganizations, type OrganizationNode } from '#organizations/contract'
import { CardTable } from '../../parts/CardTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { existsToday, useUnit } from '../unit.ts'
import { Abolish } from './Abolish.tsx'
import { CreateBelow } from './CreateBelow.tsx'
import { Move } from './Move.tsx'
import { Rename } from './Rename.tsx'

const dialogs = { rename: Rename, move: Move, abolish: Abolish, create: CreateBelow } as const
type DialogName = keyof typeof dialogs

/** Where the unit stands in the tree: what lies below it, and the ways to change that. */
export function Below() {
  const say = useSay()
  const { unit, may } = useUnit()
  const { data } = useCall(listOrganizations, {}, { staleTime: 600_000 })
  const below = data?.organizations.filter((one) => one.parentId === unit.id) ?? []
  const [open, setOpen] = useState<DialogName | null>(null)
  const Dialog = open && dialogs[open]
  const stands = existsToday(unit)
  const actions: readonly DialogName[] = [
    ...(may.identify && stands ? (['rename'] as const) : []),
    ...(may.shape && stands && unit.parentId !== null ? (['move'] as const) : []),
    ...(may.abolish && unit.validTo === null ? (['abolish'] as const) : []),
  ]
  return (
    <section className="block" aria-labelledby="below">
      <header className="block-head">
        <h2 id="below">{say('office.unit.below', { count: below.length })}</h2>
        <div className="actions">
          {actions.map((name) => (
            <Button key={name} danger={name === 'abolish'} onClick={() => setOpen(name)}>
              {say(`office.unit.${name}`)}
            </Button>
          ))}
          {may.shape && stands && (
            <Button type="primary" onClick={() => setOpen('create')}>
              {say('office.unit.create')}
            </Button>
          )}
        </div>
      </header>
      {below.length === 0 ? (
        <Empty
          title={say('office.unit.below.none')}
          next={may.shape && stands ? say('office.unit.below.none.next') : undefined}
        />
      ) : (
        <CardTable<OrganizationNode>
          rows={below}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'name',
              title: say('organizations.field.name'),
              show: (one) => <Link to={`/organization/${one.id}`}>{one.name}</Link>,
            },
            {
              key: 'kind',
              title: say('organizations.field.kind'),
              width: 150,
              show: (one) => say(`organizations.kind.${one.kind}`),
            },
            {
              key: 'level',
              title: say('organizations.field.level'),
              width: 110,
              show: (one) => say(`organizations.level.${one.level}`),
            },
            {
              key: 'code',
              title: say('organizations.field.code'),
              width: 150,
              show: (one) => <code>{one.code}</code>,
            },
          ]}
        />
      )}
      {Dialog && <Dialog onClose={() => setOpen(null)} />}
    </section>
  )
}
