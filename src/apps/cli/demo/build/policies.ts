import { saveDraft, submitEdition } from '#documents'
import { type Act, theSystem } from '#platform/act'
import { addDays, type CivilDate, dateAt, startOfDay } from '#platform/civil-date'
import {
  decideItems,
  draftResult,
  importText,
  keepParticulars,
  openRound,
  policyClassOf,
  roundOf,
  setTerm,
  signRound,
  turnValidity,
} from '#policies'
import type { Decision } from '#policies/contract'
import type { House } from '../../../house.ts'
import { demoPolicies, provincialRule } from '../texts/policies.ts'
import type { DemoDocument, Role } from '../types.ts'
import type { People } from './people.ts'
import type { Desk } from './releases.ts'
import { morning, passAndPublish } from './reviewing.ts'

const ruleKey = 'p-rule'

/** The county's library with its past: policies that ran out, were repealed or amended, and a clean-up. */
export class Policies {
  readonly #house: House
  readonly #people: People
  readonly #ids = new Map<string, number>()
  readonly #acts: ReadonlyMap<string, ReturnType<typeof demoPolicies>[number]['acts']>
  readonly #today: CivilDate
  constructor(house: House, people: People, now: Date) {
    this.#house = house
    this.#people = people
    this.#today = dateAt(now)
    this.#acts = new Map(
      demoPolicies(this.#today).map(({ document, acts }) => [document.key, acts]),
    )
  }

  #as<Answer>(
    role: Role,
    code: string,
    at: Date,
    work: (act: Act) => Promise<Answer>,
  ): Promise<Answer> {
    return this.#house.perform(this.#people.holder(role, code), work, at)
  }

  /** Before a normative document goes up: its legality review, and what it does to others. */
  review = async (document: DemoDocument, documentId: number, at: Date): Promise<void> => {
    const { title, kind, documentNumber = '' } = document
    const found = policyClassOf({ title, kind, documentNumber })
    if (found !== 'normative' && found !== 'regulation') return
    const acts = (this.#acts.get(document.key) ?? []).flatMap(([key, effect]) => {
      const targetId = this.#ids.get(key)
      return targetId ? [{ targetId, kind: effect, scope: '', onDay: null }] : []
    })
    const legality = {
      reviewedOn: addDays(document.writtenOn, -10),
      reviewer: '青穗县司法局',
      number: `青穗司审〔${document.writtenOn.slice(0, 4)}〕${(documentId % 60) + 1}号`,
      opinion: '制定主体、权限、程序、内容合法。',
    }
    await this.#as('clerk', document.organizationCode, at, (act) =>
      keepParticulars(act, { id: documentId, legality, acts }),
    )
  }

  /** Releases them in the order of their days, so that what repeals another finds it. */
  async release(desk: Desk, beginning: Date): Promise<void> {
    const term = { fromOn: '2020-01-01', years: 5, trialYears: 2 }
    const article = '《澜川省行政规范性文件管理办法》第二十三条'
    await this.#as('disclosureOffice', 'office', beginning, (act) =>
      setTerm(act, { ...term, article }),
    )
    for (const { document } of demoPolicies(this.#today)) {
      const out = await desk.release(document)
      if (out) this.#ids.set(document.key, out.documentId)
    }
    const rule = await desk.release(ruleOf('2022-01-05'))
    if (rule) await this.#compare(rule.documentId)
  }

  async #compare(documentId: number): Promise<void> {
    const text = provincialRule.articles.join('\n')
    await this.#as('clerk', 'sifa', morning('2026-03-10'), (act) =>
      importText(act, {
        id: documentId,
        text,
        source: '国家规章库',
        sourceAddress: 'https://www.gov.cn/zhengce/xxgk/gjgzk/index.htm',
        versionOn: '2022-01-01',
      }),
    )
  }

  /** What the daily clock would have done until then. */
  #turn(at: Date): Promise<unknown> {
    return this.#house.perform(theSystem, (act) => turnValidity(act), at)
  }

  /** The clean-up of 2025: opened, decided, signed, published; one under way now. */
  async cleanUp(): Promise<void> {
    const at = morning('2025-09-08')
    await this.#turn(at)
    const { id: organizationId } = this.#people.organization('gov')
    const opened = await this.#as('disclosureOffice', 'office', at, (act) =>
      openRound(act, {
        organizationId,
        title: '2025年行政规范性文件清理',
        ground: '省政府办公厅关于开展行政规范性文件清理工作的通知',
        fromYear: 2008,
        toYear: 2020,
        dueOn: '2025-11-30',
      }),
    )
    const decide = (keys: readonly string[], decision: Decision, reason: string) =>
      this.#as('disclosureOffice', 'office', morning('2025-10-20'), (act) =>
        decideItems(act, {
          id: opened.id,
          documentIds: keys.flatMap((key) => this.#ids.get(key) ?? []),
          decision,
          reason,
        }),
      )
    const { items } = await roundOf(
      this.#house.db,
      this.#people.holder('disclosureOffice', 'office'),
      opened.id,
    )
    await this.#as('disclosureOffice', 'office', morning('2025-10-13'), (act) =>
      decideItems(act, {
        id: opened.id,
        documentIds: items.map((item) => item.id),
        decision: 'keep',
        reason: '',
      }),
    )
    await decide(['p-signs-10'], 'repeal', '主要内容与《澜川省城市市容和环境卫生管理条例》不一致')
    await decide(['p-fire-13'], 'amend', '限放区域需要与现行城区范围一致')
    await decide(['p-market-19'], 'declareExpired', '调整对象已经消失，实际不再执行')
    await this.#as('leader', 'gov', morning('2025-11-03'), (act) =>
      signRound(act, { id: opened.id }),
    )
    await this.#publishResult(opened.id)
    await this.#turn(startOfDay(this.#today))
    await this.#as('disclosureOffice', 'office', morning(addDays(this.#today, -20)), (act) =>
      openRound(act, {
        organizationId,
        title: '涉及营商环境的政策文件专项清理',
        ground: '县政府常务会议部署',
        fromYear: 2021,
        toYear: 2024,
        dueOn: addDays(this.#today, 25),
      }),
    )
  }

  async #publishResult(roundId: number): Promise<void> {
    const at = morning('2025-11-05')
    const drafted = await this.#as('clerk', 'gov', at, (act) => draftResult(act, { id: roundId }))
    const { id, version: begun } = await this.#house.db
      .selectFrom('documents.edition')
      .select(['id', 'version'])
      .where('document_id', '=', drafted.resultDocumentId)
      .executeTakeFirstOrThrow()
    const sent = await this.#as('clerk', 'gov', at, async (act) => {
      const columnKeys = ['hand:/platform/statutory/policies']
      const saved = await saveDraft(act, { id, version: begun, fields: { columnKeys } })
      return submitEdition(act, { id, version: saved.version })
    })
    await passAndPublish(this.#house, this.#people, 'gov', at, sent)
  }
}

const ruleOf = (on: CivilDate): DemoDocument => ({
  key: ruleKey,
  organizationCode: 'sifa',
  matters: [],
  matterCodes: [],
  title: provincialRule.title,
  kind: '决定',
  html: provincialRule.articles.map((article) => `<p>${article}</p>`).join(''),
  summary: '',
  documentNumber: provincialRule.documentNumber,
  writtenOn: on,
  formedOn: on,
  publishedOn: on,
  attribute: 'proactive',
  source: '澜川省人民政府',
  keywords: ['规章'],
  column: 'policies',
})
