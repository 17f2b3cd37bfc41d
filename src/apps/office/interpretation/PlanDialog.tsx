import { Button } from 'antd'
import { useState } from 'react'
import { type Form, forms, interpretationDesk, setPlan } from '#interpretation/contract'
import { dateAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
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
    <Dialog
      title={say('office.interpretation.plan')}
      ok={say('office.save')}
      act={act}
      width={720}
      isReady={items.every((item) => item.author.trim() !== '')}
      onOk={() => act.mutate({ id: props.documentId, items })}
      onClose={props.onClose}
    >
      {items.map((item, at) => (
        <fieldset key={item.form} className="plan-item">
          <div className="two">
            <SelectField
              label={say('field.interpretation.form')}
              value={item.form}
              onChange={(form) => change(at, { form })}
              options={optionsOf(forms, (value) => say(`interpretation.form.${value}`))}
            />
            <DayField
              label={say('office.interpretation.plannedOn')}
              value={item.plannedOn}
              onChange={(plannedOn) => change(at, { plannedOn })}
            />
            {texts.map((name) => (
              <TextField
                key={name}
                label={say(`office.interpretation.${name}`)}
                optional={name === 'authorPost'}
                maxLength={100}
                value={item[name]}
                onChange={(text) => change(at, { [name]: text })}
              />
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
    </Dialog>
  )
}
