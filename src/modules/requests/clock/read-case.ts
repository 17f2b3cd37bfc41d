import { refuse } from '../refusals.ts'
import { type ClockInput, clockInput } from './contract.ts'

/** Reads a case written as JSON; what is wrong with it is said with its place. */
export const readCase = (text: string): ClockInput => {
  const unreadable = (why: string) => refuse('unreadableCase', { why })
  let given: unknown
  try {
    // Windows programs begin a file with a mark of its encoding.
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error))
  }
  const read = clockInput.safeParse(given)
  if (read.success) return read.data
  const first = read.error.issues[0]
  throw unreadable(`${first?.path.join('.') ?? ''} ${first?.message ?? ''}`.trim())
}
