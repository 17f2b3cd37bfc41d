import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type ReReviewLine, reReviews } from '#documents/contract'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { PageTitle } from '../parts/PageTitle.tsx'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { useCall } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import { DecideReReview } from './DecideReReview.tsx'
import { Rooms } from './Rooms.tsx'

const which = ['open', 'late', 'decided'] as const
type Which = (typeof which)[number]

const columnsOf = (
  say: Say,
  shown: Which,
  decide: (line: ReReviewLine) => void,
): Column<ReReviewLine>[] => [
  {
    key: 'title',
    title: say('desk.field.title'),
    always: true,
    show: (line) => (
      <>
        <Link to={`/documents/${line.documentId}`}>{line.title}</Link>
        <small className="quiet number">
          {line.organization.name}
          {line.documentNumber && ` · ${line.documentNumber}`}
        </small>
      </>
    ),
  },
  {
    key: 'ground',
    title: say('reReview.ground'),
    width: 300,
    show: (line) => (
      <>
        <b>{say(`office.attribute.${line.attribute}`)}</b>{' '}
        {line.ground && say(`documents.ground.${line.ground}`)}
        {line.reason && <small className="quiet number">{line.reason}</small>}
      </>
    ),
  },
  {
    key: 'last',
    title: say('reReview.last'),
    width: 120,
    aside: true,
    show: (line) =>
      line.lastReviewedOn ? <DateText of={line.lastReviewedOn} /> : say('reReview.never'),
  },
  {
    key: 'due',
    title: say('reReview.dueOn'),
    width: 160,
    show: (line) => (
      <>
        <DateText of={line.dueOn} />{' '}
        {line.lateDays > 0 && (
          <span className="mark late">{say('reReview.lateDays', { n: line.lateDays })}</span>
        )}
      </>
    ),
  },
  shown === 'decided'
    ? {
        key: 'outcome',
        title: say('reReview.outcome'),
        width: 260,
        show: (line) => (
          <>
            <b>{line.outcome && say(`reReview.outcome.${line.outcome}`)}</b>{' '}
            <span className="quiet">
              {line.decidedBy} <DateText of={line.decidedAt} />
            </span>
            <small className="quiet number">{line.outcomeReason}</small>
          </>
        ),
      }
    : {
        key: 'decide',
        title: '',
        always: true,
        width: 100,
        show: (line) =>
          line.mayDecide && (
            <Button size="small" onClick={() => decide(line)}>
              {say('reReview.decide')}
            </Button>
          ),
      },
]

/** What is kept from the public, by the day on which it is looked at again (M27). */
export function Component() {
  const say = useSay()
  const { message } = App.useApp()
  const [shown, setShown] = useState<Which>('open')
  const [organizationId, setOrganization] = useState<number | null>(null)
  const [line, setLine] = useState<ReReviewLine | null>(null)
  const input = { which: shown, ...(organizationId !== null && { organizationId }) }
  const { data } = useCall(reReviews, { ...input, limit: 1 }, { keepPrevious: true })
  const counts = data?.counts
  return (
    <>
      <PageTitle
        title={say('reReview.title')}
        about={data && say('reReview.about', { source: data.source })}
      />
      <Rooms />
      <div className="filters">
        <Radio.Group
          optionType="button"
          aria-label={say('reReview.title')}
          value={shown}
          onChange={({ target }) => setShown(target.value as Which)}
          options={optionsOf(which, (value) => say(`reReview.${value}`))}
        />
        <OrganizationSelect value={organizationId} onChange={setOrganization} allowClear />
      </div>
      <QueryTable<typeof reReviews, ReReviewLine>
        name={`re-reviews-${shown}`}
        endpoint={reReviews}
        input={input}
        rows={(slice) => slice.items}
        rowKey={(one) => one.id}
        columns={columnsOf(say, shown, setLine)}
        bar={
          counts && (
            <>
              <span>{say('reReview.count.open', { n: counts.open })}</span>
              {counts.late > 0 && (
                <span className="late-text">{say('reReview.count.late', { n: counts.late })}</span>
              )}
              {counts.soon > 0 && (
                <span className="quiet">{say('reReview.soon', { n: counts.soon })}</span>
              )}
            </>
          )
        }
        empty={
          shown === 'open' ? (
            <Empty title={say('reReview.empty')} next={say('reReview.empty.next')} />
          ) : (
            <Empty title={say(`reReview.empty.${shown}`)} />
          )
        }
      />
      {line && (
        <DecideReReview
          line={line}
          onClose={() => setLine(null)}
          onDone={(words) => {
            setLine(null)
            void message.success(words)
          }}
        />
      )}
    </>
  )
}
