import { useState } from 'react'
import {
  type DocumentLine,
  documentList,
  listColumns,
  previewReassignment,
  reassignMatters,
} from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { CardTable } from '../parts/CardTable.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { MatterSelect, matterName, useDuties } from '../parts/MatterSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

type Line = AnswerOf<typeof previewReassignment>[number]

/** Moves drafts to other matters and columns: first shows what will change, draft by draft. */
export function Reassign(props: {
  lines: readonly DocumentLine[]
  onClose: () => void
  onDone: () => void
}) {
  const say = useSay()
  const organizationId = props.lines[0]?.organization.id ?? null
  const { duties } = useDuties(organizationId)
  const names = new Map(duties.map((duty) => [duty.matterCode, matterName(duty)]))
  const { data: columns } = useCall(listColumns, {})
  const handMade = (columns ?? []).filter((column) => column.kind === 'hand')
  const [move, setMove] = useState({
    remove: [] as string[],
    add: [] as string[],
    removeColumns: [] as string[],
    addColumns: [] as string[],
  })
  const editionIds = props.lines.map((line) => line.editionId)
  const preview = useAct(previewReassignment)
  const act = useAct(reassignMatters, {
    refreshes: [documentList],
    said: (done) =>
      say('desk.reassign.done', { count: done.filter((line) => !line.skipped).length }),
    done: props.onDone,
  })
  const set = (part: Partial<typeof move>) => {
    setMove({ ...move, ...part })
    preview.reset()
  }
  const said = (one: Line['before']) =>
    [
      ...one.matterCodes.map((code) => names.get(code) ?? code),
      ...one.columnKeys.map((key) => handMade.find((c) => c.key === key)?.name ?? key),
    ].join('；') || '—'
  const present = new Set(props.lines.flatMap((line) => line.matterCodes))
  const isEmpty = Object.values(move).every((list) => list.length === 0)
  const moving = preview.data?.filter((line) => !line.skipped).length ?? 0
  return (
    <Dialog
      width={880}
      title={say('desk.reassign.title', { count: props.lines.length })}
      ok={preview.data ? say('desk.reassign.do', { count: moving }) : say('desk.reassign.preview')}
      act={preview.data ? act : preview}
      isReady={preview.data ? moving > 0 : !isEmpty}
      onOk={() => (preview.data ? act : preview).mutate({ editionIds, ...move })}
      onClose={props.onClose}
    >
      <div className="two">
        <SelectField
          label={say('desk.reassign.remove')}
          mode="multiple"
          value={move.remove}
          onChange={(remove) => set({ remove })}
          options={optionsOf([...present], (code) => names.get(code) ?? code)}
        />
        <Field label={say('desk.reassign.add')}>
          {(ids) => (
            <MatterSelect
              {...ids}
              organizationId={organizationId}
              value={move.add}
              onChange={(add) => set({ add })}
            />
          )}
        </Field>
        {handMade.length > 0 &&
          (['removeColumns', 'addColumns'] as const).map((name) => (
            <SelectField
              key={name}
              label={say(`desk.reassign.${name}`)}
              mode="multiple"
              value={move[name]}
              onChange={(keys) => set({ [name]: keys })}
              options={handMade.map((column) => ({ value: column.key, label: column.name }))}
            />
          ))}
      </div>
      {preview.data && (
        <CardTable<Line>
          rows={preview.data}
          rowKey={(line) => line.editionId}
          columns={[
            { key: 'title', title: say('desk.field.title'), show: (line) => line.title },
            { key: 'before', title: say('desk.before'), show: (line) => said(line.before) },
            {
              key: 'after',
              title: say('desk.after'),
              show: (line) =>
                line.skipped ? (
                  <span className="quiet">{say(`desk.reassign.skipped.${line.skipped}`)}</span>
                ) : (
                  said(line.after)
                ),
            },
          ]}
        />
      )}
    </Dialog>
  )
}
