import { Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import { useSay } from '../words.tsx'
import { RefusalNote } from './RefusalNote.tsx'

/**
 * A dialog that does one thing at its end. Enter in a line does it too, what was said no to stands
 * above the fields, and a press beside the dialog does not throw away what was typed.
 */
export function Dialog(props: {
  title: string
  /** What the button says. */
  ok: string
  act: { readonly error: unknown; readonly isPending: boolean }
  onOk: () => void
  onClose: () => void
  /** Whether all that it needs is there. */
  isReady?: boolean
  danger?: boolean
  width?: number
  children?: ReactNode
}) {
  const say = useSay()
  const form = useId()
  const isReady = props.isReady ?? true
  return (
    <Modal
      open
      width={props.width ?? 560}
      title={props.title}
      okText={props.ok}
      cancelText={say('office.cancel')}
      okButtonProps={{
        htmlType: 'submit',
        form,
        danger: props.danger ?? false,
        disabled: !isReady,
      }}
      confirmLoading={props.act.isPending}
      mask={{ closable: false }}
      onCancel={props.onClose}
    >
      <form
        id={form}
        noValidate
        className="stack-fields"
        onSubmit={(event) => {
          event.preventDefault()
          // A dialog opened from within a form stands inside it for React, though not on the page.
          event.stopPropagation()
          if (isReady) props.onOk()
        }}
      >
        <RefusalNote error={props.act.error} />
        {props.children}
      </form>
    </Modal>
  )
}
