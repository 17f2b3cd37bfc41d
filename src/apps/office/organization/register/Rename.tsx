import { Checkbox } from 'antd'
import { useState } from 'react'
import { changeOrganization, getOrganization, listOrganizations } from '#organizations/contract'
import { TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { useUnit } from '../unit.ts'

/** A new name; what stands in public under the unit shows it at once, catalogues may still say the old one. */
export function Rename(props: { onClose: () => void }) {
  const say = useSay()
  const { unit } = useUnit()
  const [name, setName] = useState(unit.name)
  const [shortName, setShortName] = useState(unit.shortName)
  const [keepsOld, setKeepsOld] = useState(true)
  const adds = keepsOld && name.trim() !== unit.name && !unit.subjectKeys.includes(unit.name)
  return (
    <AskDialog
      title={say('office.unit.rename')}
      ok={say('office.unit.rename')}
      done={say('office.unit.saved')}
      endpoint={changeOrganization}
      input={{
        id: unit.id,
        version: unit.version,
        name,
        shortName,
        ...(adds && { subjectKeys: [...unit.subjectKeys, unit.name] }),
      }}
      refreshes={[getOrganization, listOrganizations]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          <p className="quiet">{say('office.unit.rename.about')}</p>
          <TextField
            label={say('organizations.field.name')}
            problem={problemOf('name')}
            autoFocus
            maxLength={200}
            value={name}
            onChange={(text) => {
              // Where short and full name were one, they stay one.
              if (shortName === name) setShortName(text)
              setName(text)
            }}
          />
          <TextField
            label={say('organizations.field.shortName')}
            optional
            maxLength={200}
            value={shortName}
            onChange={setShortName}
          />
          <Checkbox checked={keepsOld} onChange={({ target }) => setKeepsOld(target.checked)}>
            {say('office.unit.rename.keep')}
          </Checkbox>
        </>
      )}
    </AskDialog>
  )
}
