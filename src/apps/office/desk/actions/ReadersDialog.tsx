import { Checkbox } from 'antd'
import { useState } from 'react'
import { listStaff } from '#accounts/contract'
import { limitReaders } from '#documents/contract'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { ActDialog } from './ActDialog.tsx'
import type { DialogProps } from './dialogs.tsx'

/** Who may read a draft before it is public. */
export function ReadersDialog(props: DialogProps) {
  const say = useSay()
  const { document } = props.data
  const [limited, setLimited] = useState(document.readersLimited)
  const [staffIds, setStaff] = useState(
    document.readers.staff.flatMap((person) => (person.id === null ? [] : [person.id])),
  )
  const [organizationIds, setOrganizations] = useState(
    document.readers.organizations.map((one) => one.id),
  )
  const [words, setWords] = useState('')
  const organizations = useOrganizations()
  const { data } = useCall(listStaff, limited ? { ...(words && { words }), limit: 50 } : null, {
    keepPrevious: true,
  })
  const known = new Map([
    ...document.readers.staff.map((person) => [person.id, person.name] as const),
    ...(data?.staff ?? []).map(
      (person) =>
        [
          person.id,
          say('desk.readers.person', { name: person.name, unit: person.organizationName }),
        ] as const,
    ),
  ])
  return (
    <ActDialog
      name="limitReaders"
      endpoint={limitReaders}
      isReady
      onDone={props.onDone}
      onClose={props.onClose}
      input={() => ({
        id: document.id,
        limited,
        staffIds: limited ? staffIds : [],
        organizationIds: limited ? organizationIds : [],
      })}
    >
      <p className="quiet">{say('desk.readers.about')}</p>
      <Checkbox checked={limited} onChange={({ target }) => setLimited(target.checked)}>
        {say('desk.readers.limit')}
      </Checkbox>
      {limited && (
        <>
          <SelectField
            label={say('desk.readers.staff')}
            mode="multiple"
            className="whole"
            showSearch={{ filterOption: false, onSearch: setWords }}
            value={staffIds}
            onChange={(chosen: number[]) => setStaff(chosen)}
            options={[...known].map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            label={say('desk.readers.organizations')}
            mode="multiple"
            className="whole"
            showSearch={{ optionFilterProp: 'label' }}
            value={organizationIds}
            onChange={(chosen: number[]) => setOrganizations(chosen)}
            options={organizations.map((one) => ({ value: one.id, label: one.name }))}
          />
        </>
      )}
    </ActDialog>
  )
}
