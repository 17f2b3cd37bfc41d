import { formOf } from './contract/form.ts'
import { cellOf, type Tables } from './figures.ts'

/** A sentence that the figures write; the report is Chinese, so these are. */
export interface Proposal {
  readonly part: 1 | 6
  readonly text: string
}

/** Sentences that may go into the texts, each figure as the tables have it. */
export const proposalsOf = (
  organ: string,
  year: number,
  tables: Tables,
  feesYuan: number,
): Proposal[] => {
  const at = (cell: string) => cellOf(tables, cell)
  const form = formOf(year)
  return [
    {
      part: 1,
      text: `根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（${form?.instrument ?? ''}），编制${organ}${year}年政府信息公开工作年度报告。本报告所列数据的统计期限为${year}年1月1日至12月31日。`,
    },
    {
      part: 1,
      text: `${year}年，本年制发行政规范性文件${at('t2/normative/issued')}件，废止${at('t2/normative/repealed')}件，现行有效${at('t2/normative/inForce')}件；作出行政许可决定${at('t2/permits/decisions')}件、行政处罚决定${at('t2/penalties/decisions')}件。`,
    },
    {
      part: 1,
      text: `${year}年，收到政府信息公开申请${at('t3/r1/c7')}件，上年结转${at('t3/r2/c7')}件；办结${at('t3/r3.7/c7')}件，其中予以公开${at('t3/r3.1/c7')}件、部分公开${at('t3/r3.2/c7')}件；结转下年度继续办理${at('t3/r4/c7')}件。`,
    },
    {
      part: 6,
      text:
        feesYuan > 0
          ? `${year}年，依申请公开收取信息处理费${feesYuan}元。`
          : `${year}年，未收取依申请公开信息处理费。`,
    },
  ]
}
