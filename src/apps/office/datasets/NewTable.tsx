import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createDataset, listDatasets } from '#datasets/contract'
import type { AnswerOf } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { useSchemas } from './words.ts'

/** Begins a table on a draft; the kinds for which its title speaks come first. */
export function NewTable(props: { editionId: number; about: AnswerOf<typeof listDatasets> }) {
  const say = useSay()
  const navigate = useNavigate()
  const { schemas, of, name, language } = useSchemas()
  const { suggested } = props.about
  const [chosen, setChosen] = useState<string | null>(null)
  const code = chosen ?? suggested[0] ?? null
  const [year, setYear] = useState(props.about.year)
  const [title, setTitle] = useState('')
  const create = useAct(createDataset, {
    refreshes: [listDatasets],
    done: ({ id }) => void navigate(`/documents/tables/${id}`),
  })
  const order = (one: string) => (suggested.includes(one) ? suggested.indexOf(one) : schemas.length)
  const sorted = schemas.toSorted((one, other) => order(one.code) - order(other.code))
  const schema = code ? of(code) : undefined
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (code) create.mutate({ id: props.editionId, schemaCode: code, year, title })
      }}
    >
      <RefusalNote error={create.error} />
      <Field
        label={say('office.data.new.kind')}
        hint={
          schema && (
            <>
              <p>{schema.about[language]}</p>
              <p>
                {say('office.data.basis')}{' '}
                {schema.basis.map((one) => `《${one.instrument}》`).join(' ')}
              </p>
            </>
          )
        }
      >
        {(ids) => (
          <Select
            {...ids}
            className="whole"
            value={code}
            onChange={setChosen}
            options={sorted.map((one) => ({ value: one.code, label: name(one.code) }))}
          />
        )}
      </Field>
      <Field label={say('office.data.new.year')}>
        {({ id }) => (
          <InputNumber
            id={id}
            min={1949}
            max={2100}
            precision={0}
            value={year}
            onChange={(value) => value && setYear(value)}
          />
        )}
      </Field>
      <Field label={say('office.data.new.title')} optional>
        {({ id }) => (
          <Input
            id={id}
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" type="primary" disabled={!code} loading={create.isPending}>
        {say('office.data.new.create')}
      </Button>
    </form>
  )
}
