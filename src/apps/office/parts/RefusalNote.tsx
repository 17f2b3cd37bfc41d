import { Alert } from 'antd'
import { RefusalError } from '../call.ts'
import { useSay } from '../words.tsx'

/** What the server said no to, with each open point; nothing while there is no error. */
export function RefusalNote(props: {
  error: unknown
  /** Leads to the field of an open point. */
  onIssue?: (field: string) => void
}) {
  const say = useSay()
  if (!props.error) return null
  const refusal = props.error instanceof RefusalError ? props.error : null
  const message =
    refusal?.status === 0 ? say('office.unreachable') : refusal?.message || say('office.fault')
  const { onIssue } = props
  return (
    <Alert
      type="error"
      role="alert"
      className="refusal"
      title={message}
      description={
        refusal &&
        refusal.issues.length > 0 && (
          <ul>
            {refusal.issues.map((issue) => (
              <li key={`${issue.field} ${issue.code} ${issue.message}`}>
                {onIssue ? (
                  <button type="button" className="link" onClick={() => onIssue(issue.field)}>
                    {issue.message}
                  </button>
                ) : (
                  issue.message
                )}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}
