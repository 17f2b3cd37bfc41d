import { Radio } from 'antd'
import { useState } from 'react'
import {
  type DetailName,
  formFields,
  forms,
  interpretationDesk,
  keepMaterial,
} from '#interpretation/contract'
import type { AnswerOf } from '../call.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
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
  const detail = (name: DetailName) => {
    const Line = long.includes(name) ? TextAreaField : name === 'heldOn' ? DayField : TextField
    return (
      <Line
        key={name}
        label={say(`field.interpretation.${name}`)}
        optional={!needs.includes(name)}
        value={fields.details[name] ?? ''}
        onChange={(text) => set({ details: { ...fields.details, [name]: text } })}
      />
    )
  }
  return (
    <Dialog
      title={say('office.interpretation.particulars')}
      ok={say('office.save')}
      act={act}
      width={720}
      onOk={() => act.mutate({ ...fields, id: props.documentId, version })}
      onClose={props.onClose}
    >
      <SelectField
        label={say('field.interpretation.form')}
        value={fields.form}
        onChange={(form) => set({ form })}
        options={optionsOf(forms, (value) => say(`interpretation.form.${value}`))}
      />
      <div className="two">
        {(['author', 'authorPost'] as const).map((name) => (
          <TextField
            key={name}
            label={say(`office.interpretation.${name}`)}
            optional={name === 'authorPost'}
            maxLength={100}
            value={fields[name]}
            onChange={(text) => set({ [name]: text })}
          />
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
            options={optionsOf(['covered', 'notApplicable', ...(required ? [] : [''])], (value) =>
              say(`office.interpretation.said.${value || 'nothing'}`),
            )}
          />
        </fieldset>
      ))}
    </Dialog>
  )
}
