import { useState } from 'react'
import { changeAttribute } from '#documents/contract'
import { AttributeFields, type Chosen } from '../side/AttributePart.tsx'
import { ActDialog } from './ActDialog.tsx'
import type { DialogProps } from './dialogs.tsx'

/** Checker or signer sets another attribute than the drafter proposed. */
export function AttributeDialog(props: DialogProps) {
  const { edition } = props.data
  const [chosen, setChosen] = useState<Chosen>({
    attribute: edition.attribute,
    ground: edition.attributeGround,
    reason: '',
  })
  const isGrounded = chosen.attribute === 'proactive' || chosen.ground !== ''
  return (
    <ActDialog
      name="changeAttribute"
      endpoint={changeAttribute}
      isReady={isGrounded && chosen.reason.trim().length >= 2}
      onDone={props.onDone}
      onClose={props.onClose}
      input={async () => ({ id: edition.id, version: await props.ready(), ...chosen })}
    >
      <AttributeFields always chosen={chosen} kind={edition.kind} onChange={setChosen} />
    </ActDialog>
  )
}
