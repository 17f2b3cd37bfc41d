import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { Empty } from '../../parts/Empty.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { SearchWords } from '../../parts/SearchWords.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useSay } from '../../words.tsx'
import { existsToday, useUnit } from '../unit.ts'
import { AssignKeeper } from './AssignKeeper.tsx'
import { HandOver } from './HandOver.tsx'
import { KeeperHistory } from './KeeperHistory.tsx'
import { KeeperTable } from './KeeperTable.tsx'
import { type KeptRow, useKeptRows } from './rows.ts'

const filters = ['q', 'open'] as const

type Dialog =
  | { readonly name: 'assign'; readonly rows: readonly KeptRow[] }
  | { readonly name: 'history'; readonly row: KeptRow }
  | { readonly name: 'handOver' }

/** Who looks after which column of the unit, and who stands in (M22). */
export function Component() {
  const say = useSay()
  const { unit, may } = useUnit()
  const address = useAddress()
  const { rows, error, isPending } = useKeptRows(unit)
  const [chosen, setChosen] = useState<readonly KeptRow[]>([])
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const words = address.read('q') ?? ''
  const onlyOpen = address.read('open') !== undefined
  const shown = rows.filter(
    (row) =>
      (!onlyOpen || !row.keeper) &&
      [row.name, row.above, row.keeper?.staffName, row.keeper?.standInName].some((text) =>
        text?.includes(words),
      ),
  )
  const open = rows.filter((row) => !row.keeper).length
  const mayAssign = may.assignKeepers && existsToday(unit)
  const close = () => setDialog(null)
  if (isPending && !error) return <Waiting rows={8} />
  return (
    <>
      <header className="block-head">
        <p className="lead">{say('office.unit.keepers.about')}</p>
        {mayAssign && (
          <div className="actions">
            {rows.some((row) => row.keeper) && (
              <Button onClick={() => setDialog({ name: 'handOver' })}>
                {say('office.unit.handOver')}
              </Button>
            )}
            <Button onClick={() => setDialog({ name: 'assign', rows: [] })}>
              {say('office.unit.keepers.other')}
            </Button>
          </div>
        )}
      </header>
      <RefusalNote error={error} />
      {rows.length === 0 ? (
        <div className="block">
          <Empty
            title={say('office.unit.keepers.none')}
            next={say('office.unit.keepers.none.next')}
          />
        </div>
      ) : (
        <>
          <search className="filters">
            <SearchWords
              value={words}
              onChange={(q) => address.set({ q })}
              label={say('office.unit.keepers.search')}
            />
            <Checkbox
              checked={onlyOpen}
              onChange={({ target }) => address.set({ open: target.checked })}
            >
              {say('office.unit.keepers.open')}
            </Checkbox>
            {address.has(filters) && (
              <Button type="link" onClick={() => address.clear(filters)}>
                {say('office.unit.clear')}
              </Button>
            )}
          </search>
          <KeeperTable
            rows={shown}
            mayAssign={mayAssign}
            chosen={chosen}
            onChoose={setChosen}
            onAssign={(list) => setDialog({ name: 'assign', rows: list })}
            onHistory={(row) => setDialog({ name: 'history', row })}
            bar={say('office.unit.keepers.count', { count: rows.length, open })}
          />
        </>
      )}
      {dialog?.name === 'assign' && (
        <AssignKeeper rows={dialog.rows} onClose={close} onDone={() => setChosen([])} />
      )}
      {dialog?.name === 'history' && <KeeperHistory row={dialog.row} onClose={close} />}
      {dialog?.name === 'handOver' && <HandOver rows={rows} onClose={close} />}
    </>
  )
}
