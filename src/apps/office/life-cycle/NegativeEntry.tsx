import { useState } from 'react'
import {
  addNegativeEntry,
  changeNegativeEntry,
  endNegativeEntry,
  type NegativeEntry,
  negativeAttributes,
  negativeExtents,
  negativeList,
} from '#catalogue/contract'
import { disclosureGrounds } from '#documents/contract'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { optionsOf } from '../parts/options.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

const blank = {
  category: '',
  attribute: 'notDisclosed' as NegativeEntry['attribute'],
  ground: '',
  article: '',
  extent: 'whole' as NegativeEntry['extent'],
  extentNote: '',
}

/** A category with its ground and extent; a change ends the former entry and begins the next. */
export function EntryForm(props: {
  organizationId: number
  entry: NegativeEntry | null
  onClose: () => void
}) {
  const say = useSay()
  const { entry } = props
  const [fields, setFields] = useState(() => {
    if (!entry) return blank
    const { category, attribute, ground, article, extent, extentNote } = entry
    return { category, attribute, ground, article, extent, extentNote }
  })
  const [signs, setSigns] = useState(entry?.signs.join('、') ?? '')
  const put = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const { data: grounds } = useCall(disclosureGrounds, {}, { staleTime: Number.POSITIVE_INFINITY })
  const fitting = (grounds ?? []).filter((one) => one.attributes.includes(fields.attribute))
  const settled = {
    refreshes: [negativeList],
    said: say('negative.done'),
    done: props.onClose,
  }
  const add = useAct(addNegativeEntry, settled)
  const change = useAct(changeNegativeEntry, settled)
  const save = () => {
    const words = signs
      .split(/[,，、;；\s]+/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const content = { ...fields, signs: words }
    if (entry) change.mutate({ id: entry.id, ...content })
    else add.mutate({ organizationId: props.organizationId, ...content })
  }
  return (
    <Dialog
      title={say(entry ? 'negative.change' : 'negative.add')}
      ok={say('office.save')}
      act={entry ? change : add}
      isReady={fields.category.trim().length >= 2 && fields.ground !== ''}
      onOk={save}
      onClose={props.onClose}
    >
      <TextField
        label={say('negative.category')}
        maxLength={200}
        value={fields.category}
        onChange={(category) => put({ category })}
      />
      <ChoiceField
        label={say('negative.attribute')}
        value={fields.attribute}
        onChange={(attribute) => put({ attribute, ground: '' })}
        options={optionsOf(negativeAttributes, (value) => say(`office.attribute.${value}`))}
      />
      <SelectField
        label={say('negative.ground')}
        className="whole"
        placeholder={say('desk.attribute.ground.choose')}
        value={fields.ground || undefined}
        onChange={(code: string) =>
          put({
            ground: code,
            article: fitting.find((one) => one.code === code)?.article ?? '',
          })
        }
        options={fitting.map((one) => ({
          value: one.code,
          label: say(`documents.ground.${one.code}`),
        }))}
      />
      <TextField
        label={say('negative.article')}
        maxLength={200}
        value={fields.article}
        onChange={(article) => put({ article })}
      />
      <ChoiceField
        label={say('negative.extent')}
        value={fields.extent}
        onChange={(extent) => put({ extent })}
        options={optionsOf(negativeExtents, (value) => say(`negative.extent.${value}`))}
      />
      <TextAreaField
        label={say('negative.extentNote')}
        optional={fields.extent === 'whole'}
        maxLength={500}
        value={fields.extentNote}
        onChange={(extentNote) => put({ extentNote })}
      />
      <TextField
        label={say('negative.signs')}
        optional
        hint={say('negative.signs.hint')}
        value={signs}
        onChange={setSigns}
      />
    </Dialog>
  )
}

/** Takes a category off the list with the reason; it stays on record. */
export function EndEntry(props: { entry: NegativeEntry; onClose: () => void }) {
  const say = useSay()
  const act = useAct(endNegativeEntry, { refreshes: [negativeList], done: props.onClose })
  return (
    <ReasonDialog
      title={props.entry.category}
      label={say('negative.end.reason')}
      ok={say('negative.end')}
      danger
      most={500}
      act={act}
      onReason={(reason) => act.mutate({ id: props.entry.id, reason })}
      onClose={props.onClose}
    />
  )
}
