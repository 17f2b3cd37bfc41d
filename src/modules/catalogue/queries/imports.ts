import { bodiesFor, existsOn, type OrganizationNode, organizationTree } from '#organizations'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { ImportPreview } from '../contract.ts'
import { planImport } from '../import-plan.ts'
import { nameOf } from '../matter.ts'
import { refuse } from '../refusals.ts'
import { editionInState } from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import { findImport, type ImportSummary, importsOf } from '../store/imports.ts'
import { allMatters, codesEverGiven } from '../store/matters.ts'

export const imports = (db: Db, organizationId: number): Promise<ImportSummary[]> =>
  importsOf(db, organizationId)

/** What a table handed in will change, before it changes; `fieldFor` as `applyImport` takes it. */
export const previewImport = async (
  db: Db,
  importId: number,
  fieldFor: Readonly<Record<string, string>> = {},
): Promise<ImportPreview> => {
  const received = await findImport(db, importId)
  if (!received) throw refuse('noImport', { id: importId })
  const draft = await editionInState(db, received.organizationId, 'draft')
  const base = draft ?? (await editionInState(db, received.organizationId, 'inForce'))
  const plan = planImport(
    received.rows,
    {
      fields: await allFields(db),
      matters: base ? await allMatters(db, base.id) : [],
      known: await codesEverGiven(db, received.organizationId),
      isKnownBody: await bodyReader(db, received.organizationId),
    },
    fieldFor,
  )
  return {
    importId: received.id,
    fileName: received.fileName,
    state: received.state,
    editionId: draft?.id ?? null,
    fields: plan.fields.map((one) => ({
      fieldCode: one.field.code,
      fieldName: one.field.name,
      added: one.added.map(nameOf),
      changed: one.changed.map(({ matter, changes }) => ({
        ...nameOf(matter),
        changes: [...changes],
      })),
      unchangedCount: one.unchanged.length,
      notMentioned: one.notMentioned.map(nameOf),
    })),
    unknownFields: [...plan.unknownFields],
    warnings: [...received.warnings],
    questions: plan.fields.flatMap((one) =>
      one.questions.map(({ matter, part, asWritten }) => ({ ...nameOf(matter), part, asWritten })),
    ),
    // Without a draft one is opened from the edition in force, if there is one.
    reasonRequired: draft ? draft.baseId !== null : base !== undefined,
  }
}

/** Whether a 公开主体 names any body of a government; a wording is read once. */
export const bodyReader = async (
  db: Db,
  organizationId: number,
  on: CivilDate = dateAt(new Date()),
): Promise<(subject: string) => boolean> => {
  const tree = await organizationTree(db)
  const bodies: OrganizationNode[] = tree
    .under(organizationId)
    .filter((body) => existsOn(body, on) && body.level !== 'village')
  const read = new Map<string, boolean>()
  return (subject) => {
    const known = read.get(subject)
    if (known !== undefined) return known
    const named = /村|社区|居委/.test(subject) || bodiesFor(subject, bodies).bodies.length > 0
    read.set(subject, named)
    return named
  }
}
