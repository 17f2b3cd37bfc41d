import type { CivilDate } from '#platform/civil-date'
import type { DocumentLink, OrganizationRef } from './views.ts'

/** What a clarification sets right: a document here, or what is told elsewhere. */
export interface ClarifiedLine {
  readonly id: number
  readonly document: DocumentLink | null
  readonly rumour: string
  readonly rumourSource: string
  readonly rumourSeenOn: CivilDate | null
}

/** What stands beside a document's text of its life beyond its editions. */
export interface DocumentLife {
  readonly corrects: readonly ClarifiedLine[]
  readonly correctedBy: readonly ClarifiedLine[]
  readonly event: { readonly id: number; readonly title: string } | null
}

export interface NegativeListView {
  readonly groups: readonly {
    readonly unit: string
    readonly entries: readonly {
      readonly id: number
      readonly category: string
      readonly attribute: 'notDisclosed' | 'onRequest'
      readonly article: string
      readonly extent: 'whole' | 'part'
      readonly extentNote: string
    }[]
  }[]
}

export interface EventLine {
  readonly id: number
  readonly title: string
  readonly unit: OrganizationRef
  readonly open: boolean
  readonly knownAt: Date
  readonly updates: number
  readonly latestAt: Date | null
}

export interface EventPage extends EventLine {
  readonly summary: string
  readonly clocks: readonly {
    readonly name: 'eventFirst' | 'eventPressConference' | 'eventOther'
    readonly hours: number
    readonly source: string
    readonly dueAt: Date
    readonly doneAt: Date | null
  }[]
  readonly words: readonly (DocumentLink & {
    readonly summary: string
    readonly at: Date
  })[]
}
