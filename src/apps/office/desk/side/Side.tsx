import { ContentChecksPart } from '../../checks/ContentChecksPart.tsx'
import { ShownInPart } from '../../checks/ShownInPart.tsx'
import { TablesPart } from '../../datasets/TablesPart.tsx'
import { InterpretationPart } from '../../interpretation/InterpretationPart.tsx'
import { AgreementPart } from '../../life-cycle/AgreementPart.tsx'
import { ClarificationPart } from '../../life-cycle/ClarificationPart.tsx'
import { UrgentPart } from '../../life-cycle/UrgentPart.tsx'
import { PolicyPart } from '../../policies/PolicyPart.tsx'
import { StagePart } from '../../topics/StagePart.tsx'
import { useSay } from '../../words.tsx'
import type { Desk } from '../use-draft.ts'
import type { Writing } from '../writing.ts'
import { AttributePart } from './AttributePart.tsx'
import { ClockPart } from './ClockPart.tsx'
import { CorrectionPart } from './CorrectionPart.tsx'
import { ExaminedPart } from './ExaminedPart.tsx'
import { IssuesPart } from './IssuesPart.tsx'
import { MatterPart } from './MatterPart.tsx'
import { useOwed } from './owed.ts'
import { ParticularsPart } from './ParticularsPart.tsx'

/** Beside the text: its clock, what is open, where it belongs, who may read it. */
export function Side(props: { data: Desk; writing: Writing; ready: () => Promise<number> }) {
  const say = useSay()
  const { data, writing } = props
  const owed = useOwed(data, writing)
  // What is before the public or done with waits for nothing.
  const isWorking = data.edition.id === data.document.workingEditionId
  return (
    <aside className="side" aria-label={say('desk.side')}>
      <ClockPart
        clock={writing.clock}
        publishedAt={isWorking ? null : data.document.firstPublishedAt}
      />
      {isWorking && (
        <IssuesPart
          issues={writing.issues}
          owed={owed}
          findings={data.findings}
          isOpen={writing.isOpen}
        />
      )}
      {isWorking && <ContentChecksPart data={data} writing={writing} />}
      {isWorking && <ExaminedPart data={data} writing={writing} />}
      {data.document.liveEditionId !== null && writing.isOpen && (
        <CorrectionPart writing={writing} />
      )}
      <TablesPart editionId={data.edition.id} />
      <InterpretationPart data={data} />
      <MatterPart data={data} writing={writing} />
      <ShownInPart documentId={data.document.id} />
      <StagePart documentId={data.document.id} />
      <AttributePart writing={writing} organizationId={data.document.organization.id} />
      <AgreementPart editionId={data.edition.id} />
      <UrgentPart editionId={data.edition.id} ready={props.ready} />
      <ClarificationPart documentId={data.document.id} />
      <ParticularsPart data={data} writing={writing} />
      <PolicyPart documentId={data.document.id} version={data.edition.version} />
    </aside>
  )
}
