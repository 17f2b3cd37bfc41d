import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { type Form, forms, interpretationDesk, setPlan } from '#interpretation/contract'
import { dateAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

type Plan = AnswerOf<typeof interpretationDesk>['plan']

const texts = ['author', 'authorPost'] as const

/** In which forms, by whom and when a policy will be explained. */
export function PlanDialog(props: { documentId: number; plan: Plan; onClose: () => void }) {
  const say = useSay()
  const blank = (form: Form) => ({
    form,
    author: '',
    authorPost: '',
    plannedOn: dateAt(new Date()),
    channel: '',
  })
  const [items, setItems] = useState(() =>
    props.plan.length > 0 ? props.plan.map(({ isOut: _, ...item }) => item) : [blank('text')],
  )
  const act = useAct(setPlan, { refreshes: [interpretationDesk], done: props.onClose })
  const change = (at: number, part: Partial<(typeof items)[number]>) =>
    setItems(items.map((item, n) => (n === at ? { ...item, ...part } : item)))
  const free = forms.find((form) => items.every((item) => item.form !== form))
  return (
    <Modal
      open
      width={720}
      title={say('office.interpretation.plan')}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: items.some((item) => item.author.trim() === '') }}
      confirmLoading={act.isPending}
      onOk={() => act.mutate({ id: props.documentId, items })}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        {items.map((item, at) => (
          <fieldset key={item.form} className="plan-item">
            <div className="two">
              <Field label={say('field.interpretation.form')}>
                {(ids) => (
                  <Select
                    {...ids}
                    value={item.form}
                    onChange={(form) => change(at, { form })}
                    options={forms.map((value) => ({
                      value,
                      label: say(`interpretation.form.${value}`),
                    }))}
                  />
                )}
              </Field>
              <Field label={say('office.interpretation.plannedOn')}>
                {(ids) => (
                  <Input
                    {...ids}
                    type="date"
                    value={item.plannedOn}
                    onChange={(event) => change(at, { plannedOn: event.target.value })}
                  />
                )}
              </Field>
              {texts.map((name) => (
                <Field
                  key={name}
                  label={say(`office.interpretation.${name}`)}
                  optional={name === 'authorPost'}
                >
                  {(ids) => (
                    <Input
                      {...ids}
                      maxLength={100}
                      value={item[name]}
                      onChange={(event) => change(at, { [name]: event.target.value })}
                    />
                  )}
                </Field>
              ))}
            </div>
            <Button
              type="link"
              size="small"
              onClick={() => setItems(items.filter((_, n) => n !== at))}
            >
              {say('office.remove')}
            </Button>
          </fieldset>
        ))}
        {free && (
          <div>
            <Button onClick={() => setItems([...items, blank(free)])}>
              {say('office.interpretation.plan.more')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  )
}
