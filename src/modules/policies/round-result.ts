import type { EditionFields } from '#documents/contract'
import type { CivilDate } from '#platform/civil-date'
import { type Decision, decisions } from './contract/rounds.ts'
import type { ItemRow, Round } from './store/rounds.ts'

const headings: Readonly<Record<Decision, string>> = {
  keep: '继续有效的文件目录',
  amend: '需要修改的文件目录',
  repeal: '废止的文件目录',
  declareExpired: '宣布失效的文件目录',
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const table = (items: readonly ItemRow[], withReason: boolean): string => {
  const head = ['序号', '文件名称', '文号', '制定单位', ...(withReason ? ['理由'] : [])]
  const rows = items.map((item, at) =>
    [
      at + 1,
      item.title,
      item.documentNumber || '—',
      item.unit,
      ...(withReason ? [item.reason] : []),
    ]
      .map((cell) => `<td>${escaped(String(cell))}</td>`)
      .join(''),
  )
  return `<table><thead><tr>${head.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row}</tr>`)
    .join('')}</tbody></table>`
}

/** The result of a round as a document: how many of each, then the lists, in the order of the law's words. */
export function resultOf(
  round: Round,
  items: readonly ItemRow[],
  today: CivilDate,
): Partial<EditionFields> {
  const byDecision = Map.groupBy(items, (item) => item.decision)
  const listed = decisions.filter((decision) => (byDecision.get(decision) ?? []).length > 0)
  const count = (decision: Decision) => (byDecision.get(decision) ?? []).length
  const sums = `继续有效${count('keep')}件、修改${count('amend')}件、废止${count('repeal')}件、宣布失效${count('declareExpired')}件`
  const span =
    round.fromYear === round.toYear
      ? `${round.fromYear}年`
      : `${round.fromYear}年至${round.toYear}年`
  const lists = listed.map(
    (decision, at) =>
      `<h3>附件${at + 1}　${headings[decision]}</h3>${table(byDecision.get(decision) ?? [], decision !== 'keep')}`,
  )
  return {
    title: `${round.organizationName}关于${round.title}结果的公告`,
    kind: '公告',
    html: [
      round.ground === '' ? '' : `<p>根据${escaped(round.ground)}，`,
      round.ground === '' ? '<p>' : '',
      `${escaped(round.organizationName)}对${span}制定、至今有效的政策文件进行了清理，共${items.length}件：${sums}。现予公布，自公布之日起施行。废止和宣布失效的文件不再作为行政管理的依据。</p>`,
      ...lists,
    ].join(''),
    writtenOn: today,
    formedOn: today,
    keywords: ['文件清理', '有效性'],
  }
}
