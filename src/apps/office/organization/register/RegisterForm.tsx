import { App, Button, Input, InputNumber, Select } from 'antd'
import {
  type ChangeOrganization,
  changeOrganization,
  getOrganization,
  listOrganizations,
} from '#organizations/contract'
import { Field } from '../../parts/Field.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { ConflictNote } from '../parts/ConflictNote.tsx'
import { useProblems } from '../parts/problems.ts'
import { useTyped } from '../parts/use-typed.ts'
import { useUnit } from '../unit.ts'
import { identityFields, registerFields } from './fields.ts'
import { RegionInput } from './RegionInput.tsx'

const wide = new Set<string>(['duties', 'address', 'hours', 'subjectKeys'])

/** Corrects the entry; sends only what was changed, so that two people do not undo each other. */
export function RegisterForm(props: { onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const { unit, may } = useUnit()
  const { refetch } = useCall(getOrganization, { id: unit.id })
  const { base, fields, changes, isChanged, set, rebase } = useTyped(unit)
  const { check, problemOf } = useProblems(changeOrganization)
  const act = useAct(changeOrganization, {
    refreshes: [getOrganization, listOrganizations],
    done: () => {
      void message.success(say('office.unit.saved'))
      props.onClose()
    },
  })
  const input: ChangeOrganization = { id: unit.id, version: base.version, ...changes }
  const takeNewer = async () => {
    const { data } = await refetch()
    if (data) rebase(data)
    act.reset()
  }
  const hint = (name: string) =>
    name === 'subjectKeys' || name === 'ordinal' || name === 'creditCode' || name === 'hours'
      ? say(`office.unit.${name}.about`)
      : undefined
  const names = [...registerFields, ...(may.identify ? identityFields : [])]
  return (
    <form
      noValidate
      className="block"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isChanged) props.onClose()
        else if (check(input)) act.mutate(input)
      }}
    >
      <h2>{say('office.unit.register.edit')}</h2>
      <ConflictNote error={act.error} onTakeNewer={() => void takeNewer()} />
      <div className="fields">
        {names.map((name) => (
          <div key={name} className={wide.has(name) ? 'wide' : undefined}>
            <Field
              name={name}
              label={say(`organizations.field.${name}`)}
              hint={hint(name)}
              problem={problemOf(name)}
            >
              {(ids) => {
                if (name === 'subjectKeys')
                  return (
                    <Select
                      {...ids}
                      mode="tags"
                      value={[...fields.subjectKeys]}
                      onChange={(subjectKeys: string[]) => set({ subjectKeys })}
                      tokenSeparators={['、', '；', ';', ',']}
                      open={false}
                      suffix={null}
                    />
                  )
                if (name === 'ordinal')
                  return (
                    <InputNumber
                      {...ids}
                      precision={0}
                      value={fields.ordinal}
                      onChange={(value) => set({ ordinal: value ?? 0 })}
                    />
                  )
                if (name === 'regionCode')
                  return (
                    <RegionInput
                      {...ids}
                      parentId={unit.parentId}
                      value={fields.regionCode}
                      onChange={(regionCode) => set({ regionCode })}
                    />
                  )
                if (name === 'duties')
                  return (
                    <Input.TextArea
                      {...ids}
                      autoFocus
                      autoSize={{ minRows: 4, maxRows: 16 }}
                      maxLength={10_000}
                      value={fields.duties}
                      onChange={({ target }) => set({ duties: target.value })}
                    />
                  )
                return (
                  <Input
                    {...ids}
                    maxLength={200}
                    value={fields[name]}
                    onChange={({ target }) => set({ [name]: target.value })}
                  />
                )
              }}
            </Field>
          </div>
        ))}
      </div>
      {!may.identify && <p className="field-about">{say('office.unit.identity.byOffice')}</p>}
      <div className="actions form-end">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {say('office.save')}
        </Button>
        <Button onClick={props.onClose}>{say('office.cancel')}</Button>
      </div>
    </form>
  )
}
