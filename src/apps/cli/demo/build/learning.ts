import { type Actor, theSystem } from '#platform/act'
import { addDays, type CivilDate, dateAt } from '#platform/civil-date'
import {
  caseOf,
  decideDocket,
  decideProposal,
  openDocket,
  payFee,
  proposeDisclosure,
  recordEvent,
  registerRequest,
  sortSubjects,
  turnRequests,
} from '#requests'
import type { RequesterParticulars } from '#requests/contract'
import type { House } from '../../../house.ts'
import { charge } from './fees.ts'
import type { People } from './people.ts'
import { morning } from './reviewing.ts'

/** Invented askers; what proves who they are is a number that no authority gives. */
const asker = (name: string, number: string): RequesterParticulars => ({
  kind: 'naturalPerson',
  name,
  representative: '',
  identityType: 'other',
  identityNumber: number,
  telephone: '',
  email: '',
  address: '青穗县（演示地址）',
  postcode: '',
})

const parcels = 13
const reserve = asker('贺言多', 'YANSHI-0101')

const neighbours = [
  asker('阮听雨', 'YANSHI-0201'),
  asker('祁晓风', 'YANSHI-0202'),
  asker('邹望月', 'YANSHI-0203'),
  asker('汤问渠', 'YANSHI-0204'),
]

/** What the county's requests taught: an excessive asker and the fees, three dockets, one proposal. */
class Learning {
  readonly #house: House
  readonly #people: People
  readonly #today: CivilDate
  constructor(house: House, people: People, now: Date) {
    this.#house = house
    this.#people = people
    this.#today = dateAt(now)
  }

