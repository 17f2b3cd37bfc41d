import { createDataset, saveRows } from '#datasets'
import type { CivilDate } from '#platform/civil-date'
import { createTopic, publishTopic } from '#topics'
import type { House } from '../../../house.ts'
import { matterRef, mattersOf } from '../texts/matters.ts'
import { type DemoTable, demoTables } from '../texts/tables.ts'
import type { DemoDocument, DemoMatter } from '../types.ts'
import type { People } from './people.ts'
import type { Desk } from './releases.ts'

const documentOf = (table: DemoTable, matters: readonly DemoMatter[]): DemoDocument => {
  const refs = table.serves === '' ? [] : table.serves.split('；').map(matterRef)
  const codes = refs.flatMap((ref) => mattersOf(ref, matters)).map(({ code }) => code)
  return {
    key: table.key,
    organizationCode: table.by,
    matters: refs,
    matterCodes: [...new Set(codes)],
    title: table.title,
    kind: table.kind,
    html: table.text,
    summary: '',
    writtenOn: table.on,
    formedOn: table.on,
    publishedOn: table.on,
    attribute: 'proactive',
    source: '',
    keywords: table.keywords,
    ...(table.column && { column: table.column }),
  }
}

/** Releases the county's tables by the desk: each document gets its tables before it goes up. */
export const releaseTables = async (
  house: House,
  people: People,
  desk: Desk,
  matters: readonly DemoMatter[],
  today: CivilDate,
): Promise<void> => {
  const tables = new Map(demoTables(today).map((table) => [table.key, table]))
  desk.beforeReview.push(async (document, documentId, at) => {
    const own = tables.get(document.key)
    if (!own) return
    const clerk = people.holder('clerk', own.by)
    const edition = await house.db
      .selectFrom('documents.document')
      .select('working_edition_id')
      .where('id', '=', documentId)
      .executeTakeFirstOrThrow()
    await house.perform(
      clerk,
      async (act) => {
        for (const { schema, rows } of own.tables) {
          const made = await createDataset(act, {
            id: edition.working_edition_id ?? 0,
            schemaCode: schema,
            year: own.year,
            title: '',
          })
          const put = rows.map((cells) => ({ row: null, cells }))
          await saveRows(act, { id: made.id, version: made.version, put, remove: [] })
        }
      },
      at,
    )
  })
  for (const table of tables.values()) await desk.release(documentOf(table, matters))
}

const topics = [
  {
    title: '乡村振兴',
    slug: 'xiangcun-zhenxing',
    lead: '规划、项目、资金、补贴和成效，放在一起看。',
    keywords: ['乡村振兴', '惠农', '高标准农田', '农机购置', '耕地地力'],
  },
  {
    title: '优化营商环境',
    slug: 'yingshang-huanjing',
    lead: '政策、办事、监管和采购，企业关心的都在这里。',
    keywords: ['营商环境', '招标', '政府采购', '市场主体', '减税', '双随机'],
  },
  // Gathered by the matters under which things stand, whatever words they use.
  {
    title: '困难群众救助',
    slug: 'kunnan-jiuzhu',
    lead: '低保、特困供养、临时救助：政策、办理、审核确认和资金，按事项归集。',
    keywords: [],
    matters: ['社会救助>最低生活保障>*', '社会救助>特困人员救助供养>*', '社会救助>临时救助>*'],
  },
] as const

/** Pieces of key work, gathered from all that the county has published. */
export const gatherTopics = async (
  house: House,
  people: People,
  matters: readonly DemoMatter[],
  now: Date,
): Promise<void> => {
  await house.perform(
    people.holder('disclosureOffice', 'office'),
    async (act) => {
      for (const { keywords, title, slug, lead, ...topic } of topics) {
        const refs = 'matters' in topic ? topic.matters.map(matterRef) : []
        const codes = refs.flatMap((ref) => mattersOf(ref, matters)).map(({ code }) => code)
        const made = await createTopic(act, {
          title,
          slug,
          lead,
          grouping: 'stage',
          rule: {
            matterCodes: [...new Set(codes)],
            fieldCodes: [],
            organizationIds: [],
            keywords: [...keywords],
            from: null,
            until: null,
          },
        })
        if (made.documents > 0) await publishTopic(act, { id: made.id, open: true })
      }
    },
    now,
  )
}
