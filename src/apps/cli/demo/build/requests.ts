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
import type { People } from './people.ts'
import { frequent, often, requesters, type Step, type Story, stories } from './request-stories.ts'

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

const hourMs = 3_600_000
const results: readonly ResultCode[] = [
  'granted/provided',
  'partial',
  'granted/already_public',
  'unavailable/not_held',
  'refused/third_party',
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
