import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSay } from '../words.tsx'
import { RefusalNote } from './RefusalNote.tsx'
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
  least?: number
  most?: number
  /** What is said before the reason is asked for. */
  children?: ReactNode
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={props.title}
      okText={props.ok}
      cancelText={say('office.cancel')}
      okButtonProps={{
        danger: props.danger ?? false,
        disabled: reason.trim().length < (props.least ?? shortest),
      }}
      confirmLoading={props.act.isPending}
      onOk={() => props.onReason(reason.trim())}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={props.act.error} />
        {props.children}
        <TextAreaField
          label={props.label}
          hint={props.hint}
          autoFocus
          maxLength={props.most ?? 300}
          value={reason}
          onChange={setReason}
        />
      </div>
    </Modal>
  )
}
