import { Progress } from 'antd'
import { useState } from 'react'
import { assignKeeper, listKeepers } from '#accounts/contract'
import { call } from '../../call.ts'
import { Field } from '../../parts/Field.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { ColumnSelect } from '../parts/ColumnSelect.tsx'
import { StaffSelect } from '../parts/StaffSelect.tsx'
import { useUnit } from '../unit.ts'
import type { KeptRow } from './rows.ts'

/** Names keeper and stand-in of one column or of several; without rows, first asks which. */
export function AssignKeeper(props: {
  rows: readonly KeptRow[]
  onClose: () => void
  onDone: () => void
}) {
  const say = useSay()
  const { unit } = useUnit()
  const { rows } = props
  const former = rows.length === 1 ? rows[0]?.keeper : null
  const [columnKey, setColumnKey] = useState<string | null>(null)
  const [staffId, setStaffId] = useState<number | null>(former?.staffId ?? null)
  const [standInId, setStandInId] = useState<number | null>(former?.standInId ?? null)
  const [note, setNote] = useState('')
  const [done, setDone] = useState(0)
  const keys = rows.length > 0 ? rows.map((row) => row.key) : columnKey ? [columnKey] : []
  return (
    <AskDialog
      title={
        rows.length > 1
          ? say('office.unit.keepers.assign.many', { count: rows.length })
          : say('office.unit.keepers.assign')
      }
      ok={say('office.unit.keepers.assign')}
      done={say('office.unit.saved')}
      endpoint={assignKeeper}
      input={{ organizationId: unit.id, columnKey: keys[0], staffId, standInId, note }}
      // One column at a time: each is a naming of its own, with its own place in the log.
      run={async (input) => {
        for (const [at, key] of keys.entries()) {
          if (at < done) continue
          const keeper = await call(assignKeeper, { ...input, columnKey: key })
          setDone(at + 1)
          if (at === keys.length - 1) return keeper
        }
        throw new Error('no column')
      }}
      refreshes={[listKeepers]}
      onDone={props.onDone}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          {rows.length === 0 ? (
            <Field label={say('office.unit.column')} problem={problemOf('columnKey')}>
              {(ids) => <ColumnSelect {...ids} value={columnKey} onChange={setColumnKey} />}
            </Field>
          ) : (
            <ul className="named">
              {rows.map((row) => (
                <li key={row.key}>
                  {row.name} <small className="quiet">{row.above}</small>
                </li>
              ))}
            </ul>
          )}
          <Field
            label={say('office.unit.keeper')}
            hint={say('office.unit.keeper.about')}
            problem={problemOf('staffId')}
          >
            {(ids) => (
              <StaffSelect
                {...ids}
                organizationId={unit.id}
                above
                value={staffId}
                onChange={setStaffId}
                known={former ? { id: former.staffId, name: former.staffName } : null}
              />
            )}
          </Field>
          <Field
            label={say('office.unit.standIn')}
            hint={say('office.unit.standIn.about')}
            optional
          >
            {(ids) => (
              <StaffSelect
                {...ids}
                organizationId={unit.id}
                above
                allowClear
                except={[staffId]}
                value={standInId}
                onChange={setStandInId}
                known={
                  former?.standInId
                    ? { id: former.standInId, name: former.standInName ?? '' }
                    : null
                }
              />
            )}
          </Field>
          <TextField
            label={say('office.unit.note')}
            optional
            maxLength={200}
            value={note}
            onChange={setNote}
          />
          {keys.length > 1 && done > 0 && (
            <Progress
              aria-label={say('office.unit.keepers.assign')}
              percent={Math.round((done / keys.length) * 100)}
            />
          )}
        </>
      )}
    </AskDialog>
  )
}
