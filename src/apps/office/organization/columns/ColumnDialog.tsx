import { AutoComplete } from 'antd'
import { useState } from 'react'
import { changeColumn, createColumn, listColumns } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { ColumnSelect } from '../parts/ColumnSelect.tsx'
import { type SiteColumn, useColumns } from '../parts/use-columns.ts'

/** Makes a column, or renames and describes one. */
export function ColumnDialog(props: { column: SiteColumn | null; onClose: () => void }) {
  const say = useSay()
  const { column } = props
  const { columns, byKey } = useColumns()
  const [name, setName] = useState(column?.name ?? '')
  const [slug, setSlug] = useState(column?.address.split('/').at(-1) ?? '')
  const [description, setDescription] = useState(column?.description ?? '')
  const [columnType, setColumnType] = useState(column?.columnType ?? '')
  const [parentKey, setParentKey] = useState<string | null>(null)
  const types = [...new Set(columns.map((one) => one.columnType))].filter(Boolean)
  const shared = {
    name,
    description,
    ...(slug && { slug }),
    ...(columnType && { columnType }),
  }
  const words = column ? 'office.unit.columns.change' : 'office.unit.columns.create'
  return (
    <AskDialog
      title={column ? say('office.unit.columns.change.of', { name: column.name }) : say(words)}
      ok={say(column ? 'office.save' : words)}
      done={say('office.unit.saved')}
      endpoint={column ? changeColumn : createColumn}
      input={
        column
          ? { id: column.id, ...shared }
          : { ...shared, parentId: parentKey === null ? null : (byKey.get(parentKey)?.id ?? null) }
      }
      refreshes={[listColumns]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          <TextField
            label={say('office.unit.columns.name')}
            problem={problemOf('name')}
            autoFocus
            maxLength={60}
            value={name}
            onChange={setName}
          />
          {!column && (
            <Field
              label={say('office.unit.columns.parent')}
              hint={say('office.unit.columns.parent.about')}
              optional
            >
              {(ids) => (
                <ColumnSelect {...ids} allowClear value={parentKey} onChange={setParentKey} />
              )}
            </Field>
          )}
          <TextField
            label={say('office.unit.columns.slug')}
            hint={say(
              column ? 'office.unit.columns.slug.change' : 'office.unit.columns.slug.about',
            )}
            problem={problemOf('slug')}
            optional={!column}
            maxLength={60}
            value={slug}
            onChange={(text) => setSlug(text.trim().toLowerCase())}
          />
          <Field
            label={say('office.unit.columns.type')}
            hint={say('office.unit.columns.type.about')}
            problem={problemOf('columnType')}
            optional
          >
            {(ids) => (
              <AutoComplete
                {...ids}
                value={columnType}
                onChange={(value: string) => setColumnType(value.trim())}
                options={types.map((value) => ({ value }))}
              />
            )}
          </Field>
          <TextAreaField
            label={say('office.unit.columns.description')}
            hint={say('office.unit.columns.description.about')}
            problem={problemOf('description')}
            optional
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={description}
            onChange={setDescription}
          />
        </>
      )}
    </AskDialog>
  )
}
