import type { EditionFields } from '#documents/contract'
import type { Say } from '../words.tsx'
import type { Examination } from './examine/examination.ts'
import type { Fields } from './keep-draft.ts'
import type { Desk } from './use-draft.ts'

/** An edition as the parts of the desk see it: its fields, whether they may be changed, what is open. */
export interface Writing {
  readonly isOpen: boolean
  readonly fields: EditionFields
  readonly change: (part: Fields) => void
  readonly clock: Desk['clock']
  readonly issues: Desk['issues']
  /** Looks at what is written while it is written. */
  readonly examination?: Examination
  /** Reads the desk anew, after something other than the text was changed. */
  readonly reread?: () => void
}

export type DeskIssue = Desk['issues'][number]

export const sayIssue = (say: Say, issue: DeskIssue): string =>
  say(`issue.${issue.code}`, { field: say(`field.${issue.field}`), ...issue.params })

/** What is wrong with one field, as its words. */
export const problemOf = (say: Say, writing: Writing, field: string): string | undefined => {
  if (!writing.isOpen) return undefined
  const found = writing.issues.find((issue) => issue.field === field)
  return found && sayIssue(say, found)
}

/** Leads from an open point to the field it is about. */
export const goToField = (field: string): void => {
  // What belongs to a part as a whole, such as `interpretation.plan`, leads to the part.
  const place = [field, field.split('.')[0] ?? '']
    .map((name) => document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`))
    .find((found) => found !== null)
  if (!place) return
  place.scrollIntoView({ block: 'center', behavior: 'smooth' })
  place
    .querySelector<HTMLElement>(
      '[contenteditable="true"], textarea, input:not([type="hidden"]), button, a[href]',
    )
    ?.focus({ preventScroll: true })
}
