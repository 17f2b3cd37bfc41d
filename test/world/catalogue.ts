import {
  addMatter,
  adoptEdition,
  type CatalogueEdition,
  loadFields,
  type Matter,
  type MatterElements,
  openDraft,
  type ParsedCatalogue,
  parseTimeRule,
} from '#catalogue'
import { matterElements } from '#catalogue/contract'
import type { World } from './world.ts'

/** Every element filled in, so that a matter is fit to be adopted. */
export const someElements = (given: Partial<MatterElements> = {}): MatterElements =>
  matterElements.parse({
    level1: '最低生活保障',
    level2: '审核信息',
    contentElements: ['初审对象名单及相关材料'],
    legalBases: ['《社会救助暂行办法》'],
    timeLimit: '自制作或获取该信息之日起10个工作日内',
    disclosingBody: '民政部门',
    channels: ['政府网站'],
    levels: ['county'],
    ...given,
  })

/** An empty draft of a government; fields are loaded. */
export const makeDraft = async (w: World, organizationId: number): Promise<CatalogueEdition> => {
  await w.act((act) => loadFields(act))
  return w.act((act) => openDraft(act, { organizationId, base: 'empty' }))
}

export const makeMatter = (
  w: World,
  editionId: number,
  given: Partial<MatterElements> & { readonly fieldCode?: string } = {},
): Promise<Matter> => {
  const { fieldCode = 'F19', ...elements } = given
  return w.act((act) =>
    addMatter(act, { editionId, fieldCode, elements: someElements(elements), reason: '' }),
  )
}

/** A catalogue in force with the matters given, in 社会救助 unless they say otherwise. */
export const makeCatalogue = async (
  w: World,
  organizationId: number,
  matters: readonly (Partial<MatterElements> & { readonly fieldCode?: string })[] = [{}],
): Promise<CatalogueEdition> => {
  const draft = await makeDraft(w, organizationId)
  for (const matter of matters) await makeMatter(w, draft.id, matter)
  return w.act((act) =>
    adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true }),
  )
}

export interface TableRow {
  readonly field?: string | null
  readonly l1?: string
  readonly l2?: string
  readonly content?: string
  readonly limit?: string
  readonly subject?: string
  readonly levels?: ParsedCatalogue['rows'][number]['levels']
  readonly mode?: '主动' | '依申请' | ''
}

/** A table as the parser hands it over. */
export const makeTable = (rows: readonly TableRow[]): ParsedCatalogue => ({
  rows: rows.map((row, index) => ({
    index: index + 1,
    field: row.field === undefined ? '社会救助' : row.field,
    seq: String(index + 1),
    matter_l1: row.l1 ?? '最低生活保障',
    matter_l2: row.l2 ?? '审核信息',
    content: row.content ?? '初审对象名单及相关材料',
    basis: '《社会救助暂行办法》',
    time_limit: row.limit ?? '信息形成之日起10个工作日内',
    subject: row.subject ?? '民政部门',
    channels: ['政府网站'],
    audience: '全社会',
    mode: row.mode ?? '主动',
    levels: row.levels ?? ['县级'],
    timeRule: parseTimeRule(row.limit ?? '信息形成之日起10个工作日内'),
  })),
  fields: [],
  tables: [],
  warnings: [],
})
