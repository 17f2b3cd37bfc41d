import { Alert } from 'antd'
import { useState } from 'react'
import { listColumns, retireColumn } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { ColumnSelect } from '../parts/ColumnSelect.tsx'
import { type SiteColumn, useColumns } from '../parts/use-columns.ts'

/** Closes an empty column; who comes by its old address is led on. */
export function RetireColumn(props: { column: SiteColumn; onClose: () => void }) {
  const say = useSay()
  const { column } = props
  const { byKey } = useColumns()
  const [target, setTarget] = useState<string | null>(null)
  return (
    <AskDialog
      title={say('office.unit.columns.retire.of', { name: column.name })}
      ok={say('office.unit.columns.retire')}
      done={say('office.unit.saved')}
      danger
      endpoint={retireColumn}
      input={{ id: column.id, targetId: target === null ? null : (byKey.get(target)?.id ?? null) }}
      refreshes={[listColumns]}
      onClose={props.onClose}
    >
      {() => (
        <>
          {column.documentCount > 0 && (
            <Alert
              type="warning"
              title={say('office.unit.columns.retire.full', { count: column.documentCount })}
            />
          )}
          <Field
            label={say('office.unit.columns.retire.to')}
            hint={say('office.unit.columns.retire.to.about')}
            optional
          >
            {(ids) => (
              <ColumnSelect
                {...ids}
                allowClear
                value={target}
                onChange={setTarget}
                may={(one) => one.id !== column.id}
              />
            )}
          </Field>
        </>
      )}
    </AskDialog>
  )
}
