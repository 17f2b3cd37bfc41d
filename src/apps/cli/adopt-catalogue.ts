import { basename } from 'node:path'
import { adoptFile, type CatalogueEdition } from '#catalogue'
import { organizationByCode } from '#organizations'
import { theSystem } from '#platform/act'
import { parseFile } from './parse-file.ts'
import { openPlace } from './place.ts'

/** Parses a table and puts it in force for an organization; a refusal changes nothing. */
export const adoptCatalogue = async (asked: {
  readonly path: string
  readonly organization: string
  readonly effective: string | undefined
  readonly directory: string | undefined
}): Promise<CatalogueEdition> => {
  const parsed = await parseFile(asked.path)
  const place = await openPlace({ directory: asked.directory, attach: true })
  try {
    const { id } = await organizationByCode(place.house.db, asked.organization)
    return await place.house.perform(theSystem, (act) =>
      adoptFile(act, {
        organizationId: id,
        fileName: basename(asked.path),
        parsed,
        effectiveOn: asked.effective ?? act.today,
      }),
    )
  } finally {
    await place.close()
  }
}
