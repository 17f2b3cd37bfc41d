import type { TimeRule } from '../time-rule/contract.ts'
import type { Level } from './cells/levels.ts'
import type { ChannelPolicy } from './layout/columns.ts'

/** One matter of a catalogue as read from a file; keys as in the exchange format of the tables. */
export interface ParsedRow {
  /** Counts records over the whole file from 1. */
  readonly index: number
  /** null where the file does not name the field. */
  readonly field: string | null
  readonly seq: string
  readonly matter_l1: string
  readonly matter_l2: string
  readonly matter_l3?: string
  readonly content: string
  readonly basis: string
  readonly time_limit: string
  readonly subject: string
  readonly channels: readonly string[]
  /** `全社会`, `特定群体:` and the group, or '' where nothing is said. */
  readonly audience: string
  readonly mode: '主动' | '依申请' | ''
  readonly levels: readonly Level[]
  readonly extra?: Readonly<Record<string, string | readonly string[]>>
  readonly timeRule: TimeRule
}

/** Something a person should look at; its words are `catalogue.intake.<code>`. */
export interface IntakeWarning {
  readonly code: string
  readonly message: string
  readonly params: Readonly<Record<string, string | number>>
  readonly sheet?: string
  /** Row of the sheet or table, counted from 1. */
  readonly row?: number
}

/** What one table of the file turned out to be. */
export interface ParsedTable {
  readonly sheet: string
  readonly field: string | null
  readonly rows: number
  readonly levelColumns: readonly { readonly header: string; readonly levels: readonly Level[] }[]
  readonly extraColumns: readonly string[]
  readonly channelPolicy?: ChannelPolicy
}

export interface ParsedCatalogue {
  readonly rows: readonly ParsedRow[]
  /** Records per field, in the order of the file. */
  readonly fields: readonly { readonly field: string | null; readonly rows: number }[]
  readonly tables: readonly ParsedTable[]
  readonly warnings: readonly IntakeWarning[]
}
