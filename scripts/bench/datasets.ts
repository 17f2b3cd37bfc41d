import { writeXlsx } from 'hucre'
import { sql } from 'kysely'
import {
  createDataset,
  csvOf,
  datasetsOnPage,
  importRows,
  type RowsQuery,
  readInThread,
  rowsOf,
  tablesToSeal,
  xlsxOf,
} from '#datasets'
import { createDraft, thePublic } from '#documents'
import type { EditionMark } from '#documents/contract'
import { dateAt } from '#platform/civil-date'
import type { People } from '../../src/apps/cli/demo/build/people.ts'
import type { House } from '../../src/apps/house.ts'
import { report, round } from './report.ts'

// As many as one table may have: a county's subsidies of one item in one year.
const households = 20_000

const workbook = async (): Promise<Uint8Array> => {
  const surnames = [...'赵钱孙李周吴郑王冯陈']
  const heading = ['乡镇', '村', '姓名', '身份证号码', '补贴项目', '面积', '补贴标准', '补贴金额']
  const rows = Array.from({ length: households }, (_, at) => [
    `第${at % 20}镇`,
    `第${at % 400}村`,
    `${surnames[at % 10]}${String.fromCodePoint(0x4e00 + at)}明`,
    '110101199003074258',
    '耕地地力保护补贴',
    (at % 90) / 10 + 1,
    100,
    (at % 90) * 10 + 100,
  ])
  return new Uint8Array(await writeXlsx({ sheets: [{ name: '名册', rows: [heading, ...rows] }] }))
}

/** M18: one table as large as a table may be: taken in, read page by page, sorted, searched, taken along. */
export const measureDatasets = async (house: House, people: People): Promise<void> => {
  const clerk = people.byUserName('tangwu-clerk')
  const taken: [string, number][] = []
  const time = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const value = await work()
    taken.push([what, performance.now() - begun])
    return value
  }
  const today = dateAt(new Date())
  const draft = (await house.perform(clerk, (act) =>
    createDraft(act, {
      organizationId: people.organization('tangwu').id,
      fields: {
        title: '惠农补贴发放公示',
        html: '<p>公示如下。</p>',
        writtenOn: today,
        formedOn: today,
      },
    }),
  )) as EditionMark
  const table = await house.perform(clerk, (act) =>
    createDataset(act, {
      id: draft.editionId,
      schemaCode: 'farm-subsidies',
      year: Number(today.slice(0, 4)),
      title: '',
    }),
  )
  const file = { name: '名册.xlsx', bytes: await workbook() }
  const read = await time('workbook read in its thread', () => readInThread(table.schemaCode, file))
  const asked = { id: table.id, version: table.version, mode: 'replace', apply: 'true' } as const
  await time('rows looked through and kept', () =>
    house.perform(clerk, (act) => importRows(act, { ...asked, file, read })),
  )
  await time("office's grid, one page", () =>
    rowsOf(house.db, clerk, { id: table.id, after: 10_000, limit: 100, wrong: 'false' }),
  )
  // Before the public without its review, which is not what is measured here.
  await sql`with shown as (
      update documents.edition set state = 'published', published_at = now()
      where id = ${draft.editionId} returning id, document_id)
    update documents.document d set live_edition_id = shown.id, working_edition_id = null,
      published_at = now(), first_published_at = now()
    from shown where d.id = shown.document_id`.execute(house.db)
  const page = (what: string, question: Partial<RowsQuery> | null) =>
    time(what, () =>
      datasetsOnPage(
        house.db,
        draft.editionId,
        question && {
          table: 1,
          sort: null,
          descending: false,
          where: {},
          words: '',
          after: null,
          ...question,
        },
        thePublic,
      ),
    )
  await page('page, first rows', null)
  const [sorted] = await page('page, sorted by amount', { sort: 'amount', descending: true })
  await page('page, the next of those', {
    sort: 'amount',
    descending: true,
    after: sorted?.next ?? null,
  })
  await page('page, one village with its sum', { where: { village: '第7村' } })
  await page('page, searched for a word', { words: '一' })
  await time('hashed for the public chain', () => tablesToSeal(house.db, draft.editionId))
  const csv = await time('CSV', () => csvOf(house.db, draft.documentId, 1, thePublic))
  const xlsx = await time('XLSX', () => xlsxOf(house.db, draft.documentId, thePublic))
  report({
    target: 'M18',
    what: `a table of ${households.toLocaleString('en')} rows`,
    measured: taken.map(([what, ms]) => `${what} ${Math.round(ms)} ms`).join('; '),
    wanted: 'measured',
    met: null,
    note: `CSV ${round((csv?.body.length ?? 0) / 1e6, 1)} million signs, XLSX ${round((xlsx?.body.length ?? 0) / 1e6, 1)} MB.`,
  })
}
