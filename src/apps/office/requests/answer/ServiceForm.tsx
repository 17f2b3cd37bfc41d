import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import { answerPage, enterService, requestCase } from '#requests/contract'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

const ways = ['online', 'email', 'post', 'pickUp', 'fax', 'onSite'] as const
type Way = (typeof ways)[number]
const carriers = ['ems', 'registered', 'other'] as const
const handed: readonly Way[] = ['pickUp', 'onSite']

/** How a letter was served, by the way asked for, with what proves it. */
export function ServiceForm(props: { letterId: number; delivery: string; onDone: () => void }) {
  const say = useSay()
  const [way, setWay] = useState<Way>(ways.find((one) => one === props.delivery) ?? 'post')
  const [carrier, setCarrier] = useState<(typeof carriers)[number]>('ems')
  const [text, setText] = useState({ waybill: '', signedBy: '', address: '' })
  const [on, setOn] = useState(dateAt(new Date()))
  const act = useAct(enterService, { refreshes: [answerPage, requestCase], done: props.onDone })
  const line = (name: keyof typeof text) => (
    <Field label={say(`field.${name}`)} name={name}>
      {(ids) => (
        <Input
          {...ids}
          value={text[name]}
          onChange={({ target }) => setText({ ...text, [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <form
      className="stack-fields"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({
          letterId: props.letterId,
          way,
          ...(handed.includes(way) ? { signedOn: on } : { postedOn: on }),
          ...(way === 'post' && { carrier }),
          ...text,
        })
      }}
    >
      <RefusalNote error={act.error} />
      <div className="field-row">
        <Field label={say('office.answer.way')}>
          {(ids) => (
            <Select
              {...ids}
              value={way}
              onChange={setWay}
              options={ways.map((value) => ({ value, label: say(`letters.delivery.${value}`) }))}
            />
          )}
        </Field>
        <Field label={say(handed.includes(way) ? 'field.signedOn' : 'field.postedOn')}>
          {(ids) => (
            <Input {...ids} type="date" value={on} onChange={({ target }) => setOn(target.value)} />
          )}
        </Field>
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
      <div className="part-actions">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {say('office.answer.served')}
        </Button>
        <Button onClick={props.onDone}>{say('office.answer.cancel')}</Button>
      </div>
    </form>
  )
}
