import { endsOnWorkingDay } from '#calendar'
import { type Issue, issue } from '#platform/refusal'
import { refuse } from '../refusals.ts'
import { type ClockInput, clockInput } from './contract.ts'

// A case has some twenty events; the first few places are enough to mend it.
const mostPlaces = 10

type Found = NonNullable<ReturnType<typeof clockInput.safeParse>['error']>['issues'][number]

const given = (whole: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null)?.[key], whole)

/** What is wrong at one place, in words a person can act on. */
const wrongAt = (found: Found, whole: unknown): Issue => {
  const place = found.path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('')
  const value = given(whole, found.path)
  if (found.path.length === 0) return issue('case', 'caseNoObject')
  if (value === undefined) return issue('case', 'casePlaceMissing', { place })
  const shown = { place, given: typeof value === 'object' ? JSON.stringify(value) : String(value) }
  if (found.code === 'custom')
    return issue('case', 'caseNoSuchDay', { ...shown, article: endsOnWorkingDay.article })
  if (found.code === 'invalid_value')
    return issue('case', 'caseUnknownWord', { ...shown, known: found.values.join(', ') })
  if (found.code === 'too_small') return issue('case', 'caseNoEvents', { place })
  return issue('case', 'caseWrongKind', shown)
}

/** Reads a case written as JSON; what is wrong with it is said with its place. */
export const readCase = (text: string): ClockInput => {
  let whole: unknown
  try {
    // Windows programs begin a file with a mark of its encoding.
    whole = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refuse('unreadableCase', { issues: [issue('case', 'caseNoJson', { why })] })
  }
  const read = clockInput.safeParse(whole)
  if (read.success) return read.data
  const issues = read.error.issues.slice(0, mostPlaces).map((found) => wrongAt(found, whole))
  throw refuse('unreadableCase', { issues })
}
