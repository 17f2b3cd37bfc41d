import { Link } from 'react-router'
import { owed } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { useCall } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import './life-cycle.css'

type Item = AnswerOf<typeof owed>['items'][number]

const aboutOf = (say: Say, item: Item): string => {
  if (item.kind === 'missedRelease') return say('owed.missedRelease.open')
  if (item.kind === 'event') return say(`event.clock.${item.about}`)
  const [year = '', quarter = ''] = item.about.split('-')
  return item.kind.startsWith('bundle') ? say('bundle.quarter', { year, quarter }) : item.about
}

/** Reminders with their limit: what is late first. */
export function Owed() {
  const say = useSay()
  const { data } = useCall(owed, {}, { staleTime: 0 })
  if (!data || data.items.length === 0) return null
  return (
    <section className="block tasks owed" aria-labelledby="tasks-owed">
      <h2 id="tasks-owed">
        {say('owed.title')}
        <span className="count">{data.more ? `${data.items.length}+` : data.items.length}</span>
      </h2>
      <ul>
        {data.items.map((item) => (
          <li key={`${item.kind} ${item.to} ${item.title} ${item.about}`}>
            <Link to={item.to}>{item.title || say(`owed.${item.kind}`)}</Link>
            <p className="quiet">
              {item.title && <span>{say(`owed.${item.kind}`)}</span>}
              <span>{aboutOf(say, item)}</span>
            </p>
            <p className="due">
              <span className={`mark ${item.late ? 'late' : 'due'}`}>
                {say(item.late ? 'owed.overdue' : 'owed.until')}
              </span>{' '}
              <DateText of={item.due} minute={item.due.length > 10} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
