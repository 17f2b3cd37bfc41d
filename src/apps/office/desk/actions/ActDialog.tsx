import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Endpoint, InputOf } from '#platform/endpoint'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import type { DialogName } from './dialogs.tsx'

/** A dialog that does one thing at its end, and says what was said no to. */
export function ActDialog<E extends Endpoint>(props: {
  name: DialogName
  endpoint: E
  /** Asked for when it is done: saves first where something is open. */
  input: () => InputOf<E> | Promise<InputOf<E>>
  isReady: boolean
  danger?: boolean
  width?: number
  onDone: (words: string) => void
  onClose: () => void
  children: ReactNode
}) {
  const say = useSay()
  const act = useAct(props.endpoint, { done: () => props.onDone(say(`desk.done.${props.name}`)) })
  return (
    <Modal
      open
      width={props.width ?? 560}
      title={say(`desk.action.${props.name}`)}
      okText={say(`desk.action.${props.name}`)}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !props.isReady, danger: props.danger ?? false }}
      confirmLoading={act.isPending}
      onOk={async () => act.mutate(await props.input())}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        {props.children}
      </div>
    </Modal>
  )
}
