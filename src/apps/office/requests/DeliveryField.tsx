import { Select } from 'antd'
import { deliveries } from '#requests/contract'
import { Field } from '../parts/Field.tsx'
import { useSay } from '../words.tsx'

export type Delivery = (typeof deliveries)[number]

/** The way by which an answer was served. */
export function DeliveryField(props: { value: Delivery; onChange: (way: Delivery) => void }) {
  const say = useSay()
  return (
    <Field label={say('office.answer.way')}>
      {(ids) => (
        <Select
          {...ids}
          value={props.value}
          onChange={props.onChange}
          options={deliveries.map((value) => ({ value, label: say(`letters.delivery.${value}`) }))}
        />
      )}
    </Field>
  )
}
