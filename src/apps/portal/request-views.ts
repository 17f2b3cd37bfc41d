import type { CivilDate } from '#platform/civil-date'
import type { AskingForm, FlowStep, ForRequester, LogLine, Remedy } from '#requests'
import type { Clock, ClockStanding, Due } from '#requests/contract'

/** A field in which something is wrong, in the reader's words. */
export interface AskIssue {
  readonly field: string
  readonly words: string
}

export interface AskQuestion {
  readonly sealed: string
  readonly words: string
}

/** What every step of the form shows. */
export interface AskFrame {
  readonly token: string
  readonly form: AskingForm
  readonly issues: readonly AskIssue[]
  readonly refused: string | null
  readonly kiosk: boolean
  readonly idleSeconds: number
  /** Until when what was typed is kept; null before anything was. */
  readonly keptUntil: CivilDate | null
  /** The link that opens the draft elsewhere, once. */
  readonly link: string | null
}

export interface Match {
  readonly id: number
  readonly title: string
  readonly unit: string
  readonly publishedOn: CivilDate
}

export interface OfficeGroup {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export interface DetailsView extends AskFrame {
  readonly offices: readonly OfficeGroup[]
  readonly suggested: readonly string[]
  readonly nothingFound: boolean
  readonly files: readonly {
    readonly id: number
    readonly mediaType: string
    readonly size: number
  }[]
  readonly mostFiles: number
  readonly megabytes: number
}

export interface ReviewView extends AskFrame {
  readonly office: string
  readonly files: number
  readonly question: AskQuestion | null
}

export interface ReceiptView {
  readonly number: string
  readonly checkCode: string
  readonly organization: string
  readonly wanted: string
  readonly submittedAt: string
  readonly kiosk: boolean
  readonly idleSeconds: number
  readonly token: string
  readonly until: string
}

export interface ProgressFormView {
  readonly token: string
  readonly number: string
  readonly checkCode: string
  readonly refused: string | null
  readonly issues: readonly AskIssue[]
  readonly question: AskQuestion | null
}

export interface ProgressView {
  readonly token: string
  readonly number: string
  readonly title: string
  readonly organization: { readonly code: string; readonly name: string }
  readonly standing: ClockStanding
  readonly submittedOn: CivilDate
  readonly answeredOn: CivilDate | null
  readonly resultCode: string | null
  /** The article of the result, and what may be done against it, by the law of its day. */
  readonly ground: { readonly article: string; readonly remedy: Remedy | null } | null
  readonly clock: Clock | null
  readonly dues: readonly Due[]
  readonly unknownYear: number | null
  readonly events: readonly { readonly type: string; readonly on: CivilDate }[]
  readonly letters: ForRequester['letters']
  readonly files: ForRequester['files']
  readonly mayWithdraw: boolean
  readonly mayCorrect: boolean
  readonly mayRate: boolean
  readonly satisfaction: number | null
  readonly refused: string | null
  readonly done: string | null
  /** What was typed into the form that came back. */
  readonly typed: string
  readonly today: CivilDate
}

export interface FlowView {
  readonly steps: readonly FlowStep[]
  readonly reply: { readonly days: number; readonly article: string }
}

export interface LogView {
  readonly lines: readonly LogLine[]
  readonly next: string | null
  readonly first: boolean
}
