import { Link, useParams } from 'react-router'
import { answerPage, requestCase } from '#requests/contract'
import { ScreenFault } from '../../parts/Fault.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { GuidePart } from './GuidePart.tsx'
import { LettersPart } from './LettersPart.tsx'
import { PartiesPart } from './PartiesPart.tsx'
import { RedactionPart } from './redaction/RedactionPart.tsx'
import { SupplyPart } from './SupplyPart.tsx'
import '../requests.css'
import './answer.css'

/** The answer of a request, from the first question to the proof of service. */
export function Component() {
  const say = useSay()
  const id = Number(useParams().id)
  const { data: page, error } = useCall(answerPage, { id })
  const { data: of } = useCall(requestCase, { id })
  if (error && !page) return <ScreenFault error={error} />
  if (!page) return <Waiting rows={10} />
  return (
    <>
      <PageTitle
        title={say('office.answer.title')}
        about={<Link to={`/requests/${id}`}>{of ? `${of.number} · ${of.title}` : id}</Link>}
      />
      <div className="case-grid">
        <div>
          <GuidePart key={page.decision?.code ?? ''} id={id} page={page} />
          <RedactionPart id={id} page={page} />
          <SupplyPart id={id} page={page} />
        </div>
        <div>
          <PartiesPart id={id} page={page} />
          <LettersPart id={id} page={page} />
        </div>
      </div>
    </>
  )
}
