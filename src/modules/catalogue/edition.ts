import { level1CodeOf } from './codes.ts'
import type { Field, Finding, Level, LevelMatrix, Matter, Structure } from './contract.ts'
import { type ComparedMatter, nameOf } from './matter.ts'

/** What an edition is measured against, and the reasons recorded for differing from it. */
export interface Template {
  readonly kind: 'base' | 'reference' | 'nothing'
  readonly matters: readonly (ComparedMatter & Pick<Matter, 'levels'>)[]
  /** Reasons by matter code, over the whole way from the template to the edition. */
  readonly reasons: ReadonlyMap<string, string>
}

/**
 * Structural completeness (M12): every first-level matter of the template is there or was given up
 * with a reason, and every matter disclosed of one's own accord names who discloses it.
 */
export const structureOf = (matters: readonly Matter[], template: Template): Structure => {
  const present = new Set(matters.map((matter) => level1CodeOf(matter.code)))
  const expected = Map.groupBy(template.matters, (matter) => level1CodeOf(matter.code))
  const missing = [...expected].filter(([code]) => !present.has(code))
  return {
    comparedWith: template.kind,
    level1Expected: expected.size,
    level1Present: expected.size - missing.length,
    level1Missing: missing.map(([, group]) => ({
      fieldCode: group[0]?.fieldCode ?? '',
      level1: group[0]?.level1 ?? '',
      matterCount: group.length,
      reason: group.every((matter) => template.reasons.has(matter.code))
        ? (template.reasons.get(group[0]?.code ?? '') ?? null)
        : null,
    })),
    bodyMissing: matters.filter(isBodyMissing).map(nameOf),
  }
}

const isBodyMissing = (matter: Matter): boolean =>
  matter.attribute === 'proactive' &&
  matter.mode !== 'onRequest' &&
  matter.disclosingBody.trim() === ''

/** Everything between a draft and its adoption, and what deserves a look, all at once. */
export const findingsOf = (
  matters: readonly Matter[],
  template: Template,
  questions: readonly Pick<Matter, 'code' | 'fieldCode' | 'level1' | 'level2'>[],
  fields: readonly Field[],
): Finding[] => {
  const fieldName = new Map(fields.map((field) => [field.code, field.name]))
  const find = (
    code: Finding['code'],
    at: { readonly fieldCode: string; readonly code?: string; readonly name: string },
    blocking: boolean,
  ): Finding => ({
    code,
    fieldCode: at.fieldCode,
    fieldName: fieldName.get(at.fieldCode) ?? '',
    matterCode: at.code ?? '',
    name: at.name,
    blocking,
  })
  if (matters.length === 0) return [find('empty', { fieldCode: '', name: '' }, true)]
  const { level1Missing, bodyMissing } = structureOf(matters, template)
  return [
    ...level1Missing
      .filter((gap) => gap.reason === null)
      // Only what a draft was really tailored from binds it; another template is for comparison.
      .map((gap) => find('level1Missing', { ...gap, name: gap.level1 }, template.kind === 'base')),
    ...bodyMissing.map((matter) =>
      find('bodyMissing', { ...matter, name: matter.level2 || matter.level1 }, true),
    ),
    // Until a person has settled it, 条例 art. 26 stands in for a time limit that was not understood.
    ...questions.map((question) =>
      find('openQuestion', { ...question, name: question.level2 || question.level1 }, false),
    ),
  ]
}

const allLevels: readonly Level[] = ['county', 'township', 'village']

/** The levels that the catalogue of a government reaches: its own and those below. */
export const levelsFrom = (level: Level): readonly Level[] =>
  allLevels.slice(allLevels.indexOf(level))

/** Where a matter is disclosed: as it says, else where its field usually is. */
export const levelsOf = (
  matter: Pick<Matter, 'levels'>,
  field: Pick<Field, 'levels'> | undefined,
): readonly Level[] => (matter.levels.length > 0 ? matter.levels : (field?.levels ?? []))

/** Which field belongs to which level, and how much of the template each level has (M4). */
export const levelMatrixOf = (
  matters: readonly Matter[],
  template: Template,
  fields: readonly Field[],
): LevelMatrix => {
  const codes = new Set(matters.map((matter) => matter.code))
  const own = Map.groupBy(matters, (matter) => matter.fieldCode)
  const theirs = Map.groupBy(template.matters, (matter) => matter.fieldCode)
  const rows = fields
    .filter((field) => own.has(field.code) || theirs.has(field.code))
    .map((field) => ({
      field,
      cells: allLevels.map((level) => {
        const isHere = (matter: Pick<Matter, 'levels'>) => levelsOf(matter, field).includes(level)
        const base = (theirs.get(field.code) ?? []).filter(isHere)
        return {
          level,
          expected: field.levels.includes(level) || base.length > 0,
          matterCount: (own.get(field.code) ?? []).filter(isHere).length,
          baseCount: base.length,
          presentCount: base.filter((matter) => codes.has(matter.code)).length,
        }
      }),
    }))
  return { rows, comparedWith: template.kind }
}
