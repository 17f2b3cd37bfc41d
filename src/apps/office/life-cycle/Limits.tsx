import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Limit, limits, limitUnits, setLimit } from '#documents/contract'
import { dateAt } from '#platform/civil-date'
import type { Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { ListScreen } from '../parts/ListScreen.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { optionsOf } from '../parts/options.ts'
import { PageTitle } from '../parts/PageTitle.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { Rooms } from './Rooms.tsx'

/** A limit from a day on, with the rule that sets it. */
function ChangeLimit(props: { limit: Limit; onClose: () => void }) {
  const say = useSay()
  const [fields, setFields] = useState({ ...props.limit, appliesFrom: dateAt(new Date()) })
  const act = useAct(setLimit, {
    refreshes: [limits],
    said: say('agreement.done'),
    done: props.onClose,
  })
  const put = (part: Partial<Limit>) => setFields({ ...fields, ...part })
  return (
    <Dialog
      title={say(`limit.${props.limit.name}`)}
      ok={say('limit.change')}
      act={act}
      isReady={fields.source.trim().length >= 2}
      onOk={() => act.mutate(fields)}
      onClose={props.onClose}
    >
      <NumberField
        label={say('limit.amount')}
        min={1}
        max={400}
        value={fields.amount}
        onChange={(amount) => put({ amount: amount ?? 1 })}
      />
      <SelectField
        label={say('limit.unit')}
        value={fields.unit}
        onChange={(unit: Limit['unit']) => put({ unit })}
        options={optionsOf(limitUnits, (value) => say(`limit.unitName.${value}`))}
      />
      <TextField
        label={say('limit.source')}
        maxLength={300}
        value={fields.source}
        onChange={(source) => put({ source })}
      />
      <DayField
        label={say('limit.appliesFrom')}
        value={fields.appliesFrom}
        onChange={(appliesFrom) => put({ appliesFrom })}
      />
    </Dialog>
  )
}

interface Row {
  readonly latest: Limit
  readonly former: readonly Limit[]
}

const columnsOf = (say: Say, open: ((row: Row) => void) | null): Column<Row>[] => [
  { key: 'name', title: say('limit.name'), show: ({ latest }) => say(`limit.${latest.name}`) },
  {
    key: 'amount',
    title: say('limit.amount'),
    width: 150,
    show: ({ latest }) => <b>{say(`limit.unit.${latest.unit}`, { n: latest.amount })}</b>,
  },
  {
    key: 'source',
    title: say('limit.source'),
    show: ({ latest, former }) => (
      <>
        {latest.source}
        {former.map((one) => (
          <small key={one.appliesFrom} className="quiet number">
            {say('limit.former')} {say(`limit.unit.${one.unit}`, { n: one.amount })} {one.source}
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
    show: (row) =>
      open && (
        <Button size="small" onClick={() => open(row)}>
          {say('limit.change')}
        </Button>
      ),
  },
]

function Title(props: { about?: ReactNode }) {
  const say = useSay()
  return (
    <>
      <PageTitle title={say('limit.title')} about={props.about} />
      <Rooms />
    </>
  )
}

/** Limits by law and custom, each with its source and what it was before. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const asked = useCall(limits, {})
  const mayChange = holds(['disclosureOffice', 'administrator'])
  const byName = [...Map.groupBy(asked.data?.limits ?? [], (one) => one.name).values()]
  return (
    <ListScreen<Row>
      Title={Title}
      about={say('limit.about')}
      asked={asked}
      rows={byName.flatMap(([latest, ...former]) => (latest ? [{ latest, former }] : []))}
      rowKey={(row) => row.latest.name}
      columns={(open) => columnsOf(say, mayChange ? open : null)}
      dialog={(row, close) => row && <ChangeLimit limit={row.latest} onClose={close} />}
    />
  )
}
