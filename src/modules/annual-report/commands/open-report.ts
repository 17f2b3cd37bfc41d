import type { z } from 'zod'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import { yearOf } from '#platform/civil-date'
import { publisherOf } from '../children.ts'
import type { openReport as contract } from '../contract/doors.ts'
import { formOf } from '../contract/form.ts'
import { reportOpened } from '../facts.ts'
import { mayWrite } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { currentReport, insertReport } from '../store/reports.ts'
import { factOf } from './acting.ts'

/** Begins the report of an organ on a year; this year's may be begun before it is over. */
export async function openReport(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<{ id: number }> {
  const organ = await organizationById(act.tx, input.organizationId)
  if (!mayWrite(act.by, organ.path)) throw refuse('notYours')
  const publisher = publisherOf(organ)
  if (!publisher) throw refuse('noReporter', { name: organ.name })
  if (!formOf(input.year)) throw refuse('otherForm', { year: input.year })
  if (input.year > yearOf(act.today)) throw refuse('notOver', { year: input.year })
  if (await currentReport(act.tx, organ.id, input.year)) throw refuse('openAlready')
  const id = await insertReport(act.tx, {
    organizationId: organ.id,
    year: input.year,
    ordinal: 1,
    publisher,
    reason: '',
    origin: 'written',
    overview: '',
    problems: '',
    other: '',
    by: act.by.id,
    at: act.at,
  })
  await act.announce(reportOpened, factOf({ id, organizationId: organ.id, year: input.year }))
  return { id }
}
