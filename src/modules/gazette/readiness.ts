import { type Issue, issue } from '#platform/refusal'
import type { EntryRow } from './store/entries.ts'
import type { IssueRow } from './store/issues.ts'

/** Read in the words that stand in the issue now, by someone other than who picked it. */
const isRead = (entry: EntryRow): boolean =>
  entry.marks.some(
    (mark) =>
      mark.verdict === 'read' &&
      mark.editionId === entry.editionId &&
      mark.staffId !== entry.pickedById,
  )

const isOpenObjection = (mark: EntryRow['marks'][number]): boolean =>
  mark.verdict === 'objection' && mark.settledAt === null

/** The text was corrected on the site since it was picked, and nobody looked at the difference. */
export const changedUnseen = (entry: EntryRow): boolean =>
  entry.newerEditionId !== null && entry.keptAgainst !== entry.newerEditionId

const ofTexts = (entries: readonly EntryRow[]): Issue[] =>
  entries.flatMap((entry) => {
    const { number, title } = entry
    return [
      entry.gone && issue('entries', 'gazetteGone', { number }),
      !entry.gone && changedUnseen(entry) && issue('entries', 'gazetteChanged', { number, title }),
    ].filter((found) => found !== false)
  })

/** What keeps a signed issue from the public: what happened to its texts since. */
export const blockersOfRelease = (entries: readonly EntryRow[]): Issue[] => ofTexts(entries)

/** Everything between an issue and the signature: all of it at once. */
export const blockersOfSigning = (found: IssueRow, entries: readonly EntryRow[]): Issue[] => [
  ...(found.publishedOn === null ? [issue('publishedOn', 'gazetteNoDay')] : []),
  ...(entries.length === 0 ? [issue('entries', 'gazetteEmpty')] : []),
  ...ofTexts(entries),
  ...entries.flatMap((entry) => {
    const { number, title } = entry
    return [
      !entry.gone && !isRead(entry) && issue('entries', 'gazetteUnread', { number, title }),
      entry.marks.some(isOpenObjection) && issue('entries', 'gazetteObjection', { number, title }),
    ].filter((point) => point !== false)
  }),
]
