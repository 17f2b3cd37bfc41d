import { App, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { type OverruleGroundCode, overruleFinding, overruleGroundList } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import type { Seen } from './examination.ts'

const shortestReason = 4

/** Answers by name for something that looks like personal data and has to be public. */
export function OverruleDialog(props: {
  editionId: number
  seen: Seen
  onDone: () => void
  onClose: () => void
}) {
  const say = useSay()
  const { message } = App.useApp()
  const { seen } = props
  const grounds = useCall(overruleGroundList, {})
  const [ground, setGround] = useState<OverruleGroundCode | null>(null)
  const [reason, setReason] = useState('')
  const act = useAct(overruleFinding, {
    done: () => {
      void message.success(say('desk.overrule.done'))
      props.onDone()
    },
  })
  return (
    <Modal
      open
      title={say('desk.overrule.title')}
      okText={say('desk.examined.overrule')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !ground || reason.trim().length < shortestReason }}
      confirmLoading={act.isPending}
      onOk={() =>
        ground &&
        act.mutate({ id: props.editionId, kind: seen.kind, value: seen.value, ground, reason })
      }
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error ?? grounds.error} />
        <p>{say('desk.overrule.about', { masked: seen.masked })}</p>
        <Field label={say('desk.overrule.ground')}>
          {(ids) => (
            <Select
              {...ids}
              value={ground}
              onChange={setGround}
              options={(grounds.data ?? []).map(({ code, article }) => ({
                value: code,
                label: [say(`documents.overrule.${code}`), article].filter(Boolean).join(' · '),
              }))}
            />
          )}
        </Field>
        <Field label={say('desk.overrule.reason')} hint={<p>{say('desk.overrule.reason.hint')}</p>}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 2 }}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
