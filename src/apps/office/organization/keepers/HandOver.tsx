import { Checkbox } from 'antd'
import { useState } from 'react'
import { handOverColumns, listKeepers } from '#accounts/contract'
import { Field } from '../../parts/Field.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { StaffSelect } from '../parts/StaffSelect.tsx'
import { useColumns } from '../parts/use-columns.ts'
import { useEverySlice } from '../parts/use-every-slice.ts'
import { useUnit } from '../unit.ts'
import type { KeptRow } from './rows.ts'

interface Kept {
  readonly key: string
  readonly name: string
}

/**
 * Columns go to a colleague when people change (M22): those of one person in this unit, or, from the
 * person's own page, all that the person keeps anywhere.
 */
export function HandOver(props: {
  from?: { id: number; name: string; organizationId: number }
  rows?: readonly KeptRow[]
  onClose: () => void
}) {
  const say = useSay()
  const { unit } = useUnit()
  const { byKey } = useColumns()
  const [chosenFrom, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const from = props.from?.id ?? chosenFrom
  const { pages } = useEverySlice(
    listKeepers,
    props.from ? { staffId: props.from.id, limit: 200 } : null,
  )
  const people = new Map(
    (props.rows ?? []).flatMap(({ keeper }) =>
      keeper ? [[keeper.staffId, keeper.staffName] as const] : [],
    ),
  )
  const kept: Kept[] = props.from
    ? pages
        .flatMap((page) => page.keepers)
        .filter((one) => one.staffId === from)
        .map((one) => ({
          key: one.columnKey,
          name: byKey.get(one.columnKey)?.name ?? one.columnKey,
        }))
    : (props.rows ?? []).filter((row) => from !== null && row.keeper?.staffId === from)
  const going = kept.filter((one) => !left.has(one.key))
  return (
    <AskDialog
      title={
        props.from
          ? say('office.unit.handOver.of', { name: props.from.name })
          : say('office.unit.handOver')
      }
      ok={say('office.unit.handOver.do', { count: going.length })}
      done={say('office.unit.handOver.done', { count: going.length })}
      endpoint={handOverColumns}
      input={{
        fromStaffId: from,
        toStaffId: to,
        note,
        ...(!props.from && { organizationId: unit.id }),
        ...(left.size > 0 && { columnKeys: going.map((one) => one.key) }),
      }}
      refreshes={[listKeepers]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          {!props.from && (
            <SelectField
              label={say('office.unit.handOver.from')}
              problem={problemOf('fromStaffId')}
              value={chosenFrom}
              onChange={(id: number) => {
                setFrom(id)
                setLeft(new Set())
              }}
              placeholder={say('office.unit.staff.choose')}
              options={[...people].map(([value, label]) => ({ value, label }))}
            />
          )}
          <Field
            label={say('office.unit.handOver.to')}
            hint={say('office.unit.keeper.about')}
            problem={problemOf('toStaffId')}
          >
            {(ids) => (
              <StaffSelect
                {...ids}
                organizationId={props.from?.organizationId ?? unit.id}
                above
                except={[from]}
                value={to}
                onChange={setTo}
              />
            )}
          </Field>
          {kept.length > 0 && (
            <fieldset className="choices going">
              <legend>{say('office.unit.handOver.which', { count: going.length })}</legend>
              <ul>
                {kept.map((one) => (
                  <li key={one.key}>
                    <Checkbox
                      checked={!left.has(one.key)}
                      onChange={({ target }) => {
                        const next = new Set(left)
                        if (target.checked) next.delete(one.key)
                        else next.add(one.key)
                        setLeft(next)
                      }}
                    >
                      {one.name}
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </fieldset>
          )}
          <TextField
            label={say('office.unit.note')}
            hint={say('office.unit.handOver.note')}
            optional
            maxLength={200}
            value={note}
            onChange={setNote}
          />
        </>
      )}
    </AskDialog>
  )
}
