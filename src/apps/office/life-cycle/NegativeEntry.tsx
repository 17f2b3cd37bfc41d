import { App, Input, Modal, Radio, Select } from 'antd'
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
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
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
  const { message } = App.useApp()
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
    done: () => {
      void message.success(say('negative.done'))
      props.onClose()
    },
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
    <Modal
      open
      width={560}
      title={say(entry ? 'negative.change' : 'negative.add')}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: fields.category.trim().length < 2 || fields.ground === '' }}
      confirmLoading={add.isPending || change.isPending}
      onCancel={props.onClose}
      onOk={save}
    >
      <div className="stack-fields">
        <RefusalNote error={add.error ?? change.error} />
        <Field label={say('negative.category')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={200}
              value={fields.category}
              onChange={(event) => put({ category: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('negative.attribute')}>
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={say('negative.attribute')}
              value={fields.attribute}
              onChange={({ target }) =>
                put({ attribute: target.value as NegativeEntry['attribute'], ground: '' })
              }
              options={negativeAttributes.map((value) => ({
                value,
                label: say(`office.attribute.${value}`),
              }))}
            />
          )}
        </Field>
        <Field label={say('negative.ground')}>
          {(ids) => (
            <Select
              {...ids}
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
          )}
        </Field>
        <Field label={say('negative.article')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={200}
              value={fields.article}
              onChange={(event) => put({ article: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('negative.extent')}>
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={say('negative.extent')}
              value={fields.extent}
              onChange={({ target }) => put({ extent: target.value as NegativeEntry['extent'] })}
              options={negativeExtents.map((value) => ({
                value,
                label: say(`negative.extent.${value}`),
              }))}
            />
          )}
        </Field>
        <Field label={say('negative.extentNote')} optional={fields.extent === 'whole'}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              maxLength={500}
              value={fields.extentNote}
              onChange={(event) => put({ extentNote: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('negative.signs')} optional hint={<p>{say('negative.signs.hint')}</p>}>
          {(ids) => (
            <Input {...ids} value={signs} onChange={(event) => setSigns(event.target.value)} />
          )}
        </Field>
      </div>
    </Modal>
  )
}

/** Takes a category off the list with the reason; it stays on record. */
export function EndEntry(props: { entry: NegativeEntry; onClose: () => void }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const act = useAct(endNegativeEntry, { refreshes: [negativeList], done: props.onClose })
  return (
    <Modal
      open
      title={props.entry.category}
      okText={say('negative.end')}
      cancelText={say('office.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() => act.mutate({ id: props.entry.id, reason: reason.trim() })}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <Field label={say('negative.end.reason')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
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
