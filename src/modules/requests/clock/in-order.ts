import type { ClockEvent } from './contract.ts'

/** The day's place among the days: of one day, in the order in which they were entered. */
export const inOrder = (events: readonly ClockEvent[], added: ClockEvent): ClockEvent[] => {
  const at = events.findLastIndex((event) => event.on <= added.on) + 1
  return [...events.slice(0, at), added, ...events.slice(at)]
}