  #keeper(code: string): Actor {
    return this.#people.holder('disclosureOffice', code)
  }

  async #register(code: string, who: RequesterParticulars, wanted: string, day: CivilDate) {
    const asked = {
      wanted,
      purpose: '',
      supply: 'paper' as const,
      delivery: 'post' as const,
      remarks: '',
    }
    const organizationId = this.#people.organization(code).id
    const given = { organizationId, requester: who, asked, signed: true, submittedOn: day }
    const { requestId } = await this.#house.perform(
      this.#keeper(code),
      (act) => registerRequest(act, { ...given, door: 'post' }, this.#house.secret),
      morning(day),
    )
    return requestId
  }

  /** The mark that a command wants, as the request stands on the day. */
  async #mark(by: Actor, id: number, day: CivilDate) {
    const { request } = await caseOf(this.#house.db, by, id, day)
    return { id, version: request.version }
  }

  async #withdraw(code: string, id: number, on: CivilDate): Promise<void> {
    await this.#house.perform(
      this.#keeper(code),
      (act) => recordEvent(act, { id, type: 'withdrawn', on, note: '申请人书面撤回' }),
      morning(on),
    )
  }

  #charge(id: number, day: CivilDate): Promise<void> {
    return charge(this.#house, this.#people, { id, code: 'ziran' }, day)
  }

  async #fees(): Promise<void> {
    // In one calendar month, long enough ago for the thirty days to have passed.
    const long = 70
    const day = `${addDays(this.#today, -long).slice(0, 8)}08`
    const ids: number[] = []
    for (let n = 1; n <= parcels; n++)
      ids.push(await this.#register('ziran', reserve, `储备地块第${n}号宗地的出让合同及附图`, day))
    const [paid = 0, unpaid = 0] = ids.slice(parcels - 2)
    const counted = addDays(day, 2)
    await this.#charge(paid, counted)
    await this.#charge(unpaid, counted)
    const paidOn = addDays(counted, 9)
    const keeper = this.#keeper('ziran')
    const mark = await this.#mark(keeper, paid, paidOn)
    await this.#house.perform(
      keeper,
      (act) =>
        payFee(act, { ...mark, on: paidOn, amountYuan: 100, receiptNumber: '演票2026-000118' }),
      morning(paidOn),
    )
    await this.#withdraw('ziran', paid, addDays(paidOn, 3))
    for (const id of ids.slice(0, parcels - 2))
      await this.#withdraw('ziran', id, addDays(paidOn, 3))
  }

  async #docket(
    ago: number,
    given: { duty: string; kind: 'reconsideration' | 'litigation'; previousId: number | null },
    end?: { outcome: 'upheld' | 'corrected'; wrong: ('search' | 'ground')[]; lesson: string },
  ): Promise<number> {
    const keeper = this.#keeper('ziran')
    const filedOn = addDays(this.#today, -ago)
    const acceptedOn = addDays(filedOn, 4)
    const isSuit = given.kind === 'litigation'
    const made = await this.#house.perform(
      keeper,
      (act) =>
        openDocket(act, {
          ...given,
          requestNumber: '',
          organizationId: this.#people.organization('ziran').id,
          authority: isSuit ? '青穗县人民法院' : '青穗县人民政府',
          caseNumber: isSuit ? '（演示）行初18号' : `青政复〔演示〕${ago}号`,
          summary: !isSuit,
          toldOn: addDays(filedOn, -10),
          filedOn,
          receivedOn: addDays(filedOn, 5),
          acceptedOn,
        }),
      morning(addDays(filedOn, 6)),
    )
    const decidedOn = addDays(acceptedOn, 25)
    if (end)
      await this.#house.perform(
        keeper,
        (act) => decideDocket(act, { ...made, ...end, decidedOn }),
        morning(decidedOn),
      )
    return made.id
  }

  async #dockets(): Promise<void> {
    await this.#docket(
      160,
      { kind: 'reconsideration', previousId: null, duty: '征地补偿安置方案的会议纪要' },
      {
        outcome: 'corrected',
        wrong: ['search', 'ground'],
        lesson:
          '会议纪要已作为补偿依据执行，不再属于过程性信息；检索记录应当写明范围、关键词和经办人。',
      },
    )
    const upheld = await this.#docket(
      45,
      { kind: 'reconsideration', previousId: null, duty: '采矿权延续审批的内部讨论意见' },
      { outcome: 'upheld', wrong: [], lesson: '' },
    )
    await this.#docket(12, {
      kind: 'litigation',
      previousId: upheld,
      duty: '采矿权延续审批的内部讨论意见',
    })
  }

  async #proposal(): Promise<void> {
    const wanted = '高龄津贴发放标准和发放人数'
    const first = 170
    for (const [at, who] of neighbours.entries()) {
      const day = addDays(this.#today, -first + at * 9)
      const id = await this.#register('minzheng', who, `${2024 + (at % 2)}年${wanted}`, day)
      await this.#withdraw('minzheng', id, addDays(day, 6))
    }
    const keeper = this.#keeper('minzheng')
    const decidedOn = addDays(this.#today, -115)
    const mark = await this.#house.perform(
      keeper,
      (act) =>
        proposeDisclosure(act, {
          organizationId: this.#people.organization('minzheng').id,
          kind: 'document',
          title: '高龄津贴发放标准和发放人数',
          words: ['高龄', '津贴'],
          from: addDays(this.#today, -180),
          to: addDays(decidedOn, -1),
          reason: '多名群众申请同一内容，建议按季度主动公开。',
        }),
      morning(decidedOn),
    )
    await this.#house.perform(
      keeper,
      (act) => decideProposal(act, { ...mark, accepts: true, decision: '同意，按季度公开。' }),
      morning(decidedOn),
    )
    const [late = reserve] = neighbours
    const id = await this.#register('minzheng', late, wanted, addDays(this.#today, -60))
    await this.#withdraw('minzheng', id, addDays(this.#today, -55))
  }

  async all(now: Date): Promise<void> {
    await this.#proposal()
    await this.#fees()
    await this.#dockets()
    await this.#house.perform(theSystem, (act) => turnRequests(act), now)
    await this.#house.perform(theSystem, (act) => sortSubjects(act), now)
  }
}

export const makeLearning = (house: House, people: People, now: Date): Promise<void> =>
  new Learning(house, people, now).all(now)
