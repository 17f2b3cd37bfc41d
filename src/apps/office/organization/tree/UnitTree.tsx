import { Checkbox } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { listOrganizations } from '#organizations/contract'
import { OrganizationSelect } from '../../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { SearchWords } from '../../parts/SearchWords.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { Branches } from './Branches.tsx'
import { Found } from './Found.tsx'
import { trailOf, treeOf } from './nodes.ts'

// Rooms that every unit has: who goes from unit to unit stays in the same one.
const shared = /^\/organization\/\d+\/(staff|roles|keepers|review|log)\/?$/

/** Every unit, found by browsing or by name; on phones a choice in its place. */
export function UnitTree() {
  const say = useSay()
  const navigate = useNavigate()
  const current = Number(useParams().organizationId) || null
  const room = shared.exec(useLocation().pathname)?.[1]
  const [words, setWords] = useState('')
  const [withAbolished, setWithAbolished] = useState(false)
  const { data, error, isPending } = useCall(
    listOrganizations,
    withAbolished ? { abolished: true } : {},
    { staleTime: 600_000, keepPrevious: true },
  )
  const list = data?.organizations
  const tree = useMemo(() => treeOf(list ?? []), [list])
  const path = list?.find((one) => one.id === current)?.path
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    const roots = tree.map((node) => node.one.id)
    setOpen((before) => new Set([...before, ...roots, ...(path ? trailOf(path) : [])]))
  }, [tree, path])
  const toggle = (id: number) =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const to = (id: number) => `/organization/${id}${room ? `/${room}` : ''}`
  return (
    <nav className="unit-tree" aria-label={say('office.unit.tree')}>
      <div className="unit-choice">
        <OrganizationSelect
          label={say('office.unit.tree')}
          value={current}
          onChange={(id) => id && void navigate(to(id))}
        />
      </div>
      <div className="unit-branches">
        <SearchWords value={words} onChange={setWords} label={say('office.unit.tree.search')} />
        <div className="unit-found">
          <RefusalNote error={error} />
          {isPending && <Waiting rows={8} />}
          {words ? (
            <Found list={list ?? []} words={words} to={to} />
          ) : (
            <Branches nodes={tree} open={open} toggle={toggle} to={to} />
          )}
        </div>
        <Checkbox
          checked={withAbolished}
          onChange={({ target }) => setWithAbolished(target.checked)}
        >
          {say('office.unit.tree.abolished')}
        </Checkbox>
      </div>
    </nav>
  )
}
