import { App, Button } from 'antd'
import { addField, fields } from '#catalogue/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useFields } from '../fields.ts'

/** Names of the table that belong to no known field: a person says which field they mean. */
export function UnknownFields(props: {
  unknown: readonly { name: string; rowCount: number }[]
  fieldFor: Readonly<Record<string, string>>
  onChange: (fieldFor: Readonly<Record<string, string>>) => void
}) {
  const say = useSay()
  const { modal } = App.useApp()
  const { options, nameOf } = useFields()
  const add = useAct(addField, { refreshes: [fields] })
  const { fieldFor, onChange } = props
  // A name that was mapped is no longer unknown to the server, but may be mapped anew.
  const mapped = Object.keys(fieldFor)
    .filter((name) => !props.unknown.some((one) => one.name === name))
    .map((name) => ({ name, rowCount: null }))
  const names = [...props.unknown, ...mapped]
  if (names.length === 0) return null
  const set = (name: string, code: string | undefined) => {
    const { [name]: _, ...rest } = fieldFor
    onChange(code ? { ...rest, [name]: code } : rest)
  }
  const addNamed = (name: string) =>
    modal.confirm({
      title: say('office.catalogue.field.add.sure', { name }),
      content: say('office.catalogue.field.add.about'),
      okText: say('office.catalogue.field.add'),
      onOk: () =>
        add
          .mutateAsync({ name, status: 'local', levels: ['county', 'township'] })
          .then((field) => set(name, field.code))
          .catch(() => {}),
    })
  return (
    <section className="block attention">
      <h2>{say('office.catalogue.import.unknownFields')}</h2>
      <p className="quiet">{say('office.catalogue.import.unknownFields.about')}</p>
      <RefusalNote error={add.error} />
      <div className="stack">
        {names.map(({ name, rowCount }) => (
          <div key={name} className="field-map">
            <SelectField
              label={
                name
                  ? say('office.catalogue.import.named', { name })
                  : say('office.catalogue.import.nameless')
              }
              hint={
                rowCount === null
                  ? say('office.catalogue.import.mapped', { field: nameOf(fieldFor[name] ?? '') })
                  : say('office.catalogue.import.rowCount', { count: rowCount })
              }
              allowClear
              value={fieldFor[name]}
              onChange={(code: string | undefined) => set(name, code)}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={say('office.catalogue.field.choose')}
            />
            {name.length >= 2 && rowCount !== null && (
              <Button onClick={() => addNamed(name)}>{say('office.catalogue.field.add')}</Button>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
