import { z } from 'zod'
import { civilDate, instant } from '#platform/shapes'

/** Shapes that several endpoints of policies share. */

/** 法规规章, 行政规范性文件, 其他政策文件. */
export const policyClasses = ['regulation', 'normative', 'other'] as const
export const policyClass = z.enum(policyClasses)
export type PolicyClass = z.infer<typeof policyClass>

/** 尚未施行, 有效, 已修改, 废止, 失效, 宣布失效. */
export const validities = [
  'pending',
  'inForce',
  'amended',
  'repealed',
  'expired',
  'declaredExpired',
] as const
export const validity = z.enum(validities)
export type Validity = z.infer<typeof validity>

/** No longer to be relied on. */
export const endedValidities: readonly Validity[] = ['repealed', 'expired', 'declaredExpired']

export const effectKinds = ['repeals', 'declaresExpired', 'amends'] as const
export const effectKind = z.enum(effectKinds)
export type EffectKind = z.infer<typeof effectKind>

export const documentRef = z.object({
  id: z.number(),
  title: z.string(),
  documentNumber: z.string(),
})

/** A policy in a list. */
export const policyLine = z.object({
  documentId: z.number(),
  title: z.string(),
  documentNumber: z.string(),
  class: policyClass,
  year: z.number().nullable(),
  validity,
  effectiveOn: civilDate.nullable(),
  expiresOn: civilDate.nullable(),
  writtenOn: civilDate.nullable(),
  publishedOn: civilDate,
  publishedAt: instant,
  issuingOrgan: z.string(),
  organization: z.object({ id: z.number(), code: z.string(), name: z.string() }),
})
export type PolicyLine = z.infer<typeof policyLine>

/** What one document does to another. */
export const effectShape = z.object({
  id: z.number(),
  kind: effectKind,
  /** 第三条、第五条, where only a part is touched. */
  scope: z.string(),
  onDay: civilDate.nullable(),
  /** False while the acting document is not released. */
  active: z.boolean(),
  other: documentRef.nullable(),
  /** Where the other document is not on this site. */
  otherText: z.string(),
})
export type EffectShape = z.infer<typeof effectShape>

export const legalityReview = z.object({
  reviewedOn: civilDate.nullable(),
  reviewer: z.string().max(200),
  number: z.string().max(100),
  opinion: z.string().max(2000),
})
