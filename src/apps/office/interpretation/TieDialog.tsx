import { App, Checkbox, Modal, Select } from 'antd'
import { useState } from 'react'
import { type Form, forms, interpretationDesk, tieMaterial } from '#interpretation/contract'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { PolicySelect } from './PolicySelect.tsx'

/** Ties a document that exists already to the policy that it explains (M51). */
export function TieDialog(props: {
  policyId: number
  form: Form
  isLive: boolean
  onClose: () => void
}) {
  const say = useSay()
  const { message } = App.useApp()
  const [documentId, setDocument] = useState<number | null>(null)
  const [typed, setTyped] = useState({
    form: props.form,
    author: '',
    authorPost: '',
    followUp: false,
  })
  const put = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const act = useAct(tieMaterial, {
    refreshes: [interpretationDesk],
    done: () => {
      void message.success(say('office.interpretation.tie.done'))
      props.onClose()
    },
  })
  return (
    <Modal
      open
      width={640}
      title={say('office.interpretation.tie.title')}
      okText={say('office.interpretation.tie')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: documentId === null }}
      confirmLoading={act.isPending}
      onOk={() =>
        documentId !== null && act.mutate({ ...typed, documentId, policyId: props.policyId })
      }
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <p className="quiet">{say('office.interpretation.tie.about')}</p>
        <Field label={say('office.interpretation.tie.document')}>
          {({ id }) => (
            <PolicySelect
              any
              id={id}
              not={props.policyId}
              placeholder={say('office.interpretation.tie.document.choose')}
              value={documentId}
              onChange={setDocument}
            />
          )}
        </Field>
        <Field label={say('field.interpretation.form')}>
          {(ids) => (
            <Select
              {...ids}
              value={typed.form}
              onChange={(form) => put({ form })}
              options={forms.map((value) => ({
                value,
                label: say(`interpretation.form.${value}`),
              }))}
            />
          )}
        </Field>
        <div className="two">
          <TextField
            optional
            label={say('office.interpretation.author')}
            maxLength={100}
            value={typed.author}
            onChange={(author) => put({ author })}
          />
          <TextField
            optional
            label={say('office.interpretation.authorPost')}
            maxLength={100}
            value={typed.authorPost}
            onChange={(authorPost) => put({ authorPost })}
          />
        </div>
        {props.isLive && (
          <Checkbox
            checked={typed.followUp}
            onChange={({ target }) => put({ followUp: target.checked })}
          >
            {say('office.interpretation.tie.followUp')}
          </Checkbox>
        )}
      </div>
    </Modal>
  )
}
