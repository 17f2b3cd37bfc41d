import { adoptFile, loadFields, parseCatalogue } from '#catalogue'
import { approveStep, createDraft, publishEdition, submitEdition } from '#documents'
import type { EditionFields, EditionMark } from '#documents/contract'
import type { Actor } from '#platform/act'
import { makeStaff } from './accounts.ts'
import { type County, makeCounty } from './organizations.ts'
import type { World } from './world.ts'

const header =
  '序号,领域,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级'
const rule = '《中华人民共和国政府信息公开条例》'
const channel = '■政府网站'

export interface CatalogueLine {
  readonly field: string
  readonly level1: string
  readonly level2: string
  readonly days?: number
  /** The limit as worded, in place of one by days. */
  readonly limit?: string
  readonly mode?: '主动' | '依申请'
}

/** Three matters of one field; the third is due sooner. */
export const smallCatalogue: readonly CatalogueLine[] = [
  { field: '社会救助', level1: '综合业务', level2: '政策法规文件' },
  { field: '社会救助', level1: '综合业务', level2: '监督检查', days: 10 },
  { field: '社会救助', level1: '最低生活保障', level2: '审核信息', days: 10 },
]

/** Makes these lines the county's catalogue in force, and so its columns. */
export const adoptCatalogue = async (
  w: World,
  organizationId: number,
  lines: readonly CatalogueLine[],
  on = '2026-01-05',
): Promise<void> => {
  const rows = lines.map(({ field, level1, level2, days = 20, limit, mode = '主动' }, index) =>
    [
      index + 1,
      field,
      level1,
      level2,
      `${level2}的内容`,
      rule,
      limit ?? `自信息形成或者变更之日起${days}个工作日内`,
      '县民政局',
      channel,
      '全社会',
      mode,
      '县级;乡级',
    ].join(','),
  )
  const bytes = new TextEncoder().encode([header, ...rows].join('\n'))
  const parsed = await parseCatalogue({ name: '标准目录.csv', bytes })
  await w.act(async (act) => {
    await loadFields(act)
    await adoptFile(act, { organizationId, parsed, fileName: '标准目录.csv', effectiveOn: on })
  })
}

export interface Office extends County {
  readonly clerk: Actor
  readonly otherClerk: Actor
  readonly sectionHead: Actor
  readonly leader: Actor
  readonly secrecyReviewer: Actor
  readonly signer: Actor
  readonly disclosureOffice: Actor
  /** Of another department: sees nothing of this one's drafts. */
  readonly stranger: Actor
}

const creditCode = '11331082002640053H'

/** A county with a catalogue, and a department with everyone who takes part in a publication. */
export const makeOffice = async (
  w: World,
  lines: readonly CatalogueLine[] = smallCatalogue,
): Promise<Office> => {
  const county = await makeCounty(w)
  await w.db
    .updateTable('organizations.organization')
    .set({ credit_code: creditCode })
    .where('id', 'in', [county.civil.id, county.town.id])
    .execute()
  await adoptCatalogue(w, county.government.id, lines)
  const of = async (role: Parameters<typeof makeStaff>[1]['roles'], at = county.civil.id) =>
    (await makeStaff(w, { organizationId: at, roles: role ?? [] })).actor
  return {
    ...county,
    clerk: await of(['clerk']),
    otherClerk: await of(['clerk']),
    sectionHead: await of(['sectionHead']),
    leader: await of(['leader']),
    secrecyReviewer: await of(['secrecyReviewer']),
    signer: await of(['signer']),
    disclosureOffice: await of(['disclosureOffice'], county.government.id),
    stranger: await of(['clerk', 'sectionHead', 'leader', 'signer'], county.education.id),
  }
}

/** Codes of the matters of `smallCatalogue`, in its order. */
export const matterCodes = async (w: World): Promise<string[]> => {
  const rows = await w.db
    .selectFrom('documents.site_column')
    .select('matter_code')
    .where('matter_code', 'is not', null)
    .where('retired_at', 'is', null)
    .orderBy('matter_code')
    .execute()
  return rows.map((row) => row.matter_code ?? '')
}

export const noSecrets = {
  stateSecret: false,
  tradeSecret: false,
  privacy: false,
  securityStability: false,
  othersConsulted: 'notNeeded',
  note: '',
} as const

/** A draft of the department with nothing missing. */
export const makeDraft = async (
  w: World,
  office: Office,
  fields: Partial<EditionFields> = {},
  { by = office.clerk, at = monday }: { by?: Actor; at?: Date } = {},
): Promise<EditionMark> => {
  const [first = ''] = await matterCodes(w)
  return w.act(
    (act) =>
      createDraft(act, {
        organizationId: office.civil.id,
        fields: {
          title: '关于做好临时救助工作的通知',
          html: '<p>各乡镇人民政府：</p><p>现将有关事项通知如下。</p>',
          kind: '通知',
          documentNumber: '青民发〔2026〕3号',
          writtenOn: '2026-03-02',
          formedOn: '2026-03-02',
          matterCodes: [first],
          ...fields,
        },
      }),
    by,
    at,
  )
}

/** Monday 2 March 2026, nine in the morning. */
export const monday = new Date('2026-03-02T09:00:00+08:00')

/** Takes a draft through every step of the usual review. */
export const approveAll = async (
  w: World,
  office: Office,
  draft: EditionMark,
  { by = office.clerk, at = monday }: { by?: Actor; at?: Date } = {},
): Promise<EditionMark> => {
  let mark = await w.act(
    (act) => submitEdition(act, { id: draft.editionId, version: draft.version }),
    by,
    at,
  )
  for (const checker of ['sectionHead', 'leader', 'secrecyReviewer', 'signer'] as const) {
    const { editionId: id, version } = mark
    const secrecy = checker === 'secrecyReviewer' ? noSecrets : undefined
    mark = await w.act(
      (act) => approveStep(act, { id, version, opinion: '同意', secrecy }),
      office[checker],
      at,
    )
  }
  return mark
}

/** Puts a draft before the public by way of its whole review. */
export const publish = async (
  w: World,
  office: Office,
  draft: EditionMark,
  { by = office.clerk, at = monday }: { by?: Actor; at?: Date } = {},
) => {
  const { editionId: id, version } = await approveAll(w, office, draft, { by, at })
  return w.act((act) => publishEdition(act, { id, version }), office.signer, at)
}

/** A live document. */
export const makeDocument = async (
  w: World,
  office: Office,
  fields: Partial<EditionFields> = {},
  at = monday,
) => publish(w, office, await makeDraft(w, office, fields, { at }), { at })
