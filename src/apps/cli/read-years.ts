import { z } from 'zod'
import { type CalendarYear, calendarYear } from '#calendar'
import { refusals } from '#platform/refusal'
import { readNamed } from './read-named.ts'

const refuse = refusals('calendar', { fileBroken: 'invalid' })

/** Years of working days out of a file, one or several, as `gongkai calendar show --json` writes them. */
export const readYears = async (path: string): Promise<CalendarYear[]> => {
  const text = (await readNamed(path)).toString()
  const broken = (reason: string) => refuse('fileBroken', { path, reason })
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error))
  }
  const read = z.array(calendarYear).safeParse(Array.isArray(data) ? data : [data])
  if (read.success) return read.data
  throw broken(
    read.error.issues
      .slice(0, 3)
      .map((one) => `${one.path.join('.')} ${one.message}`)
      .join('; '),
  )
}
