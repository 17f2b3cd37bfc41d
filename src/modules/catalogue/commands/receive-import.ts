import { createHash } from 'node:crypto'
import type { Act } from '#platform/act'
import { governmentToChange } from '../draft.ts'
import { importReceived } from '../facts.ts'
import type { ParsedCatalogue } from '../intake/parsed.ts'
import { incomingOf } from '../parsed.ts'
import { refuse } from '../refusals.ts'
import { insertImport } from '../store/imports.ts'

export interface ReceiveImport {
  readonly organizationId: number
  readonly fileName: string
  readonly parsed: ParsedCatalogue
}

// Thirty times the largest compilation met; more is a list of something else.
const mostRows = 20_000

/** Keeps what a table was read as, until someone takes it in or drops it. Nothing changes yet. */
export async function receiveImport(act: Act, input: ReceiveImport): Promise<{ importId: number }> {
  const organization = await governmentToChange(act, input.organizationId)
  const { rows, warnings } = incomingOf(input.parsed)
  if (rows.length === 0) throw refuse('nothingToTakeIn', { file: input.fileName })
  if (rows.length > mostRows) throw refuse('tableTooLong', { most: mostRows })

  const importId = await insertImport(act.tx, {
    organizationId: organization.id,
    fileName: input.fileName,
    sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    rows,
    warnings,
    at: act.at,
    by: act.by.id,
  })
  await act.announce(importReceived, {
    subject: `import/${importId}`,
    organizationId: organization.id,
    importId,
    fileName: input.fileName,
  })
  return { importId }
}
