import { Button, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type LikeGroup,
  listProposals,
  proposeDisclosure,
  requestAnalysis,
} from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

interface Span {
  readonly from: string
  readonly to: string
}

function Propose(props: Span & { group: LikeGroup; onDone: () => void }) {
  const say = useSay()
  const { group, from, to } = props
  const [title, setTitle] = useState(group.words.join(''))
  const [kind, setKind] = useState<'document' | 'column'>('document')
  const act = useAct(proposeDisclosure, {
    refreshes: [listProposals, requestAnalysis],
    done: props.onDone,
  })
  return (
    <ActForm
      act={act}
      ok={say('learning.propose.do', { n: group.count - 1 })}
      plain
      disabled={title.trim().length < 2}
      onSubmit={() => {
        const { words } = group
        act.mutate({ organizationId: group.organization.id, kind, title, words, from, to })
      }}
    >
      <Radio.Group
        aria-label={say('learning.propose.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        options={(['document', 'column'] as const).map((value) => ({
          value,
          label: say(`learning.propose.${value}`),
        }))}
      />
      <TextField
        label={say('learning.propose.title')}
        maxLength={60}
        value={title}
        onChange={setTitle}
      />
    </ActForm>
  )
}

/** What several people ask for, to be published for everybody (art. 44). */
export function LikeGroups(props: Span & { groups: readonly LikeGroup[] }) {
  const say = useSay()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <section className="block">
      <h2>{say('learning.groups')}</h2>
      {props.groups.length === 0 && <p className="quiet">{say('learning.groups.none')}</p>}
      <ul className="like-list">
        {props.groups.map((group) => {
          const name = `${group.organization.id} ${group.words.join(' ')}`
          return (
            <li key={name}>
              <b>{group.words.join(' · ')}</b>
              <span>
                {say('learning.group', { n: group.count, name: group.organization.name })}
              </span>
              <span className="number">
                {group.requests.map((one) => (
                  <span key={one.id}>
                    <Link to={`/requests/${one.id}`}>{one.number}</Link>{' '}
                  </span>
                ))}
              </span>
              {group.proposalId !== null && (
                <span className="mark going">{say('learning.group.proposed')}</span>
              )}
              {group.proposalId === null && open !== name && (
                <Button size="small" className="no-print" onClick={() => setOpen(name)}>
                  {say('learning.propose')}
                </Button>
              )}
              {open === name && (
                <Propose
                  group={group}
                  from={props.from}
                  to={props.to}
                  onDone={() => setOpen(null)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
