import { expect, test } from 'vitest'
import { readParts } from '#platform/file-parts/index'
import { fontFamilies, print, printPdf } from './index.ts'

const template = `
#let data = json(bytes(sys.inputs.data))
#set text(font: ("${fontFamilies.serif}"), lang: "zh", region: "cn")
= #data.title
#for line in data.lines [#line #parbreak()]
`

test('[M65] prints Chinese text as data, not as markup', async () => {
  const data = { title: '青府公复〔2026〕3号', lines: ['#panic("no")', '*不加粗* 垟岙䶮〔〕'] }
  const { pdf, pages } = await print(template, data)
  expect(pages).toBe(1)
  const { parts } = await readParts('letter.pdf', pdf)
  const text = parts.map((part) => part.text).join('')
  expect(text).toContain('〔2026〕3号')
  expect(text).toContain('#panic("no")')
  expect(text).toContain('*不加粗*')
})

test('[M65] the same moment gives the same bytes', async () => {
  const madeAt = new Date('2026-03-02T02:00:00Z')
  const data = { title: '一', lines: [] }
  const first = await printPdf(template, data, { madeAt })
  expect(await printPdf(template, data, { madeAt })).toEqual(first)
})

test('[M65] a template that does not print says why, and the next one prints', async () => {
  await expect(printPdf('#nothing', {})).rejects.toThrow(/unknown variable: nothing/)
  await expect(printPdf('#read("/etc/passwd")', {})).rejects.toThrow(/does not print/)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  const files = { 'mark.svg': Buffer.from(svg) }
  expect((await printPdf('#image("mark.svg")', {}, { files })).length).toBeGreaterThan(500)
})
