import { Checkbox, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  changeDocket,
  type DocketLine,
  docketKinds,
  listDockets,
  openDocket,
} from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { Field } from '../../parts/Field.tsx'
import { OrganizationSelect } from '../../parts/OrganizationSelect.tsx'
import { DayField, TextField } from '../../parts/TextField.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'

const days = ['toldOn', 'filedOn', 'receivedOn', 'acceptedOn'] as const

/** The particulars of a docket: a new one, or one that is not decided. */
export function DocketForm(props: { of: DocketLine | null; onDone: () => void }) {
  const say = useSay()
  const { of } = props
  const [typed, setTyped] = useState({
    kind: of?.kind ?? 'reconsideration',
    previousId: of?.previousId ?? null,
    authority: of?.authority ?? '',
    caseNumber: of?.caseNumber ?? '',
    summary: of?.summary ?? false,
    toldOn: of?.toldOn ?? '',
    filedOn: of?.filedOn ?? '',
    receivedOn: of?.receivedOn ?? '',
    acceptedOn: of?.acceptedOn ?? '',
  })
  const [requestNumber, setRequestNumber] = useState('')
  const [organizationId, setOrganizationId] = useState<number | null>(null)
  const [duty, setDuty] = useState('')
  const [prolonged, setProlonged] = useState(of?.prolonged ?? false)
  const isSuit = typed.kind === 'litigation'
  const { data: decided } = useCall(
    listDockets,
    isSuit ? { kind: 'reconsideration', state: 'decided' } : null,
  )
  const open = useAct(openDocket, { refreshes: [listDockets], done: props.onDone })
  const change = useAct(changeDocket, { refreshes: [listDockets], done: props.onDone })
  const put = (some: Partial<typeof typed>) => setTyped({ ...typed, ...some })
  const save = () => {
    const day = (on: string) => (on === '' ? null : on)
    const particulars = {
      ...typed,
      previousId: isSuit ? typed.previousId : null,
      toldOn: day(typed.toldOn),
      receivedOn: day(typed.receivedOn),
      acceptedOn: day(typed.acceptedOn),
    }
    if (of) change.mutate({ ...particulars, id: of.id, version: of.version, prolonged })
    else open.mutate({ ...particulars, requestNumber, organizationId, duty })
  }
  return (
    <ActForm
      act={of ? change : open}
      ok={say('learning.docket.save')}
      disabled={typed.filedOn === '' || typed.authority.trim().length < 2}
      onSubmit={save}
    >
      {!of && (
        <>
          <TextField
            label={say('learning.docket.number')}
            value={requestNumber}
            onChange={(text) => setRequestNumber(text.trim())}
          />
          {requestNumber === '' && (
            <>
              <Field label={say('learning.docket.organization')}>
                {({ id }) => (
                  <OrganizationSelect id={id} value={organizationId} onChange={setOrganizationId} />
                )}
              </Field>
              <TextField
                label={say('learning.docket.duty')}
                maxLength={200}
                value={duty}
                onChange={setDuty}
              />
            </>
          )}
        </>
      )}
      <Radio.Group
        aria-label={say('learning.docket.kind')}
        value={typed.kind}
        onChange={({ target }) => put({ kind: target.value })}
        options={docketKinds.map((value) => ({
          value,
          label: say(`learning.docket.kind.${value}`),
        }))}
      />
      {isSuit && (
        <Field label={say('learning.docket.previous')} optional>
          {(ids) => (
            <Select
              {...ids}
              allowClear
              style={{ width: '100%' }}
              value={typed.previousId}
              onChange={(value: number | undefined) => put({ previousId: value ?? null })}
              options={(decided?.items ?? []).map((one) => ({
                value: one.id,
                label: `${one.caseNumber || one.authority} ${one.request?.title ?? one.duty}`,
              }))}
            />
          )}
        </Field>
      )}
      <TextField
        label={say('learning.docket.authority')}
        maxLength={100}
        value={typed.authority}
        onChange={(text) => put({ authority: text })}
      />
      <TextField
        label={say('learning.docket.caseNumber')}
        optional
        maxLength={60}
        value={typed.caseNumber}
        onChange={(text) => put({ caseNumber: text })}
      />
      {days.map((day) => (
        <DayField
          key={day}
          label={say(`learning.docket.${day}`)}
          optional={day !== 'filedOn'}
          value={typed[day]}
          onChange={(text) => put({ [day]: text })}
        />
      ))}
      <Checkbox checked={typed.summary} onChange={({ target }) => put({ summary: target.checked })}>
        {say('learning.docket.summary')}
      </Checkbox>
      {of && !isSuit && (
        <Checkbox checked={prolonged} onChange={({ target }) => setProlonged(target.checked)}>
          {say('learning.docket.prolonged')}
        </Checkbox>
      )}
    </ActForm>
  )
}
