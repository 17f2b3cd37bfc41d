import { useState } from 'react'
import { getOrganization, listOrganizations, moveOrganization } from '#organizations/contract'
import { OrganizationField } from '../../parts/OrganizationField.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { keepersOfTree, useUnit } from '../unit.ts'

/** Hangs the unit, with all below it, under another one; says first what goes along. */
export function Move(props: { onClose: () => void }) {
  const say = useSay()
  const { holds } = useSession()
  const { unit } = useUnit()
  const [parentId, setParentId] = useState<number | null>(null)
  const below = useOrganizations().filter(
    (one) => one.path.startsWith(unit.path) && one.id !== unit.id,
  ).length
  return (
    <AskDialog
      title={say('office.unit.move.title', { name: unit.shortName })}
      ok={say('office.unit.move')}
      done={say('office.unit.move.done')}
      endpoint={moveOrganization}
      input={{ id: unit.id, version: unit.version, parentId }}
      refreshes={[getOrganization, listOrganizations]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          <OrganizationField
            label={say('office.unit.move.parent')}
            problem={problemOf('parentId')}
            value={parentId}
            onChange={setParentId}
            may={(one) =>
              holds(keepersOfTree, one.path) &&
              !one.path.startsWith(unit.path) &&
              one.id !== unit.parentId
            }
          />
          <ul className="consequences">
            {below > 0 && <li>{say('office.unit.move.below', { count: below })}</li>}
            <li>{say('office.unit.move.roles')}</li>
            <li>{say('office.unit.move.texts')}</li>
          </ul>
        </>
      )}
    </AskDialog>
  )
}
