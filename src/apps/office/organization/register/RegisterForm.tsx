import { Button } from 'antd'
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
import { EntryControl } from './EntryControl.tsx'
import { type FieldName, identityFields, registerFields } from './fields.ts'

const wide = new Set<FieldName>(['duties', 'address', 'hours', 'subjectKeys'])
const explained = new Set<FieldName>(['subjectKeys', 'ordinal', 'creditCode', 'hours'])

/** Corrects the entry; sends only what was changed, so that two people do not undo each other. */
export function RegisterForm(props: { onClose: () => void }) {
  const say = useSay()
  const { unit, may } = useUnit()
  const { refetch } = useCall(getOrganization, { id: unit.id })
  const { base, fields, changes, isChanged, set, rebase } = useTyped(unit)
  const { check, problemOf } = useProblems(changeOrganization)
  const act = useAct(changeOrganization, {
    refreshes: [getOrganization, listOrganizations],
    said: say('office.unit.saved'),
    done: props.onClose,
  })
  const input: ChangeOrganization = { id: unit.id, version: base.version, ...changes }
  const takeNewer = async () => {
    const { data } = await refetch()
    if (data) rebase(data)
    act.reset()
  }
  const hint = (name: FieldName) =>
    explained.has(name) ? say(`office.unit.${name}.about`) : undefined
  const field = (name: FieldName) => (
    <div key={name} className={wide.has(name) ? 'wide' : undefined}>
      <Field
        name={name}
        label={say(`organizations.field.${name}`)}
        hint={hint(name)}
        problem={problemOf(name)}
      >
        {(ids) => (
          <EntryControl
            {...ids}
            name={name}
            fields={fields}
            parentId={unit.parentId}
            onChange={(value) => set({ [name]: value })}
          />
        )}
      </Field>
    </div>
  )
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
      <div className="fields">{registerFields.map(field)}</div>
      {may.identify && (
        <>
          <h3 className="part">{say('office.unit.identity')}</h3>
          <div className="fields">{identityFields.map(field)}</div>
        </>
      )}
      {!may.identify && <p className="field-about">{say('office.unit.identity.byOffice')}</p>}
      <div className="form-end">
        <ConflictNote error={act.error} onTakeNewer={() => void takeNewer()} />
      </div>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {say('office.save')}
        </Button>
        <Button onClick={props.onClose}>{say('office.cancel')}</Button>
      </div>
    </form>
  )
}
