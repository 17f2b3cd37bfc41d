/**
 * The form of 国办公开办函〔2021〕30号, as data: six parts, three tables. Words of rows and columns stand in
 * messages/<language>/annual-report.json; the Chinese ones are the form's own.
 */

/** Art. 20 (1), (5), (6), (8): what was disclosed on the organ's own motion. */
export const t2Form = {
  rules: ['issued', 'repealed', 'inForce'],
  normative: ['issued', 'repealed', 'inForce'],
  permits: ['decisions'],
  penalties: ['decisions'],
  coercion: ['decisions'],
  charges: ['amountWan'],
} as const
export type T2Row = keyof typeof t2Form
export const t2Rows = Object.keys(t2Form) as T2Row[]

/** The item of art. 20 under which each row of the second part stands. */
export const t2Items = {
  rules: 1,
  normative: 1,
  permits: 5,
  penalties: 6,
  coercion: 6,
  charges: 8,
} as const satisfies Record<T2Row, number>

/** Who asks: natural persons, five kinds of organizations, and all of them. */
export const t3Columns = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'] as const
export type T3Column = (typeof t3Columns)[number]

/** The results of the year, with the articles of 国令第711号 on which they stand. */
export const t3Leaves = [
  'r3.1',
  'r3.2',
  'r3.3.1',
  'r3.3.2',
  'r3.3.3',
  'r3.3.4',
  'r3.3.5',
  'r3.3.6',
  'r3.3.7',
  'r3.3.8',
  'r3.4.1',
  'r3.4.2',
  'r3.4.3',
  'r3.5.1',
  'r3.5.2',
  'r3.5.3',
  'r3.5.4',
  'r3.5.5',
  'r3.6.1',
  'r3.6.2',
  'r3.6.3',
] as const
export type T3Leaf = (typeof t3Leaves)[number]

export const t3Rows = ['r1', 'r2', ...t3Leaves, 'r3.7', 'r4'] as const
export type T3Row = (typeof t3Rows)[number]

/** The seven groups of results, each with its leaves; a group of one has no third level. */
export const t3Groups = [
  { group: 'r3.1', rows: ['r3.1'] },
  { group: 'r3.2', rows: ['r3.2'] },
  { group: 'r3.3', rows: t3Leaves.filter((row) => row.startsWith('r3.3.')) },
  { group: 'r3.4', rows: t3Leaves.filter((row) => row.startsWith('r3.4.')) },
  { group: 'r3.5', rows: t3Leaves.filter((row) => row.startsWith('r3.5.')) },
  { group: 'r3.6', rows: t3Leaves.filter((row) => row.startsWith('r3.6.')) },
  { group: 'r3.7', rows: ['r3.7'] },
] as const satisfies readonly { group: string; rows: readonly T3Row[] }[]

export const t4Groups = ['reconsideration', 'direct', 'afterReconsideration'] as const
export type T4Group = (typeof t4Groups)[number]
export const t4Columns = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
export type T4Column = (typeof t4Columns)[number]

export const partNumbers = [1, 2, 3, 4, 5, 6] as const
/** The titles are fixed, and so is their order. */
export const partTitles = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const

export type Publisher = 'department' | 'township' | 'government'
export const publishers = ['department', 'township', 'government'] as const

/** Forms by the first year that is reported in them. */
export const forms = [
  {
    fromYear: 2021,
    instrument: '国办公开办函〔2021〕30号',
    issuedOn: '2021-09-26',
    basis: '中华人民共和国政府信息公开条例 第四十九条、第五十条',
  },
] as const

/** The form in which a year is reported; none for years whose form is not among the data. */
export const formOf = (year: number): (typeof forms)[number] | null =>
  forms.findLast(({ fromYear }) => year >= fromYear) ?? null
