import { type Act, type Actor, theSystem } from '#platform/act'
import { addDays, type CivilDate, dateAt, daysBetween, startOfDay } from '#platform/civil-date'
import {
  addNote,
  archiveRequest,
  askCoUnit,
  assignRequest,
  checkCompleteness,
  closeRequest,
  logSearch,
  recordEvent,
  recordOutsideAnswer,
  registerRequest,
  submitRequest,
  turnRequests,
} from '#requests'
import type { Asked, Door, EventType, RequesterParticulars, ResultCode } from '#requests/contract'
import type { House } from '../../../house.ts'
import { countyCode } from '../regions.ts'
import type { People } from './people.ts'

/** A request of the demo county, for whoever adds letters, fees or dockets to it. */
export interface DemoRequest {
  readonly requestId: number
  readonly number: string
  readonly checkCode: string
  readonly organizationCode: string
  /** Who keeps requests for the office asked, and who handles this one. */
  readonly keeper: Actor
  readonly story: string
}

type Step = readonly [EventType, number]

interface Story {
  readonly name: string
  readonly at: string
  /** How many days ago it came in. */
  readonly ago: number
  readonly door: Door
  readonly wanted: string
  readonly who: number
  /** What happened, in days after it came in. */
  readonly steps?: readonly Step[]
  readonly assigned?: boolean
  readonly missing?: string
  readonly joint?: string
  readonly end?: 'closed' | 'archived'
}

const hourMs = 3_600_000
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Region and order number 000 are given to nobody, so the number is nobody's. */
const identityNumber = (born: string): string => {
  const body = `${countyCode}${born}000`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'[sum % 11]
}

const person = (name: string, born: string, village: string): RequesterParticulars => ({
  kind: 'naturalPerson',
  name,
  representative: '',
  identityType: 'idCard',
  identityNumber: identityNumber(born),
  telephone: '0900-8839901',
  email: '',
  address: `云岚市青穗县${village}`,
  postcode: '990701',
})
const body = (
  kind: RequesterParticulars['kind'],
  name: string,
  representative: string,
): RequesterParticulars => ({
  ...person(name, '19700101', '穗城街道'),
  kind,
  representative,
  identityType: 'creditCode',
  identityNumber: '',
})

const requesters: readonly RequesterParticulars[] = [
  person('钱禾苗', '19900101', '澄岚镇云岚村'),
  person('苗稻生', '19760512', '棠坞镇上坞村'),
  person('岑晚舟', '19850923', '穗城街道'),
  person('卓青禾', '19681104', '棠坞镇'),
  person('费云起', '19930217', '澄岚镇'),
  body('enterprise', '青穗县禾源米业有限公司', '闻人禾'),
  body('legalService', '云岚市清澄律师事务所', '戚明理'),
  body('research', '云岚农村发展研究所', '乐知远'),
  body('welfare', '青穗县暖穗志愿服务中心', '计温良'),
]
/** Who asks far more often than is usual (art. 35, fees from the eleventh item of a month). */
const frequent = body('enterprise', '青穗县广询信息咨询有限公司', '步多闻')
const often = 35

const answered: readonly Step[] = [
  ['replied', 15],
  ['served', 17],
]
const confirmed: readonly Step[] = [['confirmed', 1]]
const results: readonly ResultCode[] = [
  'granted/provided',
  'partial',
  'granted/already_public',
  'unavailable/not_held',
  'refused/third_party',
]

