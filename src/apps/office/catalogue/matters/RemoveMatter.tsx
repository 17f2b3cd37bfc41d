import { App, Modal } from 'antd'
import { useState } from 'react'
import { type Matter, matterByCode, removeMatter } from '#catalogue/contract'
import { matterName } from '../../parts/MatterSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { ReasonField } from '../parts/ReasonField.tsx'
import { editionReads } from '../reads.ts'

/** Takes a matter out of a draft; the reason stays, so that no gap is left unexplained. */
export function RemoveMatter(props: { matter: Matter; onClose: () => void; onDone: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const { edition, reasonNeeded } = useEdition()
  const [reason, setReason] = useState('')
  const act = useAct(removeMatter, {
    // The matter itself is gone: asking for it again would only be refused.
    refreshes: editionReads.filter((one) => one !== matterByCode),
    done: () => {
      void message.success(say('office.catalogue.matter.removed'))
      props.onDone()
    },
  })
  return (
    <Modal
      open
      title={say('office.catalogue.matter.remove.title', { name: matterName(props.matter) })}
      okText={say('office.catalogue.matter.remove')}
      okButtonProps={{ danger: true, disabled: reasonNeeded && reason.trim() === '' }}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() => act.mutate({ editionId: edition.id, code: props.matter.code, reason })}
    >
      <div className="stack">
        <RefusalNote error={act.error} />
        <p>{say('office.catalogue.matter.remove.about')}</p>
        <ReasonField value={reason} onChange={setReason} needed={reasonNeeded} />
      </div>
    </Modal>
  )
}
