import { policyClassOf } from '#policies'
import type { Section } from './contract/shapes.ts'

/**
 * Where a text stands unless a person moves it: rules first, then the government, its office, the
 * departments, personnel. 国办发〔2018〕22号 lists these contents (from memory: no copy at hand).
 */
export const sectionOf = (text: {
  readonly title: string
  readonly kind: string
  readonly documentNumber: string
  readonly issuingOrgan: string
  readonly organizationKind: string
}): Section => {
  const found = policyClassOf(text)
  if (/任免|任职|免职|任命/.test(text.title)) return 'personnel'
  if (found === 'regulation') return 'regulation'
  if (/(?:政办|府办)/.test(text.documentNumber) || /办公室|办公厅/.test(text.issuingOrgan))
    return 'office'
  if (
    text.organizationKind === 'government' ||
    /政(?:发|字|规)|府(?:发|字|规)/.test(text.documentNumber)
  )
    return 'government'
  return found === null ? 'other' : 'department'
}
