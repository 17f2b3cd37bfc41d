import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { decideProposal, listProposals, type Proposal } from '#requests/contract'
import { CardTable, type Column } from '../../parts/CardTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct, useCall } from '../../query.ts'
import { type Say, useSay } from '../../words.tsx'

const marks = { open: 'due', accepted: 'met', declined: 'none' } as const

const Work = ({ line }: { line: Proposal }) => {
  const say = useSay()
  if (line.documentId)
    return <Link to={`/documents/${line.documentId}`}>{say('learning.proposal.draft')}</Link>
  return <>{line.columnAddress ?? ''}</>
}

const Drop = ({ line }: { line: Proposal }) => {
  const say = useSay()
  const { drop } = line
  if (!drop) return <>—</>
  return (
    <>
      {say('learning.drop', { before: drop.before, after: drop.after })}
      <small className="quiet">
        {drop.complete
          ? say('learning.drop.complete', { until: drop.until })
          : say('learning.drop.running', { until: drop.until })}
      </small>
    </>
  )
}

const columnsOf = (
  say: Say,
  decide: (line: Proposal, accepts: boolean) => void,
): Column<Proposal>[] => [
  {
    key: 'title',
    title: say('learning.propose.title'),
    show: (line) => (
      <>
        {line.title}
        <small className="quiet">
          {say(`learning.propose.${line.kind}`)} · {line.organization.name} ·{' '}
          {line.words.join(' · ')}
        </small>
      </>
    ),
  },
  {
    key: 'spared',
    title: say('learning.proposal.spared'),
    width: 130,
    align: 'right',
    show: (line) => line.spared,
  },
  {
    key: 'state',
    title: say('learning.proposal.state'),
    width: 220,
    show: (line) => (
      <>
        <span className={`mark ${marks[line.state]}`}>
          {say(`learning.proposal.state.${line.state}`)}
        </span>{' '}
        <Work line={line} />
        {line.mayDecide && (
          <div className="part-actions no-print">
            <Button size="small" type="primary" onClick={() => decide(line, true)}>
              {say('learning.proposal.accept')}
            </Button>
            <Button size="small" onClick={() => decide(line, false)}>
              {say('learning.proposal.decline')}
            </Button>
          </div>
        )}
      </>
    ),
  },
  {
    key: 'drop',
    title: say('learning.proposal.drop'),
    width: 230,
    show: (line) => <Drop line={line} />,
  },
]

/** What was proposed to be published, what became of it, and by how much requests fell. */
export function Proposals() {
  const say = useSay()
  const { data } = useCall(listProposals, {})
  const [declining, setDeclining] = useState<Proposal | null>(null)
  const act = useAct(decideProposal, {
    refreshes: [listProposals],
    done: () => setDeclining(null),
  })
  const decide = (line: Proposal, accepts: boolean) => {
    act.reset()
    if (accepts) act.mutate({ id: line.id, version: line.version, accepts })
    else setDeclining(line)
  }
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{say('learning.proposals')}</h2>
      {!declining && <RefusalNote error={act.error} />}
      <CardTable<Proposal>
        rows={data?.items ?? []}
        rowKey={(line) => line.id}
        columns={columnsOf(say, decide)}
        empty={
          <Empty
            title={say('learning.proposals.empty')}
            next={say('learning.proposals.empty.next')}
          />
        }
      />
      {declining && (
        <ReasonDialog
          title={`${say('learning.proposal.decline')}：${declining.title}`}
          label={say('learning.proposal.reason')}
          ok={say('learning.proposal.decline')}
          most={500}
          act={act}
          onReason={(decision) => {
            const { id, version } = declining
            act.mutate({ id, version, accepts: false, decision })
          }}
          onClose={() => setDeclining(null)}
        />
      )}
    </section>
  )
}
