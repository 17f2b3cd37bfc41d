import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { urgentReleases } from '#documents/contract'
import { minuteAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { optionsOf } from '../parts/options.ts'
import { PageTitle } from '../parts/PageTitle.tsx'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { type Say, useSay } from '../words.tsx'
import { ReviewUrgent } from './ReviewUrgent.tsx'
import { Rooms } from './Rooms.tsx'

export type Urgent = AnswerOf<typeof urgentReleases>['items'][number]

const columnsOf = (say: Say, review: (urgent: Urgent) => void): Column<Urgent>[] => [
  {
    key: 'title',
    title: say('desk.field.title'),
    always: true,
    show: (urgent) => (
      <>
        <Link to={`/documents/${urgent.documentId}`}>{urgent.title}</Link>
        <small className="quiet number">{urgent.organization.name}</small>
      </>
    ),
  },
  { key: 'reason', title: say('urgent.reason'), show: (urgent) => urgent.reason },
  {
    key: 'released',
    title: say('urgent.releasedBy'),
    width: 170,
    show: (urgent) => (
      <span className="quiet">
        {urgent.releasedBy} <DateText of={urgent.releasedAt} minute />
      </span>
    ),
  },
  {
    key: 'due',
    title: say('urgent.dueAt'),
    width: 220,
    show: (urgent) =>
      urgent.outcome === null ? (
        <>
          {say('urgent.waits', {
            name: urgent.reviewer.name,
            date: minuteAt(new Date(urgent.dueAt)),
          })}{' '}
          {urgent.late && <span className="mark late">{say('urgent.late')}</span>}
        </>
      ) : (
        <>
          {say('urgent.reviewed', {
            name: urgent.reviewedBy,
            outcome: say(`urgent.outcome.${urgent.outcome}`),
          })}
          <small className="quiet number">{urgent.note}</small>
        </>
      ),
  },
  {
    key: 'review',
    title: '',
    always: true,
    width: 90,
    show: (urgent) =>
      urgent.mayReview && (
        <Button size="small" type="primary" onClick={() => review(urgent)}>
          {say('urgent.review')}
        </Button>
      ),
  },
]

/** What went out ahead of review, and what the second pair of eyes said (M38). */
export function Component() {
  const say = useSay()
  const { message } = App.useApp()
  const [which, setWhich] = useState<'waiting' | 'reviewed'>('waiting')
  const [urgent, setUrgent] = useState<Urgent | null>(null)
  return (
    <>
      <PageTitle title={say('urgent.title')} about={say('urgent.list.about')} />
      <Rooms />
      <div className="filters">
        <Radio.Group
          optionType="button"
          aria-label={say('urgent.title')}
          value={which}
          onChange={({ target }) => setWhich(target.value as typeof which)}
          options={optionsOf(['waiting', 'reviewed'] as const, (value) =>
            say(`urgent.which.${value}`),
          )}
        />
      </div>
      <QueryTable<typeof urgentReleases, Urgent>
        name="urgent-releases"
        endpoint={urgentReleases}
        input={{ which }}
        rows={(slice) => slice.items}
        rowKey={(one) => one.id}
        columns={columnsOf(say, setUrgent)}
        empty={
          <Empty title={say(which === 'waiting' ? 'urgent.empty' : 'urgent.empty.reviewed')} />
        }
      />
      {urgent && (
        <ReviewUrgent
          urgent={urgent}
          onClose={() => setUrgent(null)}
          onDone={() => {
            setUrgent(null)
            void message.success(say('agreement.done'))
          }}
        />
      )}
    </>
  )
}
