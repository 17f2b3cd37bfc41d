import { holds } from '#accounts'
import type { Act } from '#platform/act'
import type { Field, Level } from '../contract.ts'
import { fieldAdded } from '../facts.ts'
import { slugOf } from '../fields.ts'
import { fieldFinder } from '../incoming.ts'
import { refuse } from '../refusals.ts'
import { allFields, upsertFields } from '../store/fields.ts'

export interface AddField {
  readonly name: string
  readonly status: 'provincial' | 'local'
  readonly levels: readonly Level[]
}

/** Adds a field that a province or a place has of its own; its code follows the last one. */
export async function addField(act: Act, input: AddField): Promise<Field> {
  const roles = ['disclosureOffice', 'administrator'] as const
  if (act.by.id !== null && !act.by.grants.some((grant) => holds(act.by, roles, grant.path)))
    throw refuse('notYours')
  const fields = await allFields(act.tx)
  const taken = fieldFinder(fields)(input.name)
  if (taken) throw refuse('fieldNameTaken', { name: input.name, code: taken.code })

  const last = Math.max(0, ...fields.map((field) => Number(field.code.slice(1))))
  const slug = slugOf(input.name)
  const field: Field = {
    code: `F${String(last + 1).padStart(2, '0')}`,
    name: input.name,
    aliases: [],
    slug: fields.some((one) => one.slug === slug) ? `${slug}-${last + 1}` : slug,
    status: input.status,
    levels: [...input.levels],
    vertical: false,
    ordinal: Math.max(0, ...fields.map((one) => one.ordinal)) + 1,
  }
  await upsertFields(act.tx, [field])
  await act.announce(fieldAdded, { subject: `field/${field.code}`, fieldCode: field.code })
  return field
}
