import { addNegativeEntry } from '#catalogue'
import {
  addEventUpdate,
  agreementsOf,
  answerAgreement,
  askAgreement,
  changeEvent,
  createDraft,
  handIn,
  keepRecord,
  linkClarification,
  openEvent,
  releaseUrgently,
  submitEdition,
} from '#documents'
import type { EditionFields, EditionMark } from '#documents/contract'
import type { Act, Actor } from '#platform/act'
import { addDays, dateAt, startOfDay } from '#platform/civil-date'
import type { House } from '../../../house.ts'
import type { Role } from '../types.ts'
import type { People } from './people.ts'
import { hourMs, noSecrets, passAll, passAndPublish } from './reviewing.ts'

const policies = 'hand:/platform/statutory/policies'
type Entry = Omit<Parameters<typeof addNegativeEntry>[1], 'organizationId' | 'article'>

const categories: readonly Entry[] = [
  {
    category: '人事管理、后勤管理和内部工作流程',
    attribute: 'notDisclosed',
    ground: 'internalAffairs',
    extent: 'whole',
    extentNote: '',
    signs: ['人事', '编制', '值班安排'],
  },
  {
    category: '讨论记录、过程稿、磋商信函和请示报告',
    attribute: 'notDisclosed',
    ground: 'processInformation',
    extent: 'part',
    extentNote: '讨论过程不公开，形成的决定照常公开。',
    signs: ['请示', '会议纪要', '送审稿'],
  },
  {
    category: '救助对象的家庭成员、账号和健康状况',
    attribute: 'onRequest',
    ground: 'privacy',
    extent: 'part',
    extentNote: '姓名（隐去中间字）、村组和金额照常公示。',
    signs: ['救助对象', '低保对象名册'],
  },
  {
    category: '行政执法案卷',
    attribute: 'notDisclosed',
    ground: 'caseFile',
    extent: 'part',
    extentNote: '案卷不公开，处罚决定依法公开。',
    signs: ['案卷'],
  },
]

/** Works the demo's own texts through the desk, each step by whoever does it. */
class Hands {
  readonly #house: House
  readonly #people: People
  constructor(house: House, people: People) {
    this.#house = house
    this.#people = people
  }

  as<Answer>(role: Role, code: string, at: Date, work: (act: Act, by: Actor) => Promise<Answer>) {
    const by = this.#people.holder(role, code)
    return this.#house.perform(by, (act) => work(act, by), at)
  }

  draft(code: string, at: Date, fields: Partial<EditionFields>): Promise<EditionMark> {
    const { id: organizationId } = this.#people.organization(code)
    const day = dateAt(at)
    const content = {
      kind: '通告',
      writtenOn: day,
      formedOn: day,
      columnKeys: [policies],
      ...fields,
    }
    return this.as('clerk', code, at, (act) =>
      createDraft(act, { organizationId, fields: content }),
    )
  }

