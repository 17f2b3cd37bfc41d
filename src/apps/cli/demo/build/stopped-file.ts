import { Readable } from 'node:stream'
import { writeXlsx } from 'hucre'
import { attachFile, createDraft, receiveFile } from '#documents'
import { dateAt } from '#platform/civil-date'
import type { House } from '../../../house.ts'
import type { DemoDocument } from '../types.ts'
import type { People } from './people.ts'

// Invented; the numbers have right check digits and belong to nobody (dates of 1901 and 1902).
const households = [
  ['柏禾生', '110101190103077615', 6.2, 558],
  ['竺稼宁', '110101190208152343', 4.8, 432],
  ['亓谷雨', '110101190111230026', 9.1, 819],
] as const

/**
 * A workbook that shows sums and hides who got them: it lies on a clerk's desk, stopped, so that a
 * visitor sees what the program finds and can clean it with one click.
 */
export async function layStoppedFile(
  house: House,
  people: People,
  documents: readonly DemoDocument[],
  now: Date,
): Promise<void> {
  const like = documents.find(({ title }) => title.includes('耕地地力保护补贴分户公示'))
  if (!like) return
  const clerk = people.holder('clerk', like.organizationCode)
  const book = await writeXlsx({
    sheets: [
      {
        name: '公示',
        rows: [
          ['户主', '面积（亩）', '金额（元）'],
          ...households.map(([name, , ...rest]) => [name, ...rest]),
        ],
      },
      {
        name: '底册',
        hidden: true,
        rows: [['户主', '身份证号'], ...households.map(([name, id]) => [name, id])],
      },
    ],
  })
  const stream = Readable.from([book])
  const file = await receiveFile(house.files, { name: '附件：分户发放表.xlsx', stream })
  const at = new Date(now.getTime() - 2 * 60 * 60 * 1000)
  await house.perform(
    clerk,
    async (act) => {
      const draft = await createDraft(act, {
        organizationId: people.organization(like.organizationCode).id,
        fields: {
          title: like.title.replace('分户公示', '补发公示'),
          html: '<p>现将本村耕地地力保护补贴补发情况予以公示，公示期七天。分户情况见附件。</p>',
          kind: '公示',
          writtenOn: dateAt(at),
          formedOn: dateAt(at),
          matterCodes: [...like.matterCodes],
        },
      })
      await attachFile(act, { editionId: draft.editionId, file, inline: false })
    },
    at,
  )
}
