import { Link, useNavigate, useParams } from 'react-router'
import { answerPage, redactionSegments } from '#requests/contract'
import { ScreenFault } from '../../../parts/Fault.tsx'
import { PageTitle } from '../../../parts/PageTitle.tsx'
import { Waiting } from '../../../parts/Waiting.tsx'
import { useCall } from '../../../query.ts'
import { useSay } from '../../../words.tsx'
import { PageChoice } from './PageChoice.tsx'
import { WordChoice } from './WordChoice.tsx'
import '../answer.css'
import '../../requests.css'
import './redaction.css'

/** What is withheld of one file, chosen on its pages or in its paragraphs (art. 37). */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { id, redactionId } = useParams()
  const page = useCall(answerPage, { id: Number(id) })
  // Opened once for this visit: each opening of the original is on record.
  const choice = useCall(
    redactionSegments,
    { redactionId: Number(redactionId) },
    { staleTime: Number.POSITIVE_INFINITY, forget: true },
  )
  const of = page.data?.redactions.find((one) => one.id === Number(redactionId))
  const error = page.error ?? choice.error
  if (error && !choice.data) return <ScreenFault error={error} />
  if (!page.data || !choice.data) return <Waiting rows={10} />
  const shared = {
    redactionId: Number(redactionId),
    version: of?.version ?? 1,
    choice: choice.data,
    onDone: () => void navigate(`/requests/${id}/answer`),
  }
  return (
    <>
      <PageTitle
        title={say('office.redact.title')}
        about={
          <>
            {of?.name} · <Link to={`/requests/${id}/answer`}>{say('office.redact.toAnswer')}</Link>
          </>
        }
      />
      {choice.data.sheets.length > 0 ? <PageChoice {...shared} /> : <WordChoice {...shared} />}
    </>
  )
}
