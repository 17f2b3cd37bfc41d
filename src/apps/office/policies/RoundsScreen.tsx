import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { listRounds, openRound, type RoundLine } from '#policies/contract'
import { CardTable, type Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { PolicyTitle } from './PolicyTitle.tsx'

const keepers = ['sectionHead', 'leader', 'signer', 'disclosureOffice'] as const

const columnsOf = (say: Say): Column<RoundLine>[] => [
  {
    key: 'title',
    title: say('policies.round.title'),
    show: (round) => (
      <>
        <Link to={`/documents/policies/rounds/${round.id}`}>{round.title}</Link>
        <small className="quiet">{round.organization.name}</small>
      </>
    ),
  },
  {
    key: 'years',
    title: say('policies.round.years'),
    width: 130,
    show: (round) => `${round.fromYear}–${round.toYear}`,
  },
  {
    key: 'owed',
    title: say('policies.round.owed'),
    width: 160,
    show: (round) => (
      <span className={round.late ? 'late' : ''}>
        {say('policies.round.owedOf', { owed: round.owed, all: round.documents })}
      </span>
    ),
  },
  {
    key: 'due',
    title: say('policies.round.dueOn'),
    width: 130,
    show: (round) => <DateText of={round.dueOn} />,
  },
  {
    key: 'state',
    title: say('policies.round.state'),
    width: 130,
    show: (round) => say(`policy.round.${round.state}`),
  },
]

function OpenRound({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { holds } = useSession()
  const thisYear = new Date().getFullYear()
  const [typed, setTyped] = useState({
    title: '',
    ground: '',
    fromYear: String(thisYear - 10),
    toYear: String(thisYear - 1),
    dueOn: '',
  })
  const [organizationId, setOrganization] = useState<number | null>(null)
  const open = useAct(openRound, {
    refreshes: [listRounds],
    done: (round) => void navigate(`/documents/policies/rounds/${round.id}`),
  })
  const put = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value })
  const isReady = organizationId !== null && typed.title.trim().length > 3 && typed.dueOn !== ''
  return (
    <Modal
      open
      title={say('policies.round.open')}
      okText={say('policies.round.open')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !isReady, loading: open.isPending }}
      onCancel={onClose}
      onOk={() =>
        organizationId !== null &&
        open.mutate({
          ...typed,
          organizationId,
          fromYear: Number(typed.fromYear),
          toYear: Number(typed.toYear),
        })
      }
    >
      <RefusalNote error={open.error} />
      <Field label={say('policies.round.title')}>
        {(ids) => <Input {...ids} value={typed.title} onChange={put('title')} />}
      </Field>
      <Field label={say('policies.round.unit')} hint={say('policies.round.unit.hint')}>
        {(ids) => (
          <OrganizationSelect
            {...ids}
            value={organizationId}
            onChange={setOrganization}
            may={(one) => holds(keepers, one.path)}
          />
        )}
      </Field>
      <Field label={say('policies.round.ground')} optional>
        {(ids) => <Input {...ids} value={typed.ground} onChange={put('ground')} />}
      </Field>
      <div className="filters">
        <Field label={say('policies.round.fromYear')}>
          {(ids) => (
            <Input {...ids} type="number" value={typed.fromYear} onChange={put('fromYear')} />
          )}
        </Field>
        <Field label={say('policies.round.toYear')}>
          {(ids) => <Input {...ids} type="number" value={typed.toYear} onChange={put('toYear')} />}
        </Field>
        <Field label={say('policies.round.dueOn')}>
          {(ids) => <Input {...ids} type="date" value={typed.dueOn} onChange={put('dueOn')} />}
        </Field>
      </div>
    </Modal>
  )
}

/** Clean-up rounds that reach my units, those under way first. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const [isOpening, setOpening] = useState(false)
  const { data, error, isPending, refetch } = useCall(listRounds, {})
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  return (
    <>
      <PolicyTitle
        about={say('policies.rounds.about')}
        actions={
          holds(keepers) && (
            <Button type="primary" onClick={() => setOpening(true)}>
              {say('policies.round.open')}
            </Button>
          )
        }
      />
      <CardTable
        rows={data ?? []}
        rowKey={(round) => round.id}
        columns={columnsOf(say)}
        loading={isPending}
        empty={
          <Empty title={say('policies.rounds.empty')} next={say('policies.rounds.empty.next')} />
        }
      />
      {isOpening && <OpenRound onClose={() => setOpening(false)} />}
    </>
  )
}
