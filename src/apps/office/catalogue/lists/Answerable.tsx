import { useState } from 'react'
import {
  obligations,
  type Responsibility,
  responsibilities,
  setResponsibility,
} from '#catalogue/contract'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { OrganizationsSelect } from '../../parts/OrganizationsSelect.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'

export interface Target {
  /** Of a field or of a matter. */
  readonly code: string
  readonly name: string
}

/** Names who leads and who joins for a field or a matter. */
export function Answerable(props: {
  target: Target
  lines: readonly Responsibility[]
  onClose: () => void
}) {
  const say = useSay()
  const { edition, organizationId } = useEdition()
  const organizations = useOrganizations()
  const root = organizations.find((one) => one.id === organizationId)?.path ?? '/'
  const idsOf = (part: Responsibility['part']) =>
    props.lines.filter((one) => one.part === part).map((one) => one.organizationId)
  const [lead, setLead] = useState(() => idsOf('lead'))
  const [joint, setJoint] = useState(() => idsOf('joint'))
  const act = useAct(setResponsibility, {
    refreshes: [responsibilities, obligations],
    said: say('office.catalogue.responsibility.saved'),
    done: props.onClose,
  })
  const may = (one: { path: string }) => one.path.startsWith(root)
  return (
    <Dialog
      title={say('office.catalogue.responsibility.of', { name: props.target.name })}
      ok={say('office.save')}
      act={act}
      width={600}
      onOk={() => act.mutate({ editionId: edition.id, target: props.target.code, lead, joint })}
      onClose={props.onClose}
    >
      <Field
        label={say('office.catalogue.responsibility.lead')}
        hint={say('office.catalogue.responsibility.lead.hint')}
      >
        {(ids) => <OrganizationsSelect {...ids} value={lead} onChange={setLead} may={may} />}
      </Field>
      <Field label={say('office.catalogue.responsibility.joint')} optional>
        {(ids) => (
          <OrganizationsSelect
            {...ids}
            value={joint}
            onChange={setJoint}
            may={(one) => may(one) && !lead.includes(one.id)}
          />
        )}
      </Field>
    </Dialog>
  )
}
