import { useSay } from '../../words.tsx'
import { type DeskIssue, goToField, sayIssue } from '../writing.ts'

function Points(props: { points: readonly DeskIssue[]; className: string }) {
  const say = useSay()
  return (
    <ul className={props.className}>
      {props.points.map((point) => {
        const words = sayIssue(say, point)
        return (
          <li key={`${point.field} ${point.code} ${words}`}>
            <button type="button" className="link" onClick={() => goToField(point.field)}>
              {words}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What stands between the text and the public, and what deserves a look; each leads to its place. */
export function IssuesPart(props: {
  issues: readonly DeskIssue[]
  /** What others keep it for; null while they are asked. */
  owed: readonly DeskIssue[] | null
  findings: readonly DeskIssue[]
  isOpen: boolean
}) {
  const say = useSay()
  const { findings } = props
  const issues = [...props.issues, ...(props.owed ?? [])]
  if (!props.isOpen && issues.length + findings.length === 0) return null
  return (
    <section className="part" aria-labelledby="part-issues">
      <h2 id="part-issues">
        {say(
          props.isOpen ? 'desk.issues' : issues.length > 0 ? 'desk.issues.shut' : 'desk.findings',
        )}
        {issues.length > 0 && <span className="count">{issues.length}</span>}
      </h2>
      {issues.length > 0 && <Points points={issues} className="points" />}
      {issues.length === 0 &&
        props.isOpen &&
        (props.owed ? (
          <p className="all-well">{say('desk.issues.none')}</p>
        ) : (
          <p className="quiet">{say('desk.issues.looking')}</p>
        ))}
      {findings.length > 0 && (
        <>
          {(issues.length > 0 || props.isOpen) && <h3>{say('desk.findings')}</h3>}
          <Points points={findings} className="points hints" />
        </>
      )}
    </section>
  )
}
