import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import {
  interpretationDesk,
  listReprints,
  recordReprint,
  removeReprint,
  reprintKinds,
} from '#interpretation/contract'
import { dateAt } from '#platform/civil-date'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** Where a policy was reprinted or forwarded, and whom that reached (M55). */
export function ReprintsDialog(props: { documentId: number; onClose: () => void }) {
  const say = useSay()
  const { data } = useCall(listReprints, { id: props.documentId })
  const blank = {
    kind: 'newMedia' as (typeof reprintKinds)[number],
    outlet: '',
    address: '',
    reprintedOn: dateAt(new Date()),
    reach: null as number | null,
  }
  const [fields, setFields] = useState(blank)
  const refreshes = [listReprints, interpretationDesk]
  const record = useAct(recordReprint, { refreshes, done: () => setFields(blank) })
  const remove = useAct(removeReprint, { refreshes })
  return (
    <Modal
      open
      width={680}
      title={say('office.reprints')}
      okText={say('office.reprints.record')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: fields.outlet.trim() === '' }}
      confirmLoading={record.isPending}
      onOk={() => record.mutate({ ...fields, id: props.documentId })}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={record.error ?? remove.error} />
        <ul>
          {data?.reprints.map((one) => (
            <li key={one.id}>
              {say(`office.reprints.kind.${one.kind}`)} {one.outlet}{' '}
              <DateText of={one.reprintedOn} />{' '}
              {one.reach !== null && say('office.reprints.reach', { count: one.reach })}{' '}
              <Button type="link" size="small" onClick={() => remove.mutate({ id: one.id })}>
                {say('office.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <div className="two">
          <Field label={say('office.reprints.kind')}>
            {(ids) => (
              <Select
                {...ids}
                value={fields.kind}
                onChange={(kind) => setFields({ ...fields, kind })}
                options={reprintKinds.map((value) => ({
                  value,
                  label: say(`office.reprints.kind.${value}`),
                }))}
              />
            )}
          </Field>
          <Field label={say('office.reprints.on')}>
            {(ids) => (
              <Input
                {...ids}
                type="date"
                value={fields.reprintedOn}
                onChange={(event) => setFields({ ...fields, reprintedOn: event.target.value })}
              />
            )}
          </Field>
          <Field label={say('office.reprints.outlet')}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={100}
                value={fields.outlet}
                onChange={(event) => setFields({ ...fields, outlet: event.target.value })}
              />
            )}
          </Field>
          <Field label={say('office.reprints.count')} optional>
            {({ id }) => (
              <InputNumber
                id={id}
                min={0}
                value={fields.reach}
                onChange={(reach) => setFields({ ...fields, reach })}
              />
            )}
          </Field>
        </div>
        <Field label={say('office.reprints.address')} optional>
          {(ids) => (
            <Input
              {...ids}
              maxLength={500}
              value={fields.address}
              onChange={(event) => setFields({ ...fields, address: event.target.value })}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
