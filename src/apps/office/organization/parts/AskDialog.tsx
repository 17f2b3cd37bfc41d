import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Endpoint, InputOf } from '#platform/endpoint'
import { type AnswerOf, call, type RefusalError } from '../../call.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { refresh } from '../../query.ts'
import { useSay } from '../../words.tsx'
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
  const say = useSay()
  const form = useId()
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
    <Modal
      open
      width={props.width ?? 560}
      title={props.title}
      okText={props.ok}
      cancelText={say('office.cancel')}
      okButtonProps={{ htmlType: 'submit', form, danger: props.danger ?? false }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onCancel={props.onClose}
    >
      <form
        id={form}
        noValidate
        className="ask"
        onSubmit={(event) => {
          event.preventDefault()
          if (check(props.input)) act.mutate(props.input as InputOf<E>)
        }}
      >
        <RefusalNote error={act.error} />
        {props.children(problemOf)}
      </form>
    </Modal>
  )
}
