import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { limitReaders as contract } from '../contract/drafting.ts'
import { factAbout } from '../edition.ts'
import { readersChanged } from '../facts.ts'
import { findEdition } from '../finding.ts'
import { mayLimitReaders } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { setReaders } from '../store/documents.ts'
import { foremostEdition } from '../store/editions.ts'

export type LimitReaders = z.output<typeof contract.input>

/** Limits a document's drafts to named people and units, or opens them to the unit again (M47). */
export async function limitReaders(act: Act, input: LimitReaders): Promise<{ limited: boolean }> {
  const foremost = await foremostEdition(act.tx, input.id)
  if (!foremost) throw refuse('notFound')
  const edition = await findEdition(act, { id: foremost.id }, mayLimitReaders)
  await setReaders(act.tx, edition.document.id, input)
  await act.announce(readersChanged, { ...factAbout(edition), limited: input.limited })
  return { limited: input.limited }
}
