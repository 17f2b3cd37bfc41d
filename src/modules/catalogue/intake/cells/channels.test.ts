import { expect, test } from 'vitest'
import { readChannels } from './channels.ts'
import { isEmptyMark, isTick, markContext } from './marks.ts'

const read = (text: string, column: readonly string[] = [text]) =>
  readChannels(text, markContext(column))

test.each([
  ['■政府网站 □政府公报 ■两微一端', ['政府网站', '两微一端']],
  ['▲政府网站△政府公报▲两微一端', ['政府网站', '两微一端']],
  ['☑政府网站\n☐政府公报\n☑两微一端', ['政府网站', '两微一端']],
  ['√政府网站 政府公报 √两微一端', ['政府网站', '两微一端']],
  ['●政府网站○政府公报', ['政府网站']],
  ['政府网站■ 政府公报□ 两微一端■', ['政府网站', '两微一端']],
  ['（√）政府网站（ ）政府公报（√）两微一端', ['政府网站', '两微一端']],
  ['□√政府网站 □政府公报', ['政府网站']],
  ['R政府网站 £政府公报\nR两微一端', ['政府网站', '两微一端']],
  ['t政府网站 t两微一端', ['政府网站', '两微一端']],
  ['þ政府网站 o政府公报', ['政府网站']],
  ['▄政府网站；口政府公报，▄政务新媒体：口纸质媒体。', ['政府网站', '政务新媒体']],
  ['■政府网站口政府公报■两微一端口发布会/听证会', ['政府网站', '两微一端']],
  ['■政府网站■办事窗口□入户/现场', ['政府网站', '办事窗口']],
  ['■办事窗口口入户/现场■户口登记窗口', ['办事窗口', '户口登记窗口']],
  ['■社区/企事业单位/村公\n示栏（电子屏）\n□精准推送', ['社区/企事业单位/村公示栏（电子屏）']],
  [
    '■社区、企事业单位、村公示栏（电子屏）；■精准推送',
    ['社区、企事业单位、村公示栏（电子屏）', '精准推送'],
  ],
  ['■其他：办税服务厅，公告牌', ['其他：办税服务厅，公告牌']],
  ['□其他____ ■政府网站', ['政府网站']],
  ['线上：■政府网站 线下：■公示栏', ['政府网站', '公示栏']],
  ['政府网站、政务服务中心', ['政府网站', '政务服务中心']],
  ['政府网站\n村公示栏（电子屏、黑板）', ['政府网站', '村公示栏（电子屏、黑板）']],
  ['1.政府网站\n2.公示栏', ['政府网站', '公示栏']],
  ['发布会、听证会、政府网站', ['发布会、听证会', '政府网站']],
  ['乡镇便民服务中心/村委会公示栏', ['乡镇便民服务中心/村委会公示栏']],
  ['必选：政府网站、公示栏；可选：两微一端', ['政府网站', '公示栏']],
  ['', []],
])('%j ticks %j', (text, ticked) => {
  expect(read(text).ticked).toEqual(ticked)
})

test('a letter counts as a box only beside its counterpart', () => {
  expect(read('R政府网站').ticked).toEqual(['R政府网站'])
  expect(read('R政府网站', ['R政府网站', '£政府公报 R政府网站']).ticked).toEqual(['政府网站'])
})

test('an item that lost its mark is not ticked, and is named', () => {
  const text = '■政府网站；国家档案馆；□精准推送'
  expect(read(text)).toEqual({ ticked: ['政府网站'], unmarked: ['国家档案馆'] })
  expect(read('■政府网站\n国家档案馆\n□精准推送').unmarked).toEqual(['国家档案馆'])
})

test.each(['√', '✓', '✔', '■', '☑', '●', 'R', 'V', '是', '（√）', '√\n'])(
  '%j is a tick',
  (text) => {
    expect([isTick(text), isEmptyMark(text)]).toEqual([true, false])
  },
)

test.each(['', ' ', '□', '口', '£', '○', '×', '—', '/', '无', '（ ）'])('%j is none', (text) => {
  expect([isTick(text), isEmptyMark(text)]).toEqual([false, true])
})
