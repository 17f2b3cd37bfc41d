import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { listRounds, openRound, type RoundLine } from '#policies/contract'
import type { Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ListScreen } from '../parts/ListScreen.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { OrganizationField } from '../parts/OrganizationField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
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
  const [organizationId, setOrganization] = useState<number | null>(null)
  const [typed, setTyped] = useState({
    title: '',
    ground: '',
    fromYear: thisYear - 10,
    toYear: thisYear - 1,
    dueOn: '',
  })
  const put = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const act = useAct(openRound, {
    refreshes: [listRounds],
    done: (round) => void navigate(`/documents/policies/rounds/${round.id}`),
  })
  return (
    <Dialog
      title={say('policies.round.open')}
      ok={say('policies.round.open')}
      act={act}
      isReady={organizationId !== null && typed.title.trim().length > 3 && typed.dueOn !== ''}
      onOk={() => organizationId !== null && act.mutate({ ...typed, organizationId })}
      onClose={onClose}
    >
      <TextField
        label={say('policies.round.title')}
        value={typed.title}
        onChange={(title) => put({ title })}
      />
      <OrganizationField
        label={say('policies.round.unit')}
        hint={say('policies.round.unit.hint')}
        value={organizationId}
        onChange={setOrganization}
        may={(one) => holds(keepers, one.path)}
      />
      <TextField
        label={say('policies.round.ground')}
        optional
        value={typed.ground}
        onChange={(ground) => put({ ground })}
      />
      <div className="two">
        {(['fromYear', 'toYear'] as const).map((name) => (
          <NumberField
            key={name}
            label={say(`policies.round.${name}`)}
            precision={0}
            value={typed[name]}
            onChange={(year) => year && put({ [name]: year })}
          />
        ))}
        <DayField
          label={say('policies.round.dueOn')}
          value={typed.dueOn}
          onChange={(dueOn) => put({ dueOn })}
        />
      </div>
    </Dialog>
  )
}

/** Clean-up rounds that reach my units, those under way first. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const asked = useCall(listRounds, {})
  return (
    <ListScreen
      Title={PolicyTitle}
      about={say('policies.rounds.about')}
      add={holds(keepers) && say('policies.round.open')}
      asked={asked}
      rows={asked.data ?? []}
      rowKey={(round) => round.id}
      columns={() => columnsOf(say)}
      empty={
        <Empty title={say('policies.rounds.empty')} next={say('policies.rounds.empty.next')} />
      }
      dialog={(_, close) => <OpenRound onClose={close} />}
    />
  )
}
