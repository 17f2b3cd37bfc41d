import { expect, test } from 'vitest'
import { diffEditions } from './index.ts'

const html = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('')

test('[M42] shows which words of a paragraph changed', () => {
  const before = { title: '补助公示', html: html('公示期为五天。', '联系电话见附件。') }
  const after = { title: '补助公示', html: html('公示期为七天。', '联系电话见附件。') }
  const [title, first, second] = diffEditions(before, after)
  expect(title).toMatchObject({ where: 'title', kind: 'same' })
  expect(first?.kind).toBe('changed')
  const said = (kind: string) =>
    first?.parts.filter((part) => part.kind === kind).map((part) => part.text)
  expect(said('removed')?.join('')).toContain('五')
  expect(said('added')?.join('')).toContain('七')
  expect(second).toMatchObject({ where: 'body', kind: 'same' })
})

test('[M42] tells an inserted paragraph from a changed one', () => {
  const before = html('一、发放对象为本镇户籍的种粮大户。', '二、发放标准为每亩一百元。')
  const after = html(
    '一、发放对象为本镇户籍的种粮大户和合作社。',
    '申报截止五月底，逾期视为放弃。',
    '二、发放标准为每亩一百元。',
  )
  const kinds = diffEditions({ title: '甲', html: before }, { title: '乙丙丁', html: after }).map(
    (paragraph) => paragraph.kind,
  )
  expect(kinds).toEqual(['removed', 'added', 'changed', 'added', 'same'])
})

test('[M42] both editions can be read back from the difference', () => {
  const before = html('甲乙丙，一二三。', '子丑寅卯。', '天地玄黄，宇宙洪荒。', '日月盈昃')
  const after = html('天地玄黄，宇宙大荒。', '日月盈昃', '甲乙丙，一二四。', '新')
  const paragraphs = diffEditions({ title: '旧', html: before }, { title: '新', html: after })
  const read = (leave: string) =>
    paragraphs
      .filter((paragraph) => paragraph.where === 'body' && paragraph.kind !== leave)
      .map((paragraph) =>
        paragraph.parts.map((part) => (part.kind === leave ? '' : part.text)).join(''),
      )
  expect(html(...read('added'))).toBe(before)
  expect(html(...read('removed'))).toBe(after)
})
