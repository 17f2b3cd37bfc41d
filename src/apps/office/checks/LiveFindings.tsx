import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { liveFindings, startSiteSweep } from '#documents/contract'
import { dateAt } from '#platform/civil-date'
import { sayPlace } from '#platform/file-parts/place'
import { type FindingKind, findingKinds } from '#wording/contract'
import type { AnswerOf } from '../call.ts'
import { Rooms } from '../life-cycle/Rooms.tsx'
import { CardTable } from '../parts/CardTable.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useSlices } from '../query.ts'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import './checks.css'

type Part = AnswerOf<typeof liveFindings>
type Line = Part['items'][number]

const starters = ['disclosureOffice', 'secrecyReviewer', 'supervisor'] as const

/** What is public now and would not go out by today's rules and words; the unit that answers mends it. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const [kind, setKind] = useState<FindingKind | 'all'>('all')
  const list = useSlices(liveFindings, kind === 'all' ? {} : { kind })
  const start = useAct(startSiteSweep, {
    refreshes: [liveFindings],
    said: say('documents.liveFindings.started'),
  })
  const mine = useOrganizations().find(({ path }) => holds(starters, path))
  if (list.error) return <ScreenFault error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Waiting />
  const parts = list.data.pages as unknown as Part[]
  const [first] = parts
  return (
    <>
      <Rooms />
      <PageTitle
        title={say('documents.liveFindings')}
        about={say('documents.liveFindings.about')}
        actions={
          first?.mayStart &&
          mine && (
            <Button
              loading={start.isPending}
              disabled={first.sweep?.endedAt === null}
              onClick={() => start.mutate({ organizationId: mine.id })}
            >
              {say('documents.liveFindings.start')}
            </Button>
          )
        }
      />
      <RefusalNote error={start.error} />
      <p role="status" className="live-findings-said">
        {first ? sweepSaid(say, first.sweep) : ''}
      </p>
      <div className="filters">
        <Select
          aria-label={say('documents.liveFindings.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all' as const, label: say('documents.liveFindings.kind.all') },
            ...optionsOf(findingKinds, (value) => say(`finding.${value}`)),
          ]}
        />
      </div>
      <Lines lines={parts.flatMap(({ items }) => items)} />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('documents.liveFindings.more')}
        </Button>
      )}
    </>
  )
}

const sweepSaid = (say: Say, sweep: Part['sweep']): string => {
  if (!sweep) return say('documents.liveFindings.never')
  const { documents, files, found, unread, lexiconDatedOn: day } = sweep
  if (!sweep.endedAt) return say('documents.liveFindings.going', { documents, files })
  const at = dateAt(new Date(sweep.endedAt))
  const done = say('documents.liveFindings.done', { at, documents, files, found, day })
  return unread > 0 ? `${done} ${say('documents.liveFindings.unread', { unread })}` : done
}

function Lines(props: { lines: readonly Line[] }) {
  const say = useSay()
  if (props.lines.length === 0) return <p className="quiet">{say('documents.liveFindings.none')}</p>
  return (
    <CardTable
      rowKey={({ id }) => id}
      rows={props.lines}
      columns={[
        {
          key: 'document',
          title: say('documents.liveFindings.document'),
          show: (one) => (
            <>
              <Link to={`/documents/${one.documentId}`}>{one.title}</Link>
              <br />
              <small className="quiet">{one.organization.name}</small>
            </>
          ),
        },
        {
          key: 'found',
          title: say('documents.liveFindings.found'),
          show: (one) => (
            <>
              <b>{one.word ?? one.masked}</b>{' '}
              <small className="quiet">
                {say(`finding.${one.kind}`)} · {say(`finding.confidence.${one.confidence}`)}
              </small>
            </>
          ),
        },
        {
          key: 'place',
          title: say('documents.liveFindings.place'),
          show: (one) => placeSaid(say, one.place),
        },
        {
          key: 'advice',
          title: say('documents.liveFindings.advice'),
          show: (one) =>
            one.kind !== 'wording'
              ? say('documents.liveFindings.mask')
              : one.advice
                ? say('documents.liveFindings.write', { advice: one.advice })
                : say('desk.examined.check'),
        },
      ]}
    />
  )
}

/** In the title, in the text, or a file's name with where in it. */
const placeSaid = (say: Say, place: string): string => {
  if (place === 'title' || place === 'html') return say(`documents.liveFindings.in.${place}`)
  const [file = '', where = ''] = place.split('\n')
  return `${file} ${sayPlace(say, where)}`
}
