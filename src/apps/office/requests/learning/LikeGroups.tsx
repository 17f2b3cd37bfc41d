import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type LikeGroup,
  listProposals,
  proposeDisclosure,
  requestAnalysis,
} from '#requests/contract'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
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
    <form
      className="stack-fields"
      onSubmit={(event) => {
        event.preventDefault()
        const { words } = group
        act.mutate({ organizationId: group.organization.id, kind, title, words, from, to })
      }}
    >
      <RefusalNote error={act.error} />
      <Radio.Group
        aria-label={say('learning.propose.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        options={(['document', 'column'] as const).map((value) => ({
          value,
          label: say(`learning.propose.${value}`),
        }))}
      />
      <Field label={say('learning.propose.title')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={60}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <div>
        <Button htmlType="submit" disabled={title.trim().length < 2} loading={act.isPending}>
          {say('learning.propose.do', { n: group.count - 1 })}
        </Button>
      </div>
    </form>
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