  async #sent(code: string, at: Date, fields: Partial<EditionFields>): Promise<EditionMark> {
    const { editionId: id, version } = await this.draft(code, at, fields)
    return this.as('clerk', code, at, (act) => submitEdition(act, { id, version }))
  }

  async approved(code: string, at: Date, fields: Partial<EditionFields>): Promise<EditionMark> {
    return passAll(this.#house, this.#people, code, at, await this.#sent(code, at, fields))
  }

  async released(code: string, at: Date, fields: Partial<EditionFields>): Promise<EditionMark> {
    return passAndPublish(this.#house, this.#people, code, at, await this.#sent(code, at, fields))
  }
}

/** A downpour of the week before last: three words on it, the last one out ahead of review. */
const emergency = async (hands: Hands, people: People, now: Date): Promise<void> => {
  const began = new Date(startOfDay(addDays(dateAt(now), -9)).getTime() + 6 * hourMs)
  const later = (hours: number) => new Date(began.getTime() + hours * hourMs)
  const unit = 'yingji'
  const { id } = await hands.as('leader', unit, later(0.5), (act) =>
    openEvent(act, {
      organizationId: people.organization(unit).id,
      title: '青穗河强降雨汛情',
      summary: '受强降雨影响，青穗河水位快速上涨，沿河三个村已组织转移。',
      level: 'major',
      knownAt: began.toISOString(),
    }),
  )
  const words: readonly (readonly [number, string, string])[] = [
    [
      3,
      '关于青穗河汛情的通报（第一号）',
      '县防汛指挥部启动三级响应，沿河低洼处群众312人已转移安置。',
    ],
    [
      11,
      '关于青穗河汛情的通报（第二号）',
      '截至当日17时，转移群众增至568人，安置点食品、饮水供应充足。',
    ],
    [
      30,
      '关于青穗河汛情的通报（第三号）',
      '水位回落至警戒线以下，转移群众开始有序返回，受损道路正在抢修。',
    ],
  ]
  for (const [hours, title, text] of words) {
    const at = later(hours)
    const { documentId } = await hands.released(unit, at, { title, html: `<p>${text}</p>` })
    await hands.as('clerk', unit, at, (act) => addEventUpdate(act, { id, documentId }))
  }
  await hands.as('leader', unit, later(20), (act) =>
    changeEvent(act, { id, pressConferenceAt: later(19).toISOString(), close: false }),
  )
  await urgently(hands, people, unit, id, now)
  await hands.as('clerk', unit, later(34), async (act) => {
    const draft = await createDraft(act, {
      organizationId: people.organization(unit).id,
      fields: {
        title: '关于“水库溃坝”传言的澄清',
        html: '<p>县内各水库运行正常，网传内容不属实。</p>',
      },
    })
    await linkClarification(act, {
      id: draft.documentId,
      correctsId: null,
      rumour: '青穗河上游水库溃坝，全县停水三天',
      rumourSource: '某短视频平台用户',
      rumourSeenOn: dateAt(later(33)),
    })
  })
}

const urgently = async (
  hands: Hands,
  people: People,
  unit: string,
  event: number,
  now: Date,
): Promise<void> => {
  const words = [
    [
      // Nobody has looked at this one: its second pair of eyes is late.
      130,
      '关于暂停青穗河水上活动的紧急通告',
      '<p>受上游泄洪影响，青穗河城区段自即日起暂停一切水上活动，恢复时间另行通告。</p>',
      '泄洪已经开始，河面仍有游船。',
    ],
    [
      3,
      '关于沿河道路临时封闭的紧急通告',
      '<p>因路基受损，沿河路自即日起临时封闭，过往车辆请绕行县道二号线。</p>',
      '路基已有塌陷，车辆仍在通行，来不及逐级审核。',
    ],
  ] as const
  for (const [hours, title, html, reason] of words) {
    const at = new Date(now.getTime() - hours * hourMs)
    const draft = await hands.draft(unit, at, { title, html })
    const { documentId } = await hands.as('signer', unit, at, (act) =>
      releaseUrgently(act, {
        ...{ id: draft.editionId, version: draft.version, secrecy: noSecrets, reason },
        reviewerId: people.holder('leader', unit).id ?? 0,
      }),
    )
    await hands.as('clerk', unit, at, (act) => addEventUpdate(act, { id: event, documentId }))
  }
}

/** A joint text that waits for the other unit, and one that it has sent back with changes. */
const jointly = async (hands: Hands, people: People, now: Date): Promise<void> => {
  const at = new Date(now.getTime() - 30 * hourMs)
  const [civil, education] = [people.organization('minzheng'), people.organization('jiaoyu')]
  const text = await hands.approved('minzheng', at, {
    title: '关于做好困难学生临时救助工作的通告',
    html: '<p>对家庭遭遇突发困难的在校学生，由县民政局会同县教育局按规定给予临时救助。</p>',
    issuingOrgan: `${civil.name}、${education.name}`,
  })
  const ask = (id: number) =>
    hands.as('clerk', 'minzheng', at, (act) =>
      askAgreement(act, {
        ...{ id, organizationIds: [education.id], dueOn: null },
        question: '请核对救助对象的范围和学校的职责。',
      }),
    )
  await ask(text.editionId)
  const other = await hands.draft('minzheng', at, {
    title: '关于寒假期间留守儿童关爱服务的通告',
    html: '<p>寒假期间各村（社区）开放儿童之家，由学校和村委会共同组织活动。</p>',
  })
  await ask(other.editionId)
  await hands.as('signer', 'jiaoyu', new Date(at.getTime() + 5 * hourMs), async (act, by) => {
    const { agreements } = await agreementsOf(act.tx, by, other.editionId, act.today)
    await answerAgreement(act, {
      id: agreements[0]?.id ?? 0,
      answer: 'withChanges',
      note: '请写明开放时间，并增加安全提示。',
    })
  })
}

/** What a visitor finds of the life of records: what is kept back, asked, urgent, owed by the quarter. */
export const makeLifeCycle = async (house: House, people: People, now: Date): Promise<void> => {
  const hands = new Hands(house, people)
  const gov = people.organization('gov').id
  const longAgo = new Date(startOfDay(addDays(dateAt(now), -430)).getTime() + 10 * hourMs)
  for (const entry of categories)
    await hands.as('disclosureOffice', 'office', longAgo, (act) =>
      addNegativeEntry(act, {
        ...entry,
        organizationId: gov,
        article: '',
        signs: [...entry.signs],
      }),
    )
  // Kept back at different times: one look is overdue, one comes up soon, one lies far ahead.
  const kept = [
    [400, '关于调整值班安排的请示', 'internalAffairs'],
    [350, '关于救助资金缺口的会议纪要', 'processInformation'],
    [60, '关于某养老机构行政检查的案卷材料', 'caseFile'],
  ] as const
  for (const [days, title, attributeGround] of kept) {
    const at = new Date(startOfDay(addDays(dateAt(now), -days)).getTime() + 10 * hourMs)
    const { documentId } = await hands.approved('minzheng', at, {
      ...{ title, html: '<p>（内部材料）</p>', kind: '请示', columnKeys: [] },
      ...{ attribute: 'notDisclosed', attributeGround, attributeReason: '属于负面清单所列类别。' },
    })
    if (days === 400)
      await hands.as('clerk', 'minzheng', now, (act) =>
        keepRecord(act, {
          ...{ id: documentId, origin: 'made', obtainedFrom: '', obtainedOn: null },
          ...{ fileNumber: 'QSMZ-2025-Y-0031', retention: 'years10' },
          archivedOn: addDays(dateAt(now), -30),
        }),
      )
  }
  await emergency(hands, people, now)
  await jointly(hands, people, now)
  for (const title of ['本季度城乡低保和特困供养情况', '本季度临时救助资金发放情况']) {
    const at = new Date(now.getTime() - 6 * hourMs)
    const { editionId: id } = await hands.approved('minzheng', at, {
      ...{ title, html: '<p>本季度有关情况和资金发放总额见下。</p>', kind: '公告' },
    })
    await hands.as('signer', 'minzheng', at, (act) => handIn(act, { id }))
  }
}