const stories: readonly Story[] = [
  {
    name: 'road',
    at: 'gov',
    ago: 700,
    door: 'portal',
    wanted: '2024年全县农村公路养护资金分配方案',
    who: 0,
    steps: [...confirmed, ...answered],
    assigned: true,
    end: 'archived',
  },
  {
    name: 'seed',
    at: 'tangwu',
    ago: 640,
    door: 'counter',
    wanted: '棠坞镇2024年良种补贴发放公示表',
    who: 1,
    steps: answered,
    assigned: true,
    end: 'archived',
  },
  {
    name: 'plan',
    at: 'gov',
    ago: 610,
    door: 'post',
    wanted: '县城西片区控制性详细规划文本及图纸',
    who: 6,
    steps: [
      ['thirdPartyAsked', 6],
      ['thirdPartyReplied', 16],
      ['replied', 33],
      ['served', 35],
    ],
    assigned: true,
    end: 'archived',
  },
  {
    name: 'school',
    at: 'gov',
    ago: 560,
    door: 'portal',
    wanted: '2024年义务教育学校划片方案及论证材料',
    who: 2,
    steps: [...confirmed, ['extended', 18], ['replied', 45], ['served', 47]],
    assigned: true,
    end: 'archived',
  },
  {
    name: 'vague',
    at: 'gov',
    ago: 520,
    door: 'fax',
    wanted: '有关征地的全部材料',
    who: 3,
    steps: [...confirmed, ['correctionNoticed', 5]],
    missing: '请写明所要材料涉及的征地项目名称、批次或者年份，以便检索。',
    assigned: true,
    end: 'closed',
  },
  {
    name: 'water',
    at: 'tangwu',
    ago: 500,
    door: 'oral',
    wanted: '上坞村饮水安全工程竣工验收报告',
    who: 1,
    steps: answered,
    assigned: true,
    end: 'archived',
  },
  {
    name: 'grant',
    at: 'gov',
    ago: 470,
    door: 'portal',
    wanted: '2025年县级财政科技专项资金拨付情况',
    who: 7,
    steps: [...confirmed, ...answered],
    assigned: true,
    end: 'archived',
  },
  {
    name: 'kiln',
    at: 'gov',
    ago: 430,
    door: 'portal',
    wanted: '砖瓦窑厂关停补偿协议（含补偿标准）',
    who: 5,
    steps: [
      ...confirmed,
      ['thirdPartyAsked', 4],
      ['thirdPartyReplied', 15],
      ['extended', 22],
      ['replied', 50],
      ['served', 52],
    ],
    assigned: true,
    end: 'closed',
  },
  {
    name: 'late',
    at: 'tangwu',
    ago: 400,
    door: 'counter',
    wanted: '棠坞镇集体林权流转合同备案目录',
    who: 3,
    steps: [
      ['replied', 50],
      ['served', 51],
    ],
    assigned: true,
    end: 'closed',
  },
  {
    name: 'gone',
    at: 'gov',
    ago: 380,
    door: 'portal',
    wanted: '县级储备粮轮换招标文件',
    who: 5,
    steps: [...confirmed, ['withdrawn', 6]],
    end: 'closed',
  },
  {
    name: 'clinic',
    at: 'gov',
    ago: 350,
    door: 'kiosk',
    wanted: '县疾控中心2025年设备采购合同',
    who: 2,
    steps: answered,
    assigned: true,
    end: 'closed',
  },
  {
    name: 'bus',
    at: 'gov',
    ago: 320,
    door: 'portal',
    wanted: '城乡公交线路调整听证会材料',
    who: 8,
    steps: [...confirmed, ...answered],
    assigned: true,
    end: 'closed',
  },
  {
    name: 'house',
    at: 'gov',
    ago: 300,
    door: 'post',
    wanted: '穗城街道老旧小区改造项目评审结论',
    who: 4,
    steps: [
      ['coMakerAsked', 5],
      ['coMakerReplied', 14],
      ['replied', 30],
      ['served', 33],
    ],
    assigned: true,
    end: 'closed',
  },
  {
    name: 'aid',
    at: 'tangwu',
    ago: 280,
    door: 'counter',
    wanted: '棠坞镇临时救助资金支出台账（不含个人信息）',
    who: 8,
    steps: answered,
    assigned: true,
    end: 'closed',
  },
  {
    name: 'pool',
    at: 'gov',
    ago: 260,
    door: 'portal',
    wanted: '2025年水利工程维修养护计划',
    who: 0,
    steps: [...confirmed, ...answered],
    assigned: true,
  },
  {
    name: 'audit',
    at: 'gov',
    ago: 240,
    door: 'portal',
    wanted: '某镇财政收支审计报告',
    who: 6,
    steps: [
      ...confirmed,
      ['correctionNoticed', 5],
      ['correctionReceived', 12],
      ['replied', 30],
      ['served', 32],
    ],
    missing: '请写明镇的名称和审计年度。',
    assigned: true,
  },
  {
    name: 'mine',
    at: 'gov',
    ago: 220,
    door: 'post',
    wanted: '采石场环境影响评价批复',
    who: 6,
    steps: [
      ['replied', 24],
      ['served', 27],
    ],
    assigned: true,
  },
  {
    name: 'fund',
    at: 'tangwu',
    ago: 200,
    door: 'portal',
    wanted: '乡村振兴衔接资金项目库',
    who: 7,
    steps: [...confirmed, ...answered],
    assigned: true,
  },
  {
    name: 'road-2',
    at: 'gov',
    ago: 170,
    door: 'portal',
    wanted: '2025年全县农村公路养护资金分配方案',
    who: 4,
    steps: [...confirmed, ...answered],
    assigned: true,
  },
  {
    name: 'road-3',
    at: 'gov',
    ago: 150,
    door: 'portal',
    wanted: '农村公路养护资金2025年分配明细表',
    who: 2,
    steps: [...confirmed, ...answered],
    assigned: true,
  },
  {
    name: 'land',
    at: 'gov',
    ago: 130,
    door: 'counter',
    wanted: '城东片区土地征收预公告及补偿安置方案',
    who: 3,
    steps: answered,
    assigned: true,
  },
  {
    name: 'lamp',
    at: 'tangwu',
    ago: 110,
    door: 'oral',
    wanted: '村道路灯安装项目验收单',
    who: 1,
    steps: [['withdrawn', 3]],
  },
  {
    name: 'test',
    at: 'gov',
    ago: 95,
    door: 'portal',
    wanted: '2026年事业单位公开招聘面试评分细则',
    who: 4,
    steps: [...confirmed, ...answered],
    assigned: true,
  },
  {
    name: 'signed',
    at: 'gov',
    ago: 19,
    door: 'counter',
    wanted: '2026年县级部门预算公开检查通报',
    who: 2,
    steps: [['replied', 14]],
    assigned: true,
  },
  {
    name: 'supplied',
    at: 'gov',
    ago: 16,
    door: 'portal',
    wanted: '2026年县级公益性岗位开发计划和岗位清单',
    who: 0,
    steps: confirmed,
    assigned: true,
  },
  {
    name: 'over-1',
    at: 'tangwu',
    ago: 55,
    door: 'counter',
    wanted: '棠坞镇敬老院消防改造结算书',
    who: 8,
    assigned: true,
  },
  {
    name: 'over-2',
    at: 'gov',
    ago: 50,
    door: 'post',
    wanted: '县城污水处理厂提标改造招标文件',
    who: 5,
    assigned: true,
    joint: 'tangwu',
  },
  {
    name: 'stretched',
    at: 'gov',
    ago: 34,
    door: 'portal',
    wanted: '全县农村饮水水质检测报告（2024—2026年）',
    who: 7,
    steps: [...confirmed, ['extended', 24]],
    assigned: true,
  },
  {
    name: 'red',
    at: 'gov',
    ago: 27,
    door: 'counter',
    wanted: '城乡居民基本医疗保险基金收支决算',
    who: 2,
    assigned: true,
  },
  {
    name: 'orange',
    at: 'tangwu',
    ago: 25,
    door: 'counter',
    wanted: '棠坞镇2026年耕地地力保护补贴发放清册',
    who: 1,
    assigned: true,
  },
  {
    name: 'yellow',
    at: 'gov',
    ago: 22,
    door: 'post',
    wanted: '中小学校服采购合同',
    who: 0,
    assigned: true,
  },
  {
    name: 'consulting',
    at: 'gov',
    ago: 14,
    door: 'portal',
    wanted: '县人民医院检验设备采购合同及报价',
    who: 5,
    steps: [...confirmed, ['thirdPartyAsked', 6]],
    assigned: true,
  },
  {
    name: 'co-maker',
    at: 'gov',
    ago: 12,
    door: 'counter',
    wanted: '县交通、水利部门联合印发的渡口整治方案',
    who: 4,
    steps: [['coMakerAsked', 5]],
    assigned: true,
  },
  {
    name: 'correcting',
    at: 'gov',
    ago: 11,
    door: 'portal',
    wanted: '我们村的账',
    who: 3,
    steps: [...confirmed, ['correctionNoticed', 4]],
    missing: '请写明村的名称、所要账目的年份和种类。',
    assigned: true,
  },
  {
    name: 'running',
    at: 'tangwu',
    ago: 8,
    door: 'kiosk',
    wanted: '棠坞镇高标准农田建设项目实施方案',
    who: 1,
    assigned: true,
  },
  {
    name: 'fresh',
    at: 'gov',
    ago: 5,
    door: 'counter',
    wanted: '2026年县级政府投资项目计划',
    who: 7,
  },
  {
    name: 'sealed',
    at: 'gov',
    ago: 3,
    door: 'post',
    wanted: '公共资源交易中心投诉处理决定书',
    who: 6,
  },
  {
    name: 'unconfirmed-1',
    at: 'gov',
    ago: 2,
    door: 'portal',
    wanted: '城市更新专项债券使用情况',
    who: 2,
  },
  {
    name: 'unconfirmed-2',
    at: 'tangwu',
    ago: 1,
    door: 'portal',
    wanted: '棠坞镇防汛物资储备清单',
    who: 0,
  },
]

