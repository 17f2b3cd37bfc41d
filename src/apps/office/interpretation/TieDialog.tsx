import { Checkbox } from 'antd'
import { useState } from 'react'
import { type Form, forms, interpretationDesk, tieMaterial } from '#interpretation/contract'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
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
    said: say('office.interpretation.tie.done'),
    done: props.onClose,
  })
  return (
    <Dialog
      title={say('office.interpretation.tie.title')}
      ok={say('office.interpretation.tie')}
      act={act}
      width={640}
      isReady={documentId !== null}
      onOk={() =>
        documentId !== null && act.mutate({ ...typed, documentId, policyId: props.policyId })
      }
      onClose={props.onClose}
    >
      <p className="quiet">{say('office.interpretation.tie.about')}</p>
      <Field label={say('office.interpretation.tie.document')}>
        {(ids) => (
          <PolicySelect
            any
            {...ids}
            not={props.policyId}
            placeholder={say('office.interpretation.tie.document.choose')}
            value={documentId}
            onChange={setDocument}
          />
        )}
      </Field>
      <SelectField
        label={say('field.interpretation.form')}
        value={typed.form}
        onChange={(form) => put({ form })}
        options={optionsOf(forms, (value) => say(`interpretation.form.${value}`))}
      />
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
    </Dialog>
  )
}
