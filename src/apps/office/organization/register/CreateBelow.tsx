import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  createOrganization,
  listOrganizations,
  type OrganizationKind,
  type OrganizationLevel,
  organizationKinds,
  organizationLevels,
} from '#organizations/contract'
import { dateAt } from '#platform/civil-date'
import { Field } from '../../parts/Field.tsx'
import { optionsOf } from '../../parts/options.ts'
import { SelectField } from '../../parts/SelectField.tsx'
import { DayField, TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { useUnit } from '../unit.ts'
import { RegionInput } from './RegionInput.tsx'

const levelOf = (kind: OrganizationKind): OrganizationLevel => {
  if (kind === 'township' || kind === 'subdistrict') return 'township'
  return kind === 'village' || kind === 'community' ? 'village' : 'county'
}

/** What usually stands below: departments below a government, villages below a town. */
const kindBelow: Partial<Record<OrganizationKind, OrganizationKind>> = {
  township: 'village',
  subdistrict: 'community',
  office: 'enterprise',
  department: 'enterprise',
}

/** Sets up a unit below this one; its register entry is filled in right after. */
export function CreateBelow(props: { onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { unit } = useUnit()
  const usual = kindBelow[unit.kind] ?? 'department'
  const [typed, setTyped] = useState({
    name: '',
    shortName: '',
    code: '',
    kind: usual,
    level: levelOf(usual),
    regionCode: unit.regionCode,
    validFrom: dateAt(new Date()),
  })
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  return (
    <AskDialog
      title={say('office.unit.create.title', { name: unit.shortName })}
      ok={say('office.unit.create.do')}
      done={say('office.unit.create.done')}
      endpoint={createOrganization}
      input={{ ...typed, parentId: unit.id }}
      refreshes={[listOrganizations]}
      onClose={props.onClose}
      onDone={(made) => void navigate(`/organization/${made.id}?edit=true`)}
    >
      {(problemOf) => (
        <>
          <TextField
            label={say('organizations.field.name')}
            problem={problemOf('name')}
            autoFocus
            maxLength={200}
            value={typed.name}
            onChange={(name) => set({ name })}
          />
          <div className="fields">
            <TextField
              label={say('organizations.field.shortName')}
              optional
              maxLength={200}
              value={typed.shortName}
              onChange={(shortName) => set({ shortName })}
            />
            <TextField
              label={say('organizations.field.code')}
              hint={say('office.unit.code.about')}
              problem={problemOf('code')}
              maxLength={40}
              value={typed.code}
              onChange={(text) => set({ code: text.trim().toLowerCase() })}
            />
            <SelectField
              label={say('organizations.field.kind')}
              value={typed.kind}
              onChange={(kind) => set({ kind, level: levelOf(kind) })}
              options={optionsOf(organizationKinds, (value) => say(`organizations.kind.${value}`))}
            />
            <SelectField
              label={say('organizations.field.level')}
              hint={say('office.unit.level.about')}
              value={typed.level}
              onChange={(level) => set({ level })}
              options={optionsOf(organizationLevels, (value) =>
                say(`organizations.level.${value}`),
              )}
            />
            <Field label={say('organizations.field.regionCode')} optional>
              {(ids) => (
                <RegionInput
                  {...ids}
                  parentId={unit.id}
                  value={typed.regionCode}
                  onChange={(regionCode) => set({ regionCode })}
                />
              )}
            </Field>
            <DayField
              label={say('organizations.field.validFrom')}
              problem={problemOf('validFrom')}
              value={typed.validFrom}
              onChange={(validFrom) => set({ validFrom })}
            />
          </div>
        </>
      )}
    </AskDialog>
  )
}
