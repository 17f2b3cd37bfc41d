import { Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  type DetailName,
  formFields,
  forms,
  interpretationDesk,
  keepMaterial,
} from '#interpretation/contract'
import type { AnswerOf } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

type Material = NonNullable<AnswerOf<typeof interpretationDesk>['material']>

const long: readonly DetailName[] = ['altText', 'transcript']

/** What an interpretation of its form needs, and what its author says it covers. */
export function MaterialDialog(props: {
  documentId: number
  material: Material
  onClose: () => void
}) {
  const say = useSay()
  const { lines, version, policy: _, followUp: __, ...given } = props.material
  const [fields, setFields] = useState(given)
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const act = useAct(keepMaterial, { refreshes: [interpretationDesk], done: props.onClose })
  const { needs, may } = formFields[fields.form]
  const detail = (name: DetailName) => (
    <Field key={name} label={say(`field.interpretation.${name}`)} optional={!needs.includes(name)}>
      {(ids) =>
        long.includes(name) ? (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={fields.details[name] ?? ''}
            onChange={(event) =>
              set({ details: { ...fields.details, [name]: event.target.value } })
            }
          />
        ) : (
          <Input
            {...ids}
            type={name === 'heldOn' ? 'date' : 'text'}
            value={fields.details[name] ?? ''}
            onChange={(event) =>
              set({ details: { ...fields.details, [name]: event.target.value } })
            }
          />
        )
      }
    </Field>
  )
  return (
    <Modal
      open
      width={720}
      title={say('office.interpretation.particulars')}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      confirmLoading={act.isPending}
      onOk={() => act.mutate({ ...fields, id: props.documentId, version })}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <Field label={say('field.interpretation.form')}>
          {(ids) => (
            <Select
              {...ids}
              value={fields.form}
              onChange={(form) => set({ form })}
              options={forms.map((value) => ({
                value,
                label: say(`interpretation.form.${value}`),
              }))}
            />
          )}
        </Field>
        <div className="two">
          {(['author', 'authorPost'] as const).map((name) => (
            <Field
              key={name}
              label={say(`office.interpretation.${name}`)}
              optional={name === 'authorPost'}
            >
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={100}
                  value={fields[name]}
                  onChange={(event) => set({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        {[...needs, ...may].map(detail)}
        <h3>{say('office.interpretation.substance')}</h3>
        {lines.map(({ element, required, because }) => (
          <fieldset
            key={element}
            className="substance"
            aria-label={say(`field.substance.${element}`)}
          >
            <p>
              <b>{say(`field.substance.${element}`)}</b>
              {required && <small> {say('office.interpretation.required')}</small>}{' '}
              <span className="quiet">
                {because[0]
                  ? say('office.interpretation.because', { words: because[0] })
                  : say('office.interpretation.because.none')}
              </span>
            </p>
            <Radio.Group
              value={fields.substance[element] ?? ''}
              onChange={({ target }) => {
                const { [element]: ___, ...rest } = fields.substance
                set({ substance: target.value ? { ...rest, [element]: target.value } : rest })
              }}
              options={['covered', 'notApplicable', ...(required ? [] : [''])].map((value) => ({
                value,
                label: say(`office.interpretation.said.${value || 'nothing'}`),
              }))}
            />
          </fieldset>
        ))}
      </div>
    </Modal>
  )
}
