import { useState } from 'react'
import { approveStep } from '#documents/contract'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useSay } from '../../words.tsx'
import { ActDialog } from './ActDialog.tsx'
import type { DialogProps } from './dialogs.tsx'
import { type Answering, answered, SecrecyForm } from './SecrecyForm.tsx'

/** Passes the step that waits, with an opinion; the secrecy step with its answers. */
export function ApproveDialog(props: DialogProps) {
  const say = useSay()
  const [opinion, setOpinion] = useState('')
  const [given, setGiven] = useState<Answering>({})
  const { data } = props
  const role = data.steps.find((step) => step.state === 'current')?.role
  const isSecrecy = role === 'secrecyReviewer'
  const secrecy = answered(given)
  return (
    <ActDialog
      name="approve"
      endpoint={approveStep}
      isReady={!isSecrecy || secrecy !== null}
      width={isSecrecy ? 680 : 520}
      onDone={props.onDone}
      onClose={props.onClose}
      input={async () => ({
        id: data.edition.id,
        version: await props.ready(),
        opinion,
        ...(isSecrecy && secrecy && { secrecy }),
      })}
    >
      {role && <p>{say('desk.approve.about', { role: say(`office.role.${role}`) })}</p>}
      {isSecrecy && <SecrecyForm given={given} onChange={setGiven} />}
      <TextAreaField
        label={say('desk.opinion')}
        optional
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        placeholder={say('desk.opinion.agree')}
        value={opinion}
        onChange={setOpinion}
      />
    </ActDialog>
  )
}
