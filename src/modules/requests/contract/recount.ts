import type { CalendarYear } from '#calendar/contract'
import type { ClockEvent, ClockInput } from '../clock/contract.ts'
import type { Recounted } from '../clock/recount.ts'

export type { Recounted } from '../clock/recount.ts'

/**
 * The server's own clock, in the browser: what a day would be due on if this happened. Fetched when it
 * is first asked for, since most screens only read what was counted. `entered` are the years of working
 * days that came after the program, as `calendarYears` answers them.
 */
export const recount = async (
  input: ClockInput,
  added: ClockEvent | null,
  entered: readonly CalendarYear[],
): Promise<Recounted> => {
  const { recountWith } = await import('../clock/recount.ts')
  return recountWith(input, added, entered)
}
