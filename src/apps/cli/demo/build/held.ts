import {
  createDraft,
  releaseWhenDue,
  returnEdition,
  saveDraft,
  scheduleEdition,
  submitEdition,
} from '#documents'
import type { EditionMark } from '#documents/contract'
import { draftMaterial, keepMaterial, setPlan } from '#interpretation'
import type { Act } from '#platform/act'
import { addDays, dateAt } from '#platform/civil-date'
import { keepParticulars } from '#policies'
import type { House } from '../../../house.ts'
import type { Role } from '../types.ts'
import type { People } from './people.ts'
import { hourMs, morning, passAll } from './reviewing.ts'

const unit = 'minzheng'
const column = 'hand:/platform/statutory/policies'
const covered = {
  background: 'covered',
  purpose: 'covered',
  measures: 'covered',
  changes: 'notApplicable',
} as const

interface Measure {
  readonly title: string
  readonly number: number
  readonly html: string
}

/** Policies set to go out whose interpretation came back meanwhile: one still ahead, one missed. */
export const holdPolicies = async (house: House, people: People, now: Date): Promise<void> => {
  const as = <Answer>(role: Role, at: Date, work: (act: Act) => Promise<Answer>) =>
    house.perform(people.holder(role, unit), work, at)
  const organizationId = people.organization(unit).id
  const today = dateAt(now)

  /** Plan, legality review, text and explanation, all signed. */
  const signed = async ({ title, number, html }: Measure, at: Date) => {
    const day = dateAt(at)
    const draft = await as('clerk', at, (act) =>
      createDraft(act, {
        organizationId,
        fields: {
          ...{ title, kind: '办法', html, columnKeys: [column], writtenOn: day, formedOn: day },
          documentNumber: `青民规〔${day.slice(0, 4)}〕${number}号`,
        },
      }),
    )
    const { documentId: id } = draft
    const material = await as('clerk', at, async (act) => {
      await keepParticulars(act, {
        id,
        legality: {
          reviewedOn: addDays(day, -7),
          reviewer: '青穗县司法局',
          number: `青穗司审〔${day.slice(0, 4)}〕${60 + number}号`,
          opinion: '制定主体、权限、程序、内容合法。',
        },
      })
      const item = { form: 'text', author: '孟怀远', authorPost: '社会救助股股长' } as const
      await setPlan(act, {
        id,
        items: [{ ...item, plannedOn: addDays(today, 2), channel: '县政府网站' }],
      })
      const made = await draftMaterial(act, { id, form: 'text', title: '', followUp: false })
      await keepMaterial(act, {
        ...{ ...item, id: made.documentId, version: 1, details: {}, substance: covered },
      })
      const text =
        '<p>出台背景：原有做法散见于多个通知。目的是让困难群众遇急时当天得到帮助。主要措施有三项：先行救助、限时办结、结果公示。</p>'
      return saveDraft(act, {
        ...{ id: made.editionId, version: made.version, fields: { html: text } },
      })
    })
    const send = ({ editionId, version }: EditionMark) =>
      as('clerk', at, (act) => submitEdition(act, { id: editionId, version }))
    return {
      material: await passAll(house, people, unit, at, await send(material)),
      policy: await passAll(house, people, unit, at, await send(draft)),
    }
  }

  const held = async (measure: Measure, at: Date, publishAt: Date) => {
    const { policy, material } = await signed(measure, at)
    await as('signer', at, (act) =>
      scheduleEdition(act, {
        ...{ id: policy.editionId, version: policy.version, publishAt: publishAt.toISOString() },
      }),
    )
    const { editionId: id, version } = material
    await as('signer', new Date(at.getTime() + hourMs), (act) =>
      returnEdition(act, {
        id,
        version,
        reason: '第二项措施的办理时限与正文不一致，请核对后再报。',
      }),
    )
    return policy
  }

  await held(
    {
      title: '青穗县急难对象先行救助办法（试行）',
      number: 7,
      html: '<p>第一条 为使急难对象及时得到救助，制定本办法。</p><p>第二条 乡镇（街道）可以先行救助，再补办手续。</p>',
    },
    new Date(now.getTime() - 26 * hourMs),
    morning(addDays(today, 1)),
  )
  const begun = new Date(now.getTime() - 50 * hourMs)
  const missedAt = new Date(now.getTime() - 20 * hourMs)
  const missed = await held(
    {
      title: '青穗县散居孤儿基本生活保障办法',
      number: 6,
      html: '<p>第一条 为保障散居孤儿的基本生活，制定本办法。</p><p>第二条 基本生活费按月发放到监护人账户。</p>',
    },
    begun,
    missedAt,
  )
  await releaseWhenDue((by, work) => house.perform(by, work, missedAt), {
    editionId: missed.editionId,
  })
  // A call for comments that nothing explains yet: its desk says what is asked for.
  await as('clerk', now, (act) =>
    createDraft(act, {
      organizationId,
      fields: {
        title: '关于《青穗县养老服务设施管理办法（征求意见稿）》公开征求意见的公告',
        html: '<p>现将征求意见稿予以公布，公开征求意见，期限三十日。</p>',
        ...{ kind: '公告', columnKeys: [column], writtenOn: today, formedOn: today },
      },
    }),
  )
}
