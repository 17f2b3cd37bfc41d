import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { signForFile } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { afterMending, type ExaminedFile } from './examined.ts'

const shortestReason = 4

/** Answers with one's name for a file that the program could not judge. */
export function SignDialog(props: { file: ExaminedFile; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const act = useAct(signForFile, {
    refreshes: afterMending,
    done: () => {
      void message.success(say('desk.files.scan.done.sign'))
      props.onClose()
    },
  })
  return (
    <Modal
      open
      title={say('desk.files.scan.sign.title', { name: props.file.name })}
      okText={say('desk.files.scan.sign')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: reason.trim().length < shortestReason }}
      confirmLoading={act.isPending}
      onOk={() => act.mutate({ id: props.file.id, reason: reason.trim() })}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <Field
          label={say('desk.files.scan.sign.reason')}
          hint={<p>{say('desk.files.scan.sign.hint')}</p>}
        >
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              autoSize={{ minRows: 3 }}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
