import { type CivilDate, dateAt } from '#platform/civil-date'
import { type Issue, issue } from '#platform/refusal'
import type { Edition } from './edition.ts'
import { type FileToSettle, fileIssue } from './file-scan/file-scan.ts'
import { gateIssues } from './gate/index.ts'
import { attributeIssues } from './grounds.ts'
import { isDocumentNumber } from './text/index.ts'

/** What readiness has to know beside the edition. */
export interface Surroundings {
  readonly today: CivilDate
  /** Attached files, pictures in the text left aside. */
  readonly attachments: number
  /** Files that could not be examined, or hold what must not be public, and nobody signed for. */
  readonly filesToSettle: readonly FileToSettle[]
  /** Who passed the secrecy review of this round. */
  readonly secrecyReviewedBy: number | null
  /** Its matters that have no column: unknown, or no longer in the catalogue. */
  readonly mattersWithoutColumn: readonly string[]
  /** Its hand-made columns that are gone. */
  readonly columnsGone: readonly string[]
  /** Findings that a named person answers for, by their keys. */
  readonly overruled: ReadonlySet<string>
  /** What units that were asked, and the quarter's bundle, still keep it for (M39, M36). */
  readonly channels?: readonly Issue[]
}

/** Kinds that report an organ's own activity; they are news and serve no duty (M46). */
const workNewsKinds: readonly string[] = [
  '工作动态',
  '工作信息',
  '动态',
  '新闻',
  '简讯',
  '信息简报',
]

const kept = (issues: readonly (Issue | false)[]): Issue[] =>
  issues.filter((found) => found !== false)

/** What a reviewer would send back at once: asked before a text goes into review. */
export const draftIssues = (edition: Edition, around: Surroundings): Issue[] =>
  kept([
    edition.title.trim() === '' && issue('title', 'missing'),
    // A sheet of prices or a scanned map may be all there is to say.
    edition.text.trim() === '' && around.attachments === 0 && issue('html', 'missing'),
    edition.writtenOn === null && issue('writtenOn', 'missing'),
    // 政府信息公开条例 art. 26: the clock counts from forming or change, so the day has to be known.
    edition.formedOn === null && issue('formedOn', 'missing'),
    edition.issuingOrgan.trim() === '' && issue('issuingOrgan', 'missing'),
    edition.documentNumber !== '' &&
      !isDocumentNumber(edition.documentNumber) &&
      issue('documentNumber', 'documentNumberForm'),
    edition.document.liveEditionId !== null &&
      edition.correctionNote.trim() === '' &&
      issue('correctionNote', 'missing'),
    // A date taken over from an earlier edition would take the new one down on its first day.
    edition.takeDownAt !== null &&
      dateAt(edition.takeDownAt) <= around.today &&
      issue('takeDownAt', 'past'),
    ...attributeIssues(edition),
    ...(edition.attribute === 'proactive' ? placeIssues(edition, around) : []),
    // What stays inside may hold what it is about.
    ...(edition.attribute === 'proactive' ? around.filesToSettle.map(fileIssue) : []),
    ...(edition.attribute === 'proactive' ? gateIssues(edition, around.overruled) : []),
  ])

/** Where it will stand. A text that stays inside needs no column. */
const placeIssues = (edition: Edition, around: Surroundings): Issue[] =>
  kept([
    edition.matterCodes.length + edition.columnKeys.length === 0 && issue('matterCodes', 'missing'),
    ...around.mattersWithoutColumn.map((code) => issue('matterCodes', 'matterUnknown', { code })),
    ...around.columnsGone.map((code) => issue('columnKeys', 'columnGone', { code })),
    // 荆门 2023: columns of the catalogue hold what the catalogue asks for, not reports of meetings.
    edition.matterCodes.length > 0 &&
      workNewsKinds.includes(edition.kind) &&
      issue('matterCodes', 'workNews', { kind: edition.kind }),
  ])

/** Everything between an edition and the public: all of it at once, fixable in one sitting. */
export const blockers = (edition: Edition, around: Surroundings): Issue[] =>
  kept([
    ...draftIssues(edition, around),
    edition.attribute !== 'proactive' && issue('attribute', 'notProactive'),
    // The index number begins with it (M33); without it the number would be a broken one.
    edition.document.owner.creditCode === '' && issue('creditCode', 'missing'),
    // 政府信息公开条例 art. 17: review comes before disclosure.
    around.secrecyReviewedBy === null && issue('secrecyReview', 'missing'),
    ...(around.channels ?? []),
  ])
