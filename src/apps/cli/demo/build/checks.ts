import { createDraft } from '#documents'
import type { House } from '../../../house.ts'
import type { DemoMatter } from '../types.ts'
import type { People } from './people.ts'
import type { Released } from './releases.ts'

/**
 * Two drafts that go no further than the desk: news of a visit under a matter of social assistance, and
 * a department's notice that another retyped as its own.
 */
export const layStoppedDrafts = async (
  house: House,
  people: People,
  matters: readonly DemoMatter[],
  released: readonly Released[],
  now: Date,
): Promise<void> => {
  const matter = matters.find(({ level2, field }) => field === '社会救助' && level2 === '审核信息')
  if (matter)
    await begin(house, people, 'minzheng', now, {
      title: '县民政局局长一行到澄溪镇调研低保工作',
      html: '<p>近日，县民政局局长一行深入澄溪镇，实地察看低保档案，听取工作汇报，强调要提高站位、狠抓落实，受到干部群众一致好评。</p>',
      kind: '信息',
      matterCodes: [matter.code],
    })
  const notice = released.find(
    ({ document }) =>
      document.organizationCode !== 'minzheng' &&
      document.kind === '通知' &&
      document.matterCodes.length > 0 &&
      document.html.length > 600,
  )
  if (notice)
    await begin(house, people, 'minzheng', now, {
      title: `转发：${notice.document.title}`,
      html: notice.document.html,
      kind: '通知',
      matterCodes: [...notice.document.matterCodes],
    })
}

const begin = async (
  house: House,
  people: People,
  code: string,
  now: Date,
  fields: { title: string; html: string; kind: string; matterCodes: string[] },
): Promise<void> => {
  const { id: organizationId } = people.organization(code)
  await house.perform(
    people.holder('clerk', code),
    (act) => createDraft(act, { organizationId, fields }),
    now,
  )
}