const asked = (wanted: string, door: Door): Asked => ({
  wanted,
  purpose: '',
  supply: door === 'portal' ? 'electronic' : 'paper',
  delivery: door === 'portal' ? 'online' : door === 'counter' ? 'pickUp' : 'post',
  remarks: '',
})

/** The county's requests of two years, each in the state that its story left it. */
class Desk {
  readonly #house: House
  readonly #people: People
  readonly #today: CivilDate
  constructor(house: House, people: People, today: CivilDate) {
    this.#house = house
    this.#people = people
    this.#today = today
  }

  #on<Answer>(on: CivilDate, by: Actor, work: (act: Act) => Promise<Answer>): Promise<Answer> {
    const at = new Date(startOfDay(on).getTime() + 10 * hourMs)
    return this.#house.perform(by, work, at)
  }

  async take(story: Story, requester: RequesterParticulars): Promise<DemoRequest> {
    const { door, wanted, at } = story
    const organizationId = this.#people.organization(at).id
    const on = addDays(this.#today, -story.ago)
    const keeper = this.#people.holder('disclosureOffice', at)
    const key = this.#house.secret
    const given = { organizationId, requester, asked: asked(wanted, door) }
    const taken =
      door === 'portal'
        ? await this.#on(on, theSystem, (act) => submitRequest(act, given, key))
        : await this.#on(on, keeper, (act) =>
            registerRequest(
              act,
              { ...given, door, signed: true, submittedOn: on, readBack: true },
              key,
            ),
          )
    return { ...taken, organizationCode: at, keeper, story: story.name }
  }

  async tell(story: Story): Promise<DemoRequest> {
    const requester = requesters[story.who] as RequesterParticulars
    const made = await this.take(story, requester)
    const on = (days: number) => addDays(this.#today, days - story.ago)
    const { keeper, requestId: id } = made
    const steps = [...(story.steps ?? [])].filter(([, days]) => on(days) <= this.#today)
    const [first] = steps
    if (first?.[0] === 'confirmed') await this.#enter(made, steps.shift() as Step, on)
    if (story.assigned) await this.#assign(made, on(2))
    const dayOf = (type: EventType) => {
      const days = steps.find((step) => step[0] === type)?.[1]
      return days === undefined ? null : on(days)
    }
    for (const step of steps) {
      if (step[0] === 'replied') await this.#answer(made, on(step[1]), dayOf('served'))
      else if (step[0] === 'served') continue
      else if (step[0] === 'correctionNoticed')
        await this.#check(made, story.missing ?? '', on(step[1]))
      else await this.#enter(made, step, on)
    }
    if (story.joint) await this.#ask(made, story.joint, on(4))
    const last = steps.at(-1)?.[1] ?? 0
    if (story.end) {
      // A wait of the requester ends weeks later; closing follows when it has.
      const closes = on(story.end === 'closed' && last < 20 ? last + 60 : last + 10)
      await this.#on(closes, theSystem, (act) => turnRequests(act))
      const { version } = await this.#row(id)
      await this.#on(closes, keeper, (act) => closeRequest(act, { id, version }))
    }
    if (story.end === 'archived') {
      const { version } = await this.#row(id)
      const archivedOn = on(last + 60)
      const to = { archiveNumber: `YSQ-${made.number}`, archivePlace: '青穗县档案馆', archivedOn }
      await this.#on(archivedOn, keeper, (act) => archiveRequest(act, { id, version, ...to }))
    }
    return made
  }

  async #row(id: number): Promise<{ version: number }> {
    return this.#house.db
      .selectFrom('requests.request')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  }

  #enter({ requestId: id, keeper }: DemoRequest, [type, days]: Step, on: (n: number) => CivilDate) {
    return this.#on(on(days), keeper, (act) =>
      recordEvent(act, { id, type: type as Exclude<EventType, 'submitted'>, on: on(days) }),
    )
  }

  /** Answered on paper, before the county took to letters here: only how it ended is entered. */
  async #answer(
    { requestId: id, keeper }: DemoRequest,
    repliedOn: CivilDate,
    servedOn: CivilDate | null,
  ) {
    const { version } = await this.#row(id)
    const answer = {
      code: results[id % results.length] ?? 'granted/provided',
      article: '',
      number: '',
      repliedOn,
      servedOn,
      way: servedOn === null ? null : ('post' as const),
      source: '纸质案卷，政府信息公开办公室档案柜',
    }
    await this.#on(servedOn ?? repliedOn, keeper, (act) =>
      recordOutsideAnswer(act, { id, version, ...answer }),
    )
  }

  async #assign({ requestId: id, keeper, organizationCode }: DemoRequest, on: CivilDate) {
    const code = organizationCode === 'gov' ? 'office' : organizationCode
    const unitId = this.#people.organization(code).id
    const handler = this.#people.holder('clerk', code)
    const { version } = await this.#row(id)
    await this.#on(on, keeper, async (act) => {
      await assignRequest(act, { id, version, unitId, handlerId: handler.id })
      const search = { id, place: '办公系统、档案室', words: '标题关键词', searchedOn: on }
      await logSearch(
        act,
        { ...search, outcome: 'found', result: '检索到相关文件。' },
        this.#house.secret,
      )
    })
  }

  async #check({ requestId: id, keeper }: DemoRequest, missing: string, noticedOn: CivilDate) {
    const { version } = await this.#row(id)
    const elements = { identity: true, description: false, form: true, missing }
    await this.#on(noticedOn, keeper, (act) =>
      checkCompleteness(act, { id, version, ...elements, noticedOn }),
    )
  }

  async #ask({ requestId: id, keeper }: DemoRequest, code: string, on: CivilDate) {
    const { version } = await this.#row(id)
    const unitId = this.#people.organization(code).id
    const question = '请提供你单位保存的相关材料，并说明能否公开。'
    await this.#on(on, keeper, async (act) => {
      await askCoUnit(act, { id, version, unitId, question, dueOn: addDays(on, 7) })
      await addNote(act, { id, text: '已电话联系，材料较多，正在整理。' }, this.#house.secret)
    })
  }
}

/**
 * Requests of two years at several offices, in every standing that needs no fee; one requester
 * asks 35 times in a month.
 * Answers with what was made, so that letters, fees and dockets can be added to it.
 */
export const makeRequests = async (
  house: House,
  people: People,
  now: Date,
): Promise<readonly DemoRequest[]> => {
  const today = dateAt(now)
  const desk = new Desk(house, people, today)
  const made: DemoRequest[] = []
  for (const story of stories) made.push(await desk.tell(story))
  // In one month of the calendar: this one once it has enough days, else the one before.
  const thisMonth = today.slice(8) >= '12' ? today : addDays(`${today.slice(0, 8)}01`, -1)
  const ago = (day: number) => daysBetween(`${thisMonth.slice(0, 8)}0${day}`, today)
  for (let item = 1; item <= often; item += 1)
    made.push(
      await desk.take(
        {
          name: `frequent-${item}`,
          at: 'gov',
          ago: ago(1 + (item % 8)),
          door: 'counter',
          wanted: `${2025 - (item % 6)}年度第${item}批政府采购项目合同`,
          who: 0,
        },
        frequent,
      ),
    )
  await house.perform(theSystem, (act) => turnRequests(act), now)
  return made
}
