import { fact } from '#platform/fact'

/** What every fact about a policy's interpretation carries; `subject` is the policy's document. */
interface AboutPolicy {
  readonly subject: string
  readonly organizationId: number
  readonly policyId: number
}

export const planSet = fact<AboutPolicy & { readonly forms: readonly string[] }>(
  'interpretation.planSet',
)
export const exemptionSigned = fact<AboutPolicy & { readonly reason: string }>(
  'interpretation.exemptionSigned',
)
export const exemptionRevoked = fact<AboutPolicy>('interpretation.exemptionRevoked')

interface AboutMaterial extends AboutPolicy {
  readonly documentId: number
}
export const materialTied = fact<
  AboutMaterial & { readonly form: string; readonly followUp: boolean }
>('interpretation.materialTied')
export const materialKept = fact<AboutMaterial & { readonly form: string }>(
  'interpretation.materialKept',
)
/** Policy and material stand before the public together, or no longer do: both pages change. */
export const linkChanged = fact<AboutMaterial & { readonly isOut: boolean }>(
  'interpretation.linkChanged',
)

export const requirementSet = fact<{
  readonly subject: string
  readonly validFrom: string
  readonly article: string
}>('interpretation.requirementSet')
export const commentRuleSet = fact<{
  readonly subject: string
  readonly validFrom: string
  readonly isNeeded: boolean
  readonly article: string
}>('interpretation.commentRuleSet')
export const targetSet = fact<{
  readonly subject: string
  readonly validFrom: string
  readonly percent: number
}>('interpretation.targetSet')

export const reprintRecorded = fact<AboutPolicy & { readonly reprintId: number }>(
  'interpretation.reprintRecorded',
)
export const reprintRemoved = fact<
  AboutPolicy & { readonly reprintId: number; readonly outlet: string }
>('interpretation.reprintRemoved')

interface AboutAnswer {
  readonly subject: string
  readonly organizationId: number
  readonly answerId: number
  readonly policyId: number | null
}
export const answerWritten = fact<AboutAnswer>('interpretation.answerWritten')
export const answerReviewed = fact<AboutAnswer>('interpretation.answerReviewed')
export const answerRetired = fact<AboutAnswer>('interpretation.answerRetired')
export const questionRecorded = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly questionId: number
  readonly policyId: number | null
}>('interpretation.questionRecorded')

interface AboutProgramme {
  readonly subject: string
  readonly organizationId: number
  readonly programmeId: number
  readonly policyId: number | null
}
export const programmeSaved = fact<AboutProgramme>('interpretation.programmeSaved')
export const programmeReleased = fact<AboutProgramme>('interpretation.programmeReleased')

/** A year's notice came in: limits that were unknown, or counted over days that changed, are known. */
export const limitsCounted = fact<{ readonly subject: string; readonly policies: number }>(
  'interpretation.limitsCounted',
)
