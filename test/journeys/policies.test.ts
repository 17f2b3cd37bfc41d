import { expect, test } from 'vitest'
import { approveStep, publishEdition, submitEdition } from '#documents'
import { signExemption } from '#interpretation'
import { keepParticulars } from '#policies'
import { noSecrets } from '../world/documents.ts'
import { journey } from '../world/journey.ts'
import { press, sees } from './steps.ts'

const j = await journey()

const legality = { reviewedOn: '2026-02-20', reviewer: '县司法局', number: '1号', opinion: '合法' }

/** A policy of the town that needs no interpretation, not yet sent up. */
const begin = async (title: string, documentNumber: string, html: string) => {
  const matterCodes = [await j.matter('town', '政策法规文件')]
  const made = await j.draft('town', { title, documentNumber, kind: '通知', html, matterCodes })
  const reason = '条文简明，不需要另行解读。'
  await j.w.act((one) => signExemption(one, { id: made.documentId, reason }), j.actor('leader'))
  return made.documentId
}

/** Through the usual review and before the public. */
const release = async (documentId: number): Promise<void> => {
  const mark = async () =>
    j.w.db
      .selectFrom('documents.document as d')
      .innerJoin('documents.edition as e', 'e.id', 'd.working_edition_id')
      .select(['e.id', 'e.version'])
      .where('d.id', '=', documentId)
      .executeTakeFirstOrThrow()
  const sent = await mark()
  await j.w.act((one) => submitEdition(one, sent), j.actor('clerk'))
  for (const checker of ['sectionHead', 'leader', 'secrecyReviewer', 'signer'] as const) {
    const secrecy = checker === 'secrecyReviewer' ? noSecrets : undefined
    const waiting = await mark()
    await j.w.act(
      (one) => approveStep(one, { ...waiting, opinion: '同意', secrecy }),
      j.actor(checker),
    )
  }
  const ready = await mark()
  await j.w.act((one) => publishEdition(one, ready), j.actor('signer'))
}

test('[M31] a clerk publishes a policy that repeals an older one, and both pages show it', async () => {
  const older = await begin(
    '云岚镇临时救助办法',
    '云政规〔2020〕1号',
    '<p>自2020年1月1日起施行。</p>',
  )
  await j.w.act((one) => keepParticulars(one, { id: older, legality }), j.actor('clerk'))
  await release(older)
  await sees(await j.reads('/policies'), '云岚镇临时救助办法')

  const html = '<p>自2026年1月1日起施行。《云岚镇临时救助办法》（云政规〔2020〕1号）同时废止。</p>'
  const next = await begin('云岚镇临时救助规定', '云政规〔2026〕2号', html)
  const clerk = await j.at('clerk', `/documents/${next}`)
  const part = clerk.getByRole('region', { name: '政策文件要素' })
  await press(part, '正文提到废止云政规〔2020〕1号，点击添加')
  await part.getByLabel('合法性审核机构').fill('县司法局')
  await part.getByLabel('审核日期').fill('2026-02-20')
  await press(part, '保存要素')
  await sees(part, '已保存。')
  await release(next)

  const old = await j.reads(`/d/${older}`)
  await sees(old, '已废止')
  await old.getByRole('link', { name: '云岚镇临时救助规定' }).first().waitFor()
  const library = await j.reads('/policies?validity=repealed')
  await sees(library, '云岚镇临时救助办法')
  expect(await library.getByText('云岚镇临时救助规定').count()).toBe(0)
  await sees(await j.reads(`/d/${next}`), '自 2026-01-01 起施行')
})
