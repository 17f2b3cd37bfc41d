import { App, Modal } from 'antd'
import { useState } from 'react'
import {
  obligations,
  type Responsibility,
  responsibilities,
  setResponsibility,
} from '#catalogue/contract'
import { Field } from '../../parts/Field.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { OrganizationsSelect } from '../../parts/OrganizationsSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
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
  const { message } = App.useApp()
  const { edition, organizationId } = useEdition()
  const organizations = useOrganizations()
  const root = organizations.find((one) => one.id === organizationId)?.path ?? '/'
  const idsOf = (part: Responsibility['part']) =>
    props.lines.filter((one) => one.part === part).map((one) => one.organizationId)
  const [lead, setLead] = useState(() => idsOf('lead'))
  const [joint, setJoint] = useState(() => idsOf('joint'))
  const act = useAct(setResponsibility, {
    refreshes: [responsibilities, obligations],
    done: () => {
      void message.success(say('office.catalogue.responsibility.saved'))
      props.onClose()
    },
  })
  const may = (one: { path: string }) => one.path.startsWith(root)
  return (
    <Modal
      open
      width={600}
      title={say('office.catalogue.responsibility.of', { name: props.target.name })}
      okText={say('office.save')}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() => act.mutate({ editionId: edition.id, target: props.target.code, lead, joint })}
    >
      <div className="stack">
        <RefusalNote error={act.error} />
        <Field
          label={say('office.catalogue.responsibility.lead')}
          hint={say('office.catalogue.responsibility.lead.hint')}
        >
          {({ id }) => <OrganizationsSelect id={id} value={lead} onChange={setLead} may={may} />}
        </Field>
        <Field label={say('office.catalogue.responsibility.joint')} optional>
          {({ id }) => (
            <OrganizationsSelect
              id={id}
              value={joint}
              onChange={setJoint}
              may={(one) => may(one) && !lead.includes(one.id)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
