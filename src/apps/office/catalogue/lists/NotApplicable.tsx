import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { declareNotApplicable, type Obligation } from '#catalogue/contract'
import type { Endpoint } from '#platform/endpoint'
import { Field } from '../../parts/Field.tsx'
import { matterName } from '../../parts/MatterSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** Declares that nothing of a kind happens at a unit; the reason stands on the public account. */
export function NotApplicable(props: {
  duty: Obligation
  refreshes: readonly Endpoint[]
  onClose: () => void
}) {
  const say = useSay()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const act = useAct(declareNotApplicable, {
    refreshes: props.refreshes,
    done: () => {
      void message.success(say('office.done'))
      props.onClose()
    },
  })
  return (
    <Modal
      open
      title={say('office.catalogue.notApplicable.title', { name: matterName(props.duty) })}
      okText={say('office.catalogue.notApplicable')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() =>
        act.mutate({
          organizationId: props.duty.organizationId,
          matterCode: props.duty.matterCode,
          reason,
        })
      }
    >
      <div className="stack">
        <RefusalNote error={act.error} />
        <Field
          label={say('office.catalogue.notApplicable.reason')}
          hint={say('office.catalogue.notApplicable.hint')}
        >
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={3}
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
