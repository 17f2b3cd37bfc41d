import { existsOn, organizationTree } from '#organizations'
import type { Act } from '#platform/act'
import { governmentToChange } from '../draft.ts'
import { powerLinked, powersImported } from '../facts.ts'
import { foldedName } from '../names.ts'
import { mayChangeCatalogue } from '../policy.ts'
import { draftOf, editionInForce } from '../queries/editions.ts'
import { refuse } from '../refusals.ts'
import { findMatter } from '../store/matters.ts'
import { findPower, savePowers, setMatterOf } from '../store/powers.ts'

export interface ImportPowers {
  readonly organizationId: number
  readonly rows: readonly {
    readonly list: 'power' | 'service'
    readonly code: string
    readonly name: string
    /** Name, short name or code of the organization; empty: the government itself. */
    readonly organization: string
  }[]
}

/** Takes in a list of powers or services, to be set against the catalogue (M3). */
export async function importPowers(
  act: Act,
  input: ImportPowers,
): Promise<{
  addedCount: number
  changedCount: number
  notUnderstood: { row: number; what: string }[]
}> {
  const government = await governmentToChange(act, input.organizationId)
  const bodies = (await organizationTree(act.tx))
    .under(government.id)
    .filter((body) => existsOn(body, act.today))
  const byName = new Map(
    bodies.flatMap((body) =>
      [body.shortName, body.name, body.code].map((name) => [foldedName(name), body.id] as const),
    ),
  )
  const read = input.rows.map((row, index) => ({
    row: index + 1,
    organization: row.organization,
    power: { list: row.list, code: row.code, name: row.name },
    organizationId:
      row.organization === '' ? government.id : byName.get(foldedName(row.organization)),
  }))
  const counts = await savePowers(
    act.tx,
    read.flatMap(({ power, organizationId }) =>
      organizationId === undefined ? [] : [{ ...power, organizationId }],
    ),
  )
  await act.announce(powersImported, {
    subject: `organization/${government.id}`,
    organizationId: government.id,
    count: counts.addedCount + counts.changedCount,
  })
  return {
    ...counts,
    notUnderstood: read
      .filter((one) => one.organizationId === undefined)
      .map((one) => ({ row: one.row, what: one.organization })),
  }
}

/** Says which matter discloses a power or service, or that none does. */
export async function linkPower(
  act: Act,
  input: { readonly powerId: number; readonly matterCode: string | null },
): Promise<void> {
  const power = await findPower(act.tx, input.powerId)
  if (!power) throw refuse('noPower', { id: input.powerId })
  if (!mayChangeCatalogue(act.by, power.path)) throw refuse('notYours')
  if (input.matterCode !== null) await matterOfItsGovernment(act, power.path, input.matterCode)
  await setMatterOf(act.tx, power.id, input.matterCode)
  await act.announce(powerLinked, {
    subject: `power/${power.id}`,
    organizationId: power.organizationId,
    matterCode: input.matterCode,
  })
}

/** The link must lead into the catalogue, in force or drafted, of a government above. */
const matterOfItsGovernment = async (act: Act, path: string, code: string): Promise<void> => {
  for (const id of path.split('/').filter(Boolean).map(Number).reverse()) {
    for (const edition of [await editionInForce(act.tx, id), await draftOf(act.tx, id)])
      if (edition && (await findMatter(act.tx, edition.id, code))) return
  }
  throw refuse('noMatter', { code })
}
