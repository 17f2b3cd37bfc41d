import { useState } from 'react'
import { abolishOrganization, getOrganization, listOrganizations } from '#organizations/contract'
import { dateAt } from '#platform/civil-date'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { OrganizationField } from '../../parts/OrganizationField.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { DayField } from '../../parts/TextField.tsx'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { keepersOfTree, useUnit } from '../unit.ts'

/** Ends the unit on a day, merged into another one or without a successor. */
export function Abolish(props: { onClose: () => void }) {
  const say = useSay()
  const { holds } = useSession()
  const { unit } = useUnit()
  const below = useOrganizations().filter((one) => one.parentId === unit.id).length
  const [merges, setMerges] = useState(true)
  const [successorId, setSuccessorId] = useState<number | null>(null)
  const [on, setOn] = useState(dateAt(new Date()))
  return (
    <AskDialog
      title={say('office.unit.abolish.title', { name: unit.shortName })}
      ok={say(merges ? 'office.unit.abolish.merge' : 'office.unit.abolish.end')}
      done={say('office.unit.abolish.done')}
      danger
      endpoint={abolishOrganization}
      // Merging without a successor is caught here: the contract takes none as an answer too.
      input={{
        id: unit.id,
        version: unit.version,
        on,
        successorId: merges ? (successorId ?? undefined) : null,
      }}
      refreshes={[getOrganization, listOrganizations]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          <ChoiceField
            label={say('office.unit.abolish.how')}
            stacked
            value={merges}
            onChange={setMerges}
            options={[
              { value: true, label: say('office.unit.abolish.merge.about') },
              { value: false, label: say('office.unit.abolish.end.about') },
            ]}
          />
          {merges && (
            <OrganizationField
              label={say('organizations.field.successorId')}
              problem={problemOf('successorId')}
              value={successorId}
              onChange={setSuccessorId}
              may={(one) => holds(keepersOfTree, one.path) && !one.path.startsWith(unit.path)}
            />
          )}
          <DayField
            label={say('office.unit.abolish.on')}
            hint={say('office.unit.abolish.on.about')}
            problem={problemOf('on')}
            value={on}
            onChange={setOn}
          />
          <ul className="consequences">
            {below > 0 && (
              <li>
                {say(merges ? 'office.unit.abolish.below' : 'office.unit.abolish.below.stop', {
                  count: below,
                })}
              </li>
            )}
            <li>{say('office.unit.abolish.texts')}</li>
            <li>{say('office.unit.abolish.staff')}</li>
          </ul>
        </>
      )}
    </AskDialog>
  )
}
