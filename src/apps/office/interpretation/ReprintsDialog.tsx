import { Button } from 'antd'
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
import { Dialog } from '../parts/Dialog.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
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
    <Dialog
      title={say('office.reprints')}
      ok={say('office.reprints.record')}
      act={{ error: record.error ?? remove.error, isPending: record.isPending }}
      width={680}
      isReady={fields.outlet.trim() !== ''}
      onOk={() => record.mutate({ ...fields, id: props.documentId })}
      onClose={props.onClose}
    >
      <ul>
        {data?.reprints.map((one) => (
          <li key={one.id}>
            {say(`office.reprints.kind.${one.kind}`)} {one.outlet} <DateText of={one.reprintedOn} />{' '}
            {one.reach !== null && say('office.reprints.reach', { count: one.reach })}{' '}
            <Button type="link" size="small" onClick={() => remove.mutate({ id: one.id })}>
              {say('office.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="two">
        <SelectField
          label={say('office.reprints.kind')}
          value={fields.kind}
          onChange={(kind) => setFields({ ...fields, kind })}
          options={optionsOf(reprintKinds, (value) => say(`office.reprints.kind.${value}`))}
        />
        <DayField
          label={say('office.reprints.on')}
          value={fields.reprintedOn}
          onChange={(reprintedOn) => setFields({ ...fields, reprintedOn })}
        />
        <TextField
          label={say('office.reprints.outlet')}
          maxLength={100}
          value={fields.outlet}
          onChange={(outlet) => setFields({ ...fields, outlet })}
        />
        <NumberField
          label={say('office.reprints.count')}
          optional
          min={0}
          value={fields.reach}
          onChange={(reach) => setFields({ ...fields, reach })}
        />
      </div>
      <TextField
        label={say('office.reprints.address')}
        optional
        maxLength={500}
        value={fields.address}
        onChange={(address) => setFields({ ...fields, address })}
      />
    </Dialog>
  )
}
