import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  type Decision,
  decideItems,
  decisions,
  draftResult,
  listRounds,
  type RoundItem,
  roundOf,
  signRound,
} from '#policies/contract'
import { CardTable, type Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { optionsOf } from '../parts/options.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import { PolicyTitle } from './PolicyTitle.tsx'
import { ValidityTag } from './ValidityTag.tsx'

const columnsOf = (say: Say): Column<RoundItem>[] => [
  {
    key: 'title',
    title: say('desk.field.title'),
    show: (item) => (
      <>
        <Link to={`/documents/${item.id}`}>{item.title}</Link>
        <small className="quiet number">{item.documentNumber}</small>
      </>
    ),
  },
  { key: 'unit', title: say('office.organization'), width: 150, show: (item) => item.unit },
  {
    key: 'validity',
    title: say('policies.validity'),
    width: 110,
    show: (item) => <ValidityTag validity={item.validity} />,
  },
  {
    key: 'expires',
    title: say('policies.expiresOn'),
    width: 130,
    show: (item) => (item.expiresOn ? <DateText of={item.expiresOn} /> : '—'),
  },
  {
    key: 'decision',
    title: say('policies.round.decision'),
    width: 260,
    show: (item) =>
      item.decision === null ? (
        <span className="late">{say('policies.round.undecided')}</span>
      ) : (
        <>
          {say(`policy.decision.${item.decision}`)}
          {item.reason && <small className="quiet">{item.reason}</small>}
        </>
      ),
  },
]

/** One round: every document of its range, decided by bulk or one by one, then signed and published. */
export function Component() {
  const say = useSay()
  const id = Number(useParams().id)
  const { data, error, isPending, refetch } = useCall(roundOf, { id })
  const [chosen, setChosen] = useState<readonly RoundItem[]>([])
  const [decision, setDecision] = useState<Decision>('keep')
  const [reason, setReason] = useState('')
  const refreshes = [roundOf, listRounds]
  const decide = useAct(decideItems, { refreshes, done: () => setChosen([]) })
  const sign = useAct(signRound, { refreshes })
  const draft = useAct(draftResult, { refreshes })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  if (isPending) return <Waiting />
  const { round, items, mayKeep, maySign } = data
  return (
    <>
      <PolicyTitle
        title={round.title}
        about={`${round.organization.name} · ${round.fromYear}–${round.toYear} · ${say(`policy.round.${round.state}`)} · ${say('policies.round.owedOf', { owed: round.owed, all: round.documents })}`}
        actions={
          <>
            {maySign && (
              <Button
                type="primary"
                disabled={round.owed > 0}
                loading={sign.isPending}
                onClick={() => sign.mutate({ id })}
              >
                {say('policies.round.sign')}
              </Button>
            )}
            {mayKeep && round.state === 'signed' && (
              <Button type="primary" loading={draft.isPending} onClick={() => draft.mutate({ id })}>
                {say('policies.round.draft')}
              </Button>
            )}
            {round.resultDocumentId !== null && (
              <Link to={`/documents/${round.resultDocumentId}`}>
                {say('policies.round.result')}
              </Link>
            )}
          </>
        }
      />
      <RefusalNote error={decide.error ?? sign.error ?? draft.error} />
      {chosen.length > 0 && (
        <div className="block filters">
          <span>{say('desk.list.chosen', { count: chosen.length })}</span>
          <Select<Decision>
            value={decision}
            onChange={setDecision}
            style={{ width: 140 }}
            aria-label={say('policies.round.decision')}
            options={optionsOf(decisions, (value) => say(`policy.decision.${value}`))}
          />
          <Input
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            placeholder={say('policies.round.reason')}
            aria-label={say('policies.round.reason')}
            style={{ width: 320 }}
          />
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() =>
              decide.mutate({ id, documentIds: chosen.map((item) => item.id), decision, reason })
            }
          >
            {say('policies.round.decide')}
          </Button>
        </div>
      )}
      <CardTable
        rows={items}
        rowKey={(item) => item.id}
        columns={columnsOf(say)}
        {...(items.some((item) => item.mayDecide) && {
          selection: {
            selectedRowKeys: chosen.map((item) => item.id),
            onChange: (_: unknown, rows: RoundItem[]) => setChosen(rows),
            getCheckboxProps: (item: RoundItem) => ({ disabled: !item.mayDecide }),
          },
        })}
      />
    </>
  )
}
