import { expect, test } from 'vitest'
import { summaryOf, textOf } from './index.ts'

test('gives blocks a line each and cells a tab', () => {
  const html =
    '<h2>标题</h2><p>第一行<br>第二行 &amp; 三</p><table><tr><th>姓名</th><th>金额</th></tr><tr><td><p>张</p><p>三</p></td><td></td></tr></table><ul><li>甲</li><li>乙</li></ul>'
  expect(textOf(html)).toBe('标题\n第一行\n第二行 & 三\n姓名\t金额\n张 三\t\n甲\n乙')
})

test('shows no script, style or comment and joins no words across blocks', () => {
  expect(textOf('<p>甲</p><script>x</script><style>y</style><!-- z --><p>乙</p>')).toBe('甲\n乙')
})

test('ends a summary at a sentence, or says that it goes on', () => {
  const text = '为规范补助发放，现予公示。公示期七天，有异议的请反映。'
  expect(summaryOf(text, 20)).toBe('为规范补助发放，现予公示。')
  expect(summaryOf(text, 8)).toBe('为规范补助发放…')
  expect(summaryOf(text, 100)).toBe(text)
  expect([...summaryOf('𬭚'.repeat(50), 10)]).toHaveLength(10)
})
