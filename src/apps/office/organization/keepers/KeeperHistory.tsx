import { Modal } from 'antd'
import { listKeepers } from '#accounts/contract'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useSay } from '../../words.tsx'
import { useEverySlice } from '../parts/use-every-slice.ts'
import { useUnit } from '../unit.ts'
import type { KeptRow } from './rows.ts'

/** Everyone who has looked after a column, newest first. */
export function KeeperHistory(props: { row: KeptRow; onClose: () => void }) {
  const say = useSay()
  const { unit } = useUnit()
  const { pages, error, isPending } = useEverySlice(listKeepers, {
    organizationId: unit.id,
    columnKey: props.row.key,
    history: true,
    limit: 200,
  })
  const keepers = pages.flatMap((page) => page.keepers).reverse()
  return (
    <Modal
      open
      width={560}
      footer={null}
      title={say('office.unit.keepers.history.of', { name: props.row.name })}
      onCancel={props.onClose}
    >
      <RefusalNote error={error} />
      {isPending && !error && <Waiting />}
      {!isPending && keepers.length === 0 && (
        <Empty
          title={say('office.unit.keepers.history.none')}
          next={say('office.unit.keepers.history.none.next')}
        />
      )}
      <ol className="history">
        {keepers.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.staffName}</b>
              {one.standInName && (
                <span className="quiet">
                  {' '}
                  · {say('office.unit.standIn')} {one.standInName}
                </span>
              )}
            </span>
            <span className="quiet">
              <DateText of={one.since} /> —{' '}
              {one.until ? <DateText of={one.until} /> : say('office.unit.keepers.now')}
            </span>
            {one.note && <p>{one.note}</p>}
          </li>
        ))}
      </ol>
    </Modal>
  )
}
