import { Select } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import { answerPage, enterService, requestCase } from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { Field } from '../../parts/Field.tsx'
import { DayField, TextField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { type Delivery, DeliveryField } from '../DeliveryField.tsx'

const carriers = ['ems', 'registered', 'other'] as const
const handed: readonly Delivery[] = ['pickUp', 'onSite']

/** How a letter was served, by the way asked for, with what proves it. */
export function ServiceForm(props: {
  letterId: number
  delivery: Delivery
  /** Names of what goes along with the letter, to be put beside it. */
  enclosed: readonly string[]
  onDone: () => void
}) {
  const say = useSay()
  const [way, setWay] = useState(props.delivery)
  const [carrier, setCarrier] = useState<(typeof carriers)[number]>('ems')
  const [text, setText] = useState({ waybill: '', signedBy: '', address: '' })
  const [on, setOn] = useState(dateAt(new Date()))
  const { enclosed } = props
  const act = useAct(enterService, { refreshes: [answerPage, requestCase], done: props.onDone })
  const line = (name: keyof typeof text) => (
    <TextField
      label={say(`field.${name}`)}
      name={name}
      value={text[name]}
      onChange={(typed) => setText({ ...text, [name]: typed })}
    />
  )
  return (
    <ActForm
      act={act}
      ok={say('office.answer.served')}
      onSubmit={() =>
        act.mutate({
          letterId: props.letterId,
          way,
          ...(handed.includes(way) ? { signedOn: on } : { postedOn: on }),
          ...(way === 'post' && { carrier }),
          ...text,
        })
      }
      onCancel={props.onDone}
    >
      <div className="field-row">
        <DeliveryField value={way} onChange={setWay} />
        <DayField
          label={say(handed.includes(way) ? 'field.signedOn' : 'field.postedOn')}
          value={on}
          onChange={setOn}
        />
        {way === 'post' && (
          <Field label={say('field.carrier')}>
            {(ids) => (
              <Select
                {...ids}
                value={carrier}
                onChange={setCarrier}
                options={carriers.map((value) => ({
                  value,
                  label: say(`office.answer.carrier.${value}`),
                }))}
              />
            )}
          </Field>
        )}
        {way === 'post' && line('waybill')}
        {handed.includes(way) && line('signedBy')}
        {(way === 'email' || way === 'fax') && line('address')}
      </div>
      {enclosed.length > 0 && (
        <div className="enclosed">
          <p>
            {say(way === 'online' ? 'office.supply.enclosed.online' : 'office.supply.enclosed', {
              count: enclosed.length,
            })}
          </p>
          <ol>
            {enclosed.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </div>
      )}
    </ActForm>
  )
}
