import { type ReactNode, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { TextAreaField } from './TextAreaField.tsx'

// A word is a reason; a sign is none. The contracts ask the same where they ask for no more.
const shortest = 2

/** Asks for a reason before something is done; a refusal keeps what was typed. */
export function ReasonDialog(props: {
  title: string
  label: string
  /** What the button says. */
  ok: string
  act: { readonly error: unknown; readonly isPending: boolean }
  onReason: (reason: string) => void
  onClose: () => void
  hint?: ReactNode
  danger?: boolean
  /** Fewer signs are no reason here; none at all where it may be left out. */
  least?: number
  most?: number
  /** What is said before the reason is asked for. */
  children?: ReactNode
}) {
  const [reason, setReason] = useState('')
  const least = props.least ?? shortest
  return (
    <Dialog
      title={props.title}
      ok={props.ok}
      act={props.act}
      isReady={reason.trim().length >= least}
      danger={props.danger ?? false}
      onOk={() => props.onReason(reason.trim())}
      onClose={props.onClose}
    >
      {props.children}
      <TextAreaField
        label={props.label}
        hint={props.hint}
        optional={least === 0}
        autoFocus
        maxLength={props.most ?? 300}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}
