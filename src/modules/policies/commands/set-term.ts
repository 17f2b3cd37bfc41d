import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { setTerm as contract, Term } from '../contract/library.ts'
import { termSet } from '../facts.ts'
import { maySetTerm } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { placeOfSite } from '../store/place.ts'
import { keepTerm, termsReaching } from '../store/terms.ts'

/** Sets how long the normative documents of this place last; those already dated keep their days. */
export async function setTerm(act: Act, input: z.output<typeof contract.input>): Promise<Term[]> {
  const place = await placeOfSite(act.tx)
  if (!place) throw refuse('notFound')
  if (!maySetTerm(act.by, place.path)) throw refuse('notYours')
  await keepTerm(act.tx, { ...input, regionCode: place.regionCode })
  await act.announce(termSet, {
    subject: `organization/${place.id}`,
    organizationId: place.id,
    regionCode: place.regionCode,
    years: input.years,
  })
  return termsReaching(act.tx, place.regionCode)
}
