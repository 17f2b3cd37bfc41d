import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import {
  changeDocket,
  type DocketLine,
  docketKinds,
  listDockets,
  openDocket,
} from '#requests/contract'
import { Field } from '../../parts/Field.tsx'
import { OrganizationSelect } from '../../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
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
    <form
      className="stack-fields"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <RefusalNote error={open.error ?? change.error} />
      {!of && (
        <>
          <Field label={say('learning.docket.number')}>
            {(ids) => (
              <Input
                {...ids}
                value={requestNumber}
                onChange={({ target }) => setRequestNumber(target.value.trim())}
              />
            )}
          </Field>
          {requestNumber === '' && (
            <>
              <Field label={say('learning.docket.organization')}>
                {({ id }) => (
                  <OrganizationSelect id={id} value={organizationId} onChange={setOrganizationId} />
                )}
              </Field>
              <Field label={say('learning.docket.duty')}>
                {(ids) => (
                  <Input
                    {...ids}
                    maxLength={200}
                    value={duty}
                    onChange={({ target }) => setDuty(target.value)}
                  />
                )}
              </Field>
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
      <Field label={say('learning.docket.authority')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={100}
            value={typed.authority}
            onChange={({ target }) => put({ authority: target.value })}
          />
        )}
      </Field>
      <Field label={say('learning.docket.caseNumber')} optional>
        {(ids) => (
          <Input
            {...ids}
            maxLength={60}
            value={typed.caseNumber}
            onChange={({ target }) => put({ caseNumber: target.value })}
          />
        )}
      </Field>
      {days.map((day) => (
        <Field key={day} label={say(`learning.docket.${day}`)} optional={day !== 'filedOn'}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={typed[day]}
              onChange={({ target }) => put({ [day]: target.value })}
            />
          )}
        </Field>
      ))}
      <Checkbox checked={typed.summary} onChange={({ target }) => put({ summary: target.checked })}>
        {say('learning.docket.summary')}
      </Checkbox>
      {of && !isSuit && (
        <Checkbox checked={prolonged} onChange={({ target }) => setProlonged(target.checked)}>
          {say('learning.docket.prolonged')}
        </Checkbox>
      )}
      <div>
        <Button
          type="primary"
          htmlType="submit"
          disabled={typed.filedOn === '' || typed.authority.trim().length < 2}
          loading={open.isPending || change.isPending}
        >
          {say('learning.docket.save')}
        </Button>
      </div>
    </form>
  )
}
