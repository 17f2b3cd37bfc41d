import type { Details, Form, ProgrammeContent } from '#interpretation/contract'
import type { CivilDate } from '#platform/civil-date'
import type { DocumentLink, OrganizationRef, Slice } from './shared.ts'

export interface ExplanationView {
  readonly form: Form
  readonly author: string
  readonly authorPost: string
  readonly details: Details
}

export interface InterpretationLine extends DocumentLink {
  readonly form: Form
  readonly unit: OrganizationRef
  readonly publishedOn: CivilDate
  readonly policy: DocumentLink
}

export interface InterpretationView {
  readonly query: {
    readonly form: Form | null
    readonly unit: string | null
    readonly policy: DocumentLink | null
  }
  readonly forms: readonly Form[]
  readonly units: readonly OrganizationRef[]
  readonly items: Slice<InterpretationLine>
}

export interface ConsultationView {
  readonly query: { readonly q: string; readonly policy: DocumentLink | null }
  readonly answers: Slice<{
    readonly id: number
    readonly question: string
    readonly answer: string
    readonly unit: OrganizationRef
    readonly policy: DocumentLink | null
    readonly reviewedOn: CivilDate
  }>
  readonly policies: readonly (DocumentLink & { readonly answers: number })[]
}

export interface ProgrammeView extends ProgrammeContent {
  readonly id: number
  readonly unit: OrganizationRef
  readonly policy: DocumentLink | null
}

export interface ProgrammesView {
  readonly programmes: Slice<ProgrammeView>
}
