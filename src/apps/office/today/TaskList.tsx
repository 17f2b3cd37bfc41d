import { Link } from 'react-router'
import type { today } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { DueText } from '../documents/DueText.tsx'
import { StateTag } from '../documents/StateTag.tsx'
import { DateText } from '../parts/DateText.tsx'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'

type Today = AnswerOf<typeof today>

/** One short list of Today; each line leads to its desk. */
export function TaskList(props: { name: keyof Today; list: Today[keyof Today]; further: string }) {
  const say = useSay()
  const { me } = useSession()
  const { items, more } = props.list
  return (
    <section className={`block tasks ${props.name}`} aria-labelledby={`tasks-${props.name}`}>
      <h2 id={`tasks-${props.name}`}>
        {say(`desk.today.${props.name}`)}
        <span className="count">{more ? `${items.length}+` : items.length}</span>
      </h2>
      <ul>
        {items.map((line) => (
          <li key={line.editionId}>
            <Link to={`/documents/${line.documentId}`}>{line.title || say('desk.untitled')}</Link>
            <p className="quiet">
              {props.name !== 'drafts' && <StateTag state={line.state} waitsFor={line.waitsFor} />}
              {line.organization.id !== me.staff.organizationId && (
                <span>{line.organization.name}</span>
              )}
              <span>
                {line.updatedBy} <DateText of={line.updatedAt} />
              </span>
            </p>
            {line.dueOn && (
              <p className="due">
                <DueText dueOn={line.dueOn} light={line.light} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {more && (
        <p className="further">
          <Link to={props.further}>{say('desk.today.further')}</Link>
        </p>
      )}
    </section>
  )
}
