import type { ReactNode } from 'react'
import type { Endpoint, InputOf } from '#platform/endpoint'
import { Dialog } from '../../parts/Dialog.tsx'
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
    <Dialog
      title={say(`desk.action.${props.name}`)}
      ok={say(`desk.action.${props.name}`)}
      act={act}
      width={props.width ?? 560}
      isReady={props.isReady}
      danger={props.danger ?? false}
      onOk={async () => act.mutate(await props.input())}
      onClose={props.onClose}
    >
      {props.children}
    </Dialog>
  )
}
