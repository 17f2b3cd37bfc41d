import { useState } from 'react'
import { returnEdition } from '#documents/contract'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useSay } from '../../words.tsx'
import { ActDialog } from './ActDialog.tsx'
import type { DialogProps } from './dialogs.tsx'
import { type Answering, answered, SecrecyForm } from './SecrecyForm.tsx'

/** Sends it back; without a reason nobody could mend it. */
export function ReturnDialog(props: DialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [given, setGiven] = useState<Answering>({})
  const { data } = props
  const isSecrecy = data.steps.find((step) => step.state === 'current')?.role === 'secrecyReviewer'
  const secrecy = answered(given)
  return (
    <ActDialog
      name="return"
      endpoint={returnEdition}
      danger
      isReady={reason.trim().length >= 2}
      width={isSecrecy ? 680 : 520}
      onDone={props.onDone}
      onClose={props.onClose}
      input={async () => ({
        id: data.edition.id,
        version: await props.ready(),
        reason: reason.trim(),
        ...(secrecy && { secrecy }),
      })}
    >
      <TextAreaField
        label={say('desk.return.reason')}
        hint={say('desk.return.hint')}
        autoFocus
        autoSize={{ minRows: 3 }}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      {isSecrecy && <SecrecyForm given={given} onChange={setGiven} />}
    </ActDialog>
  )
}
