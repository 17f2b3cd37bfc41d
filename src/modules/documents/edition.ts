import type { CivilDate } from '#platform/civil-date'
import type { Attribute, EditionFields, EditionState } from './contract/shapes.ts'
import type { EditionFact } from './facts.ts'

/** The unit that owns a document, as far as documents need to know it. */
export interface Owner {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly path: string
  readonly creditCode: string
}

/** Identity: address, index number, owner. */
export interface Document {
  readonly id: number
  readonly owner: Owner
  readonly indexNumber: string | null
  readonly liveEditionId: number | null
  readonly workingEditionId: number | null
  readonly firstPublishedAt: Date | null
  readonly publishedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly withdrawalNote: string | null
  readonly replacedById: number | null
  readonly readersLimited: boolean
  readonly createdBy: number | null
}

/** One version of a document. */
export interface Edition extends Omit<EditionFields, 'takeDownAt' | 'writtenOn' | 'formedOn'> {
  readonly id: number
  readonly number: number
  readonly state: EditionState
  readonly text: string
  readonly attribute: Attribute
  readonly writtenOn: CivilDate | null
  readonly formedOn: CivilDate | null
  readonly dueOn: CivilDate | null
  readonly concealed: boolean
  readonly publishAt: Date | null
  readonly takeDownAt: Date | null
  readonly round: number
  readonly step: number
  readonly steps: readonly string[]
  readonly submittedBy: number | null
  readonly submittedAt: Date | null
  readonly publishedAt: Date | null
  readonly publishedBy: number | null
  readonly createdAt: Date
  readonly createdBy: number | null
  readonly updatedAt: Date
  readonly updatedBy: number | null
  readonly version: number
  readonly document: Document
}

/** Address of a document's page. */
export const addressOf = (documentId: number): string => `/d/${documentId}`

/** The role for which a text in review waits. */
export const waitsFor = (edition: Pick<Edition, 'state' | 'step' | 'steps'>): string | null =>
  edition.state === 'inReview' ? (edition.steps[edition.step] ?? null) : null

export const isWorking = (edition: Edition): boolean =>
  edition.document.workingEditionId === edition.id

/** Everyone whose own text it is: who began it, typed last, sent it up. */
export const authorsOf = (
  edition: Pick<Edition, 'createdBy' | 'updatedBy' | 'submittedBy'>,
): readonly number[] =>
  [edition.createdBy, edition.updatedBy, edition.submittedBy].filter((id) => id !== null)

/** What every fact about an edition carries. */
export const factAbout = (edition: Edition): EditionFact => ({
  subject: `document/${edition.document.id}`,
  organizationId: edition.document.owner.id,
  documentId: edition.document.id,
  editionId: edition.id,
})

/** 政府信息公开条例 art. 13, 国办发〔2016〕80号: the mark at the note line of the document. */
export const attributeMarks: Readonly<Record<Attribute, string>> = {
  proactive: '（此件公开发布）',
  onRequest: '（此件依申请公开）',
  notDisclosed: '（此件不予公开）',
}
