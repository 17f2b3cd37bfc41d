import { enterNotice } from '#calendar'
import { theSystem } from '#platform/act'
import type { World } from './world.ts'

/** A notice that nobody issued, for a year whose real one was not out when this was written. */
export const inventedNotice = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕999号
经国务院批准，现将2027年放假调休日期的具体安排通知如下。
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至12日（农历正月初七、周五）放假调休，共8天。1月31日（周日）、2月13日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
国务院办公厅
2026年11月25日`

/** A notice that nobody issued either: it lengthens the New Year's holiday of the one above by a day. */
export const inventedChange = `国务院办公厅关于延长2027年元旦假期的通知
国办发明电〔2026〕1000号
一、延长2027年元旦假期至1月4日（周一），1月5日（周二）起正常上班。
国务院办公厅
2026年12月28日`

/** Enters a notice as the government's disclosure office would. */
export const enter = (w: World, text: string, at?: Date) =>
  w.act((act) => enterNotice(act, { text }), theSystem, at)
