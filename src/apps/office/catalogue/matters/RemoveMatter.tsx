import { useState } from 'react'
import { type Matter, matterByCode, removeMatter } from '#catalogue/contract'
import { Dialog } from '../../parts/Dialog.tsx'
import { matterName } from '../../parts/MatterSelect.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { ReasonField } from '../parts/ReasonField.tsx'
import { editionReads } from '../reads.ts'

/** Takes a matter out of a draft; the reason stays, so that no gap is left unexplained. */
export function RemoveMatter(props: { matter: Matter; onClose: () => void; onDone: () => void }) {
  const say = useSay()
  const { edition, reasonNeeded } = useEdition()
  const [reason, setReason] = useState('')
  const act = useAct(removeMatter, {
    // The matter itself is gone: asking for it again would only be refused.
    refreshes: editionReads.filter((one) => one !== matterByCode),
    said: say('office.catalogue.matter.removed'),
    done: props.onDone,
  })
  return (
    <Dialog
      title={say('office.catalogue.matter.remove.title', { name: matterName(props.matter) })}
      ok={say('office.catalogue.matter.remove')}
      act={act}
      danger
      isReady={!reasonNeeded || reason.trim() !== ''}
      onOk={() => act.mutate({ editionId: edition.id, code: props.matter.code, reason })}
      onClose={props.onClose}
    >
      <p>{say('office.catalogue.matter.remove.about')}</p>
      <ReasonField value={reason} onChange={setReason} needed={reasonNeeded} />
    </Dialog>
  )
}
