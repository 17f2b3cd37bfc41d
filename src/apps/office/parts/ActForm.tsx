import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { RefusalNote } from './RefusalNote.tsx'

/** Fields that one act sends: what was said no to above them, the act and the way back below. */
export function ActForm(props: {
  act: { readonly error: unknown; readonly isPending: boolean }
  /** What the button says. */
  ok: string
  onSubmit: () => void
  onCancel?: () => void
  disabled?: boolean
  /** One of several ways on: without the colour of the main one. */
  plain?: boolean
  children: ReactNode
}) {
  const say = useSay()
  return (
    <form
      className="stack-fields no-print"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <RefusalNote error={props.act.error} />
      {props.children}
      <div className="part-actions">
        <Button
          type={props.plain ? 'default' : 'primary'}
          htmlType="submit"
          disabled={props.disabled ?? false}
          loading={props.act.isPending}
        >
          {props.ok}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>{say('office.cancel')}</Button>}
      </div>
    </form>
  )
}
