import { Readable } from 'node:stream'
import * as gazette from '#gazette'
import type { IssueShape } from '#gazette/contract'
import type { Act } from '#platform/act'
import { addDays, type CivilDate, dateAt } from '#platform/civil-date'
import { fontFamilies, print } from '#platform/print/index'
import { listPolicies } from '#policies'
import type { House } from '../../../house.ts'
import { oldIssue } from '../texts/gazette.ts'
import type { Role } from '../types.ts'
import type { People } from './people.ts'
import { hourMs, morning } from './reviewing.ts'

const own = ({ id, version }: IssueShape) => ({ id, version })

// As if the gazette had come out for years before the system did.
const firstTotal = 38
const textsOfIssue = 8

/** The gazette of the county: two issues out, one being read, one old one brought in. */
export class GazetteOffice {
  readonly #house: House
  readonly #people: People
  constructor(house: House, people: People) {
    this.#house = house
    this.#people = people
  }

  #as<Answer>(role: Role, at: Date, work: (act: Act) => Promise<Answer>): Promise<Answer> {
    return this.#house.perform(this.#people.holder(role, 'office'), work, at)
  }

  /** Chosen and sent to be read. */
  async #compiled(
    documentIds: readonly number[],
    publishedOn: CivilDate,
    at: Date,
    total?: number,
  ): Promise<IssueShape> {
    const year = Number(publishedOn.slice(0, 4))
    const begun = await this.#as('clerk', at, (act) =>
      gazette.beginIssue(act, { year, publishedOn, ...(total ? { total } : {}) }),
    )
    const picked = await this.#as('clerk', at, (act) =>
      gazette.pickTexts(act, { ...own(begun), documentIds: [...documentIds] }),
    )
    return this.#as('clerk', at, (act) => gazette.sendToProof(act, own(picked)))
  }

  #mark(entry: IssueShape['entries'][number], at: Date, objection = ''): Promise<IssueShape> {
    const verdict = objection === '' ? ('read' as const) : ('objection' as const)
    const { id, editionId } = entry
    return this.#as('disclosureOffice', at, (act) =>
      gazette.markProof(act, { id, editionId, verdict, note: objection }),
    )
  }

  async #published(issue: IssueShape, at: Date): Promise<void> {
    let read = issue
    for (const entry of issue.entries) read = await this.#mark(entry, at)
    const signed = await this.#as('leader', at, (act) =>
      gazette.signIssue(act, { ...own(read), opinion: '同意出版。' }),
    )
    const signer = this.#people.holder('signer', 'office')
    await gazette.publishIssue(this.#house, signer, own(signed), at)
    await this.#as('clerk', new Date(at.getTime() + hourMs), (act) =>
      gazette.recordSending(act, {
        id: issue.id,
        channel: 'library',
        receiver: '青穗县图书馆、青穗县档案馆',
        copies: 10,
        link: '',
        sentOn: dateAt(at),
      }),
    )
  }

  async #bringIn(at: Date): Promise<void> {
    const clerk = this.#people.holder('clerk', 'office')
    const { issue, texts } = oldIssue
    const template = `#set page(margin: 3cm)
#set text(font: "${fontFamilies.serif}", lang: "zh", size: 12pt)
#let data = json(bytes(sys.inputs.data))
#align(center + horizon, text(26pt, data.title))
#for t in data.texts [#pagebreak() #align(center, text(16pt, t.title)) #for p in t.paragraphs [#p #parbreak()]]`
    const { pdf } = await print(template, { title: oldIssue.title, texts }, { madeAt: at })
    const upload = { name: '青穗县人民政府公报2019年第4期.pdf', stream: Readable.from([pdf]) }
    const brought = await gazette.importBackIssue(
      this.#house,
      clerk,
      { ...issue, reason: '' },
      upload,
      at,
    )
    const lines = texts.map(
      ({ title, number }, index) => `${title},${number},县政府文件,${index + 2}`,
    )
    const bytes = Buffer.from(`标题,文号,栏目,页码\n${lines.join('\n')}\n`)
    const named = await gazette.importContents(
      this.#house,
      clerk,
      own(brought),
      { name: '目录.csv', bytes },
      at,
    )
    const signer = this.#people.holder('signer', 'office')
    await gazette.publishIssue(this.#house, signer, own(named), at)
  }

  async all(now: Date): Promise<void> {
    const today = dateAt(now)
    await this.#as('disclosureOffice', now, (act) =>
      gazette.nameGazette(act, {
        title: '青穗县人民政府公报',
        sponsor: '青穗县人民政府办公室',
        standardArticle: '《澜川省行政规范性文件管理办法》第二十六条',
      }),
    )
    const { items } = await listPolicies(this.#house.db, { validity: 'inForce', limit: 60 })
    const batches = [2, 1, 0].map((at) =>
      items.slice(at * textsOfIssue, (at + 1) * textsOfIssue).map(({ documentId }) => documentId),
    )
    const [older = [], newer = [], waiting = []] = batches
    const days = [-75, -14].map((days) => addDays(today, days))
    const [first = today, second = today] = days
    if (older.length > 0)
      await this.#published(
        await this.#compiled(older, first, morning(first), firstTotal),
        morning(first),
      )
    if (newer.length > 0)
      await this.#published(await this.#compiled(newer, second, morning(second)), morning(second))
    await this.#bringIn(now)
    if (waiting.length === 0) return
    const open = await this.#compiled(waiting, addDays(today, 10), now)
    const [one, two, three] = open.entries
    for (const entry of [one, two]) if (entry) await this.#mark(entry, now)
    if (three) await this.#mark(three, now, '附件名称与正文不一致，请核对。')
  }
}
