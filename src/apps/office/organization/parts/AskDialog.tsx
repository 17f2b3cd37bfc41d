import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import type { Endpoint, InputOf } from '#platform/endpoint'
import { type AnswerOf, call, type RefusalError } from '../../call.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { refresh } from '../../query.ts'
import { type ProblemOf, useProblems } from './problems.ts'

/**
 * A dialog that asks for what one endpoint needs and does it: Enter sends, open points stand at
 * their fields, a refusal keeps everything typed.
 */
export function AskDialog<E extends Endpoint>(props: {
  title: string
  ok: string
  endpoint: E
  /** As typed; checked by the endpoint's own contract before it is sent. */
  input: object
  /** In place of asking the endpoint once. */
  run?: (input: InputOf<E>) => Promise<AnswerOf<E>>
  refreshes: readonly Endpoint[]
  /** Said when it is done. */
  done?: string
  danger?: boolean
  /** What `onDone` shows takes the dialog's place. */
  staysOpen?: boolean
  width?: number
  /** After it was done. */
  onDone?: (answer: AnswerOf<E>) => void
  onClose: () => void
  children: (problemOf: ProblemOf) => ReactNode
}) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const { check, problemOf } = useProblems(props.endpoint)
  const act = useMutation<AnswerOf<E>, RefusalError, InputOf<E>>({
    mutationFn: (input) => (props.run ?? ((given) => call(props.endpoint, given)))(input),
    onSuccess: async (answer) => {
      await refresh(client, props.refreshes)
      if (props.done) void message.success(props.done)
      if (!props.staysOpen) props.onClose()
      props.onDone?.(answer)
    },
    // What was done before it failed is shown as done.
    onError: () => void refresh(client, props.refreshes),
  })
  return (
    <Dialog
      title={props.title}
      ok={props.ok}
      act={act}
      danger={props.danger ?? false}
      width={props.width ?? 560}
      onOk={() => check(props.input) && act.mutate(props.input as InputOf<E>)}
      onClose={props.onClose}
    >
      {props.children(problemOf)}
    </Dialog>
  )
}
