import {
  checkFigures,
  correctReport,
  enterFigure,
  noteFinding,
  openReport,
  publishReport,
  reportFor,
  reportList,
  saveTexts,
  signReport,
} from '#annual-report'
import { type Act, theSystem } from '#platform/act'
import { type CivilDate, dateAt, startOfDay, yearOf } from '#platform/civil-date'
import type { House } from '../../../house.ts'
import { fileYearBefore } from './old-reports.ts'
import type { People } from './people.ts'

const hourMs = 3_600_000
const at = (day: CivilDate, hour: number): Date =>
  new Date(startOfDay(day).getTime() + hour * hourMs)

/** What units found wanting, each in its own words; a place and a number keep neighbours apart. */
const problems = [
  (name: string) =>
    `一是${name}部分栏目更新不够及时，个别事项超过二十个工作日才公开；二是经办人员调整后衔接不紧。下一年将按月核对目录，逐项明确责任人，并在岗位交接时同步移交公开任务。`,
  (name: string) =>
    `${name}政策解读形式较单一，图解和问答偏少，群众看不懂、找不到的情况还存在。下一年重要文件一律同步制作问答，办事大厅和村务公开栏同步张贴。`,
  (name: string) =>
    `依申请公开答复说理还不充分，${name}有的答复只写结论。今后逐件由法制人员复核，疑难件先会商再答复，典型案例每季度讲评一次。`,
  (name: string) =>
    `基层公开标准落实不平衡，${name}对惠农补贴、社会救助等表格的字段要求掌握不准。将组织专题培训，发布前先用系统核对表格，错误数量纳入年度考核。`,
  (name: string) =>
    `${name}公开查阅点设备老旧，老年人使用不便。已安排资金更换终端，并增设纸质查阅和代办服务，定期回访使用情况。`,
] as const

const overview = (name: string): string =>
  `${name}认真落实《中华人民共和国政府信息公开条例》，完善主动公开目录，加强公开审查和平台维护，接受社会监督。`

interface Organ {
  readonly publisher: string
  readonly organizationId: number
  readonly organizationCode: string
  readonly organizationName: string
}

/** Annual reports: last year's of every unit and of the county, published; this year's begun. */
export class AnnualReports {
  private readonly house: House
  private readonly people: People
  constructor(house: House, people: People) {
    this.house = house
    this.people = people
  }

  private readonly write =
    (organ: Organ, year: number, place: number) =>
    async (act: Act): Promise<{ id: number; version: number; sound: boolean }> => {
      const { organizationId, organizationName: name } = organ
      const { id } = await openReport(act, { organizationId, year })
      const say = problems[place % problems.length] ?? problems[0]
      let view = await saveTexts(act, {
        id,
        version: 1,
        overview: overview(name),
        // Five ways of putting it serve forty units: figures of their own keep them apart.
        problems: `${say(name)}${name}全年自查${place + 3}次，发现并整改问题${place * 3 + 5}个，报送整改台账${place + 1}份。`,
        other: `${year}年，未收取依申请公开信息处理费。`,
      })
      if (organ.publisher !== 'government' && place % 3 === 0)
        view = await enterFigure(act, {
          id,
          version: view.version,
          cell: 't2/permits/decisions',
          amount: 17 + place * 11,
          reason: '行政审批系统年度办件台账',
        })
      for (const { rule, cell } of view.wanted)
        view = await noteFinding(act, {
          id,
          version: view.version,
          rule,
          cell,
          note: '经与台账核对，情况属实。',
        })
      // Cases without a result entered keep a report a draft, here as everywhere.
      const sound = !view.findings.some(({ level }) => level === 'ERROR')
      return { id, version: view.version, sound }
    }

  private async publish(organ: Organ, year: number, place: number, day: CivilDate): Promise<void> {
    const { organizationCode: code } = organ
    const perform = this.house.perform
    const writer = this.people.holder('disclosureOffice', code)
    const written = await perform(writer, this.write(organ, year, place), at(day, 9))
    if (!written.sound) return
    const { id } = written
    const checked = await perform(writer, (act) => checkFigures(act, written), at(day, 10))
    const signed = await perform(
      this.people.holder('signer', code),
      (act) => signReport(act, { id, version: checked.version }),
      at(day, 15),
    )
    await perform(writer, (act) => publishReport(act, { id, version: signed.version }), at(day, 16))
  }

  /** A unit finds a case of coercion that it had forgotten, after the county has summed and published. */
  private async correct(organ: Organ, year: number, day: CivilDate): Promise<void> {
    const { organizationCode: code } = organ
    const perform = this.house.perform
    const writer = this.people.holder('disclosureOffice', code)
    const { lines } = await reportList(this.house.db, theSystem, year, day)
    const former = lines.find(({ organizationCode }) => organizationCode === code)?.reportId
    if (!former) return
    const checked = await perform(
      writer,
      async (act) => {
        const { version } = await reportFor(act.tx, act.by, former)
        const reason = '复查台账，补报行政强制一件。'
        const { id } = await correctReport(act, { id: former, version, reason })
        const cell = 't2/coercion/decisions'
        await enterFigure(act, { id, version: 1, cell, amount: 1, reason: '行政强制台账' })
        let view = await reportFor(act.tx, act.by, id)
        for (const { rule, cell: at } of view.wanted)
          view = await noteFinding(act, {
            ...{ id, version: view.version, rule },
            cell: at,
            note: '经与台账核对，情况属实。',
          })
        return checkFigures(act, { id, version: view.version })
      },
      at(day, 10),
    )
    const signed = await perform(
      this.people.holder('signer', code),
      (act) => signReport(act, checked),
      at(day, 15),
    )
    await perform(writer, (act) => publishReport(act, signed), at(day, 16))
  }

  /** Units in January, one of them late; the county in March; one corrected since; this year's draft now. */
  async all(now: Date): Promise<void> {
    const today = dateAt(now)
    const year = yearOf(today) - 1
    const { lines } = await reportList(this.house.db, theSystem, year, today)
    const units = lines.filter(({ publisher }) => publisher !== 'government')
    const government = lines.find(({ publisher }) => publisher === 'government')
    // Nothing is dated after today: in January the reports of last year are still to come.
    const unitsOn = `${year + 1}-01-26`
    const lateOn = `${year + 1}-02-04`
    const countyOn = `${year + 1}-03-20`
    const correctedOn = `${year + 1}-04-09`
    if (lateOn < today)
      for (const [place, organ] of units.entries())
        await this.publish(organ, year, place, place === 7 ? lateOn : unitsOn)
    if (!government) return
    if (countyOn < today) {
      await this.publish(government, year, units.length, countyOn)
      const keeper = this.people.holder('disclosureOffice', government.organizationCode)
      await fileYearBefore(this.house, keeper, government, year, now)
      const late = units[3]
      if (late && correctedOn < today) await this.correct(late, year, correctedOn)
    }
    await this.house.perform(
      this.people.holder('disclosureOffice', government.organizationCode),
      this.write(government, year + 1, units.length + 1),
      now,
    )
  }
}
