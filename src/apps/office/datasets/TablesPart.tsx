import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { listDatasets } from '#datasets/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { NewTable } from './NewTable.tsx'
import { useSchemas } from './words.ts'

/** On the desk: the tables that belong to this text, and how right they are. */
export function TablesPart(props: { editionId: number }) {
  const say = useSay()
  const { name } = useSchemas()
  const [isAdding, setAdding] = useState(false)
  const { data } = useCall(listDatasets, { id: props.editionId }, { staleTime: 0 })
  if (!data || (!data.mayChange && data.datasets.length === 0)) return null
  return (
    <section className="part" aria-labelledby="part-tables" data-field="tables">
      <h2 id="part-tables">{say('office.data.part')}</h2>
      {data.datasets.length === 0 ? (
        <p className="quiet">{say('office.data.part.none')}</p>
      ) : (
        <ul className="points">
          {data.datasets.map((one) => (
            <li key={one.id}>
              <Link to={`/documents/tables/${one.id}`}>{one.title || name(one.schemaCode)}</Link>{' '}
              <small className="quiet">
                {one.year} · {say('portal.data.rows', { n: one.rows })}
                {one.errors > 0 && ` · ${say('office.data.errors', { n: one.errors })}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      {data.mayChange && (
        <Button size="small" onClick={() => setAdding(true)}>
          {say('office.data.part.add')}
        </Button>
      )}
      <Modal
        open={isAdding}
        title={say('office.data.new')}
        footer={null}
        onCancel={() => setAdding(false)}
        destroyOnHidden
      >
        <NewTable editionId={props.editionId} about={data} />
      </Modal>
    </section>
  )
}
