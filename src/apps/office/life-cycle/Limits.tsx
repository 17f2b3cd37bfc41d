import { App, Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { type Limit, limits, limitUnits, setLimit } from '#documents/contract'
import { dateAt } from '#platform/civil-date'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Fault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { Rooms } from './Rooms.tsx'

/** A limit from a day on, with the rule that sets it. */
function ChangeLimit(props: { limit: Limit; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [fields, setFields] = useState({ ...props.limit, appliesFrom: dateAt(new Date()) })
  const act = useAct(setLimit, {
    refreshes: [limits],
    done: () => {
      void message.success(say('agreement.done'))
      props.onClose()
    },
  })
  const put = (part: Partial<Limit>) => setFields({ ...fields, ...part })
  return (
    <Modal
      open
      title={say(`limit.${props.limit.name}`)}
      okText={say('limit.change')}
      cancelText={say('office.cancel')}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: fields.source.trim().length < 2 }}
      onCancel={props.onClose}
      onOk={() => act.mutate(fields)}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <Field label={say('limit.amount')}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={400}
              value={fields.amount}
              onChange={(amount) => put({ amount: amount ?? 1 })}
            />
          )}
        </Field>
        <Field label={say('limit.unit')}>
          {(ids) => (
            <Select
              {...ids}
              value={fields.unit}
              onChange={(unit: Limit['unit']) => put({ unit })}
              options={limitUnits.map((value) => ({
                value,
                label: say(`limit.unitName.${value}`),
              }))}
            />
          )}
        </Field>
        <Field label={say('limit.source')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={300}
              value={fields.source}
              onChange={(event) => put({ source: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('limit.appliesFrom')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={fields.appliesFrom}
              onChange={(event) => put({ appliesFrom: event.target.value })}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}

/** Limits by law and custom, each with its source and what it was before. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const { data, error } = useCall(limits, {})
  const [limit, setOpen] = useState<Limit | null>(null)
  const mayChange = holds(['disclosureOffice', 'administrator'])
  const byName = [...Map.groupBy(data?.limits ?? [], (one) => one.name).values()]
  return (
    <>
      <PageTitle title={say('limit.title')} about={say('limit.about')} />
      <Rooms />
      {error && !data && <Fault error={error} />}
      {!data && !error && <Waiting rows={6} />}
      {data && (
        <section className="block">
          <CardTable
            rows={byName.flatMap(([latest, ...former]) => (latest ? [{ latest, former }] : []))}
            rowKey={(row) => row.latest.name}
            columns={[
              {
                key: 'name',
                title: say('limit.name'),
                show: ({ latest }) => say(`limit.${latest.name}`),
              },
              {
                key: 'amount',
                title: say('limit.amount'),
                width: 150,
                show: ({ latest }) => (
                  <b>{say(`limit.unit.${latest.unit}`, { n: latest.amount })}</b>
                ),
              },
              {
                key: 'source',
                title: say('limit.source'),
                show: ({ latest, former }) => (
                  <>
                    {latest.source}
                    {former.map((one) => (
                      <small key={one.appliesFrom} className="quiet number">
                        {say('limit.former')} {say(`limit.unit.${one.unit}`, { n: one.amount })}{' '}
                        {one.source}
                      </small>
                    ))}
                  </>
                ),
              },
              {
                key: 'appliesFrom',
                title: say('limit.appliesFrom'),
                width: 130,
                show: ({ latest }) => <DateText of={latest.appliesFrom} />,
              },
              {
                key: 'change',
                title: '',
                width: 90,
                show: ({ latest }) =>
                  mayChange && (
                    <Button size="small" onClick={() => setOpen(latest)}>
                      {say('limit.change')}
                    </Button>
                  ),
              },
            ]}
          />
        </section>
      )}
      {limit && <ChangeLimit limit={limit} onClose={() => setOpen(null)} />}
    </>
  )
}
