import type { DemoMatter, MatterRef } from '../types.ts'

/**
 * Reads `领域>二级事项` or `领域>一级事项>二级事项`; `*` in the last place takes every level-2 matter.
 * The field is the official short name (`生态环境`), which ministries wrap in
 * longer ones (`环境保护（生态环境）`).
 */
export const matterRef = (path: string): MatterRef => {
  const [field = '', ...rest] = path.split('>')
  const level2 = rest.at(-1)
  return {
    field,
    ...(rest.length === 2 && { level1: rest[0] }),
    ...(level2 !== undefined && level2 !== '*' && { level2 }),
  }
}

export const mattersOf = <M extends DemoMatter>(ref: MatterRef, matters: readonly M[]): M[] =>
  matters.filter(
    ({ field, level1, level2 }) =>
      field.includes(ref.field) &&
      (ref.level1 === undefined || ref.level1 === level1) &&
      (ref.level2 === undefined || ref.level2 === (level2 ?? level1)),
  )
