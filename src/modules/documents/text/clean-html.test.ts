import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { cpuMs } from '../../../../test/world/cpu.ts'
import { cleanHtml } from './index.ts'

const vectors = readFileSync(
  new URL('../../../../test/fixtures/security/h5sc-vectors.txt', import.meta.url),
  'utf8',
).split(/(?=<div id="\d+">)/)

const allowedTags = new Set(
  'h2 h3 h4 h5 h6 p ul ol li blockquote hr br table caption thead tbody tfoot tr th td figure figcaption img a strong em u s sub sup'.split(
    ' ',
  ),
)
const allowedAttributes = new Set(
  'class style href title target rel src alt width height start colspan rowspan scope'.split(' '),
)

/** Everything wrong with a piece of cleaned text, read by a parser as a browser would. */
function faults(html: string): string[] {
  const found: string[] = []
  const open: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name)
      if (!allowedTags.has(name)) found.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (!allowedAttributes.has(key)) found.push(`${name}[${key}]`)
        if (/^\s*(?:javascript|vbscript|data):/i.test(value)) found.push(`${key}=${value}`)
        if (key === 'src' && !value.startsWith('/files/')) found.push(`src=${value}`)
        if (
          key === 'style' &&
          !/^(?:text-align: (?:center|right))?(?:; )?(?:text-indent: 2em)?$/.test(value)
        )
          found.push(`style=${value}`)
        if (key === 'class' && !/^(?:center|right)? ?(?:indent)?$/.test(value)) found.push(value)
      }
    },
    onclosetag: (name) => void (open.pop() === name || found.push(`unbalanced ${name}`)),
    oncomment: (text) => void found.push(`comment ${text}`),
    onprocessinginstruction: (name) => void found.push(name),
  })
  parser.end(html)
  return found
}

test('leaves nothing of 139 hostile vectors but harmless words', () => {
  const numbered = vectors.filter((vector) => vector.startsWith('<div id='))
  expect(numbered).toHaveLength(139)
  for (const vector of [...vectors, vectors.join('')]) {
    const cleaned = cleanHtml(vector)
    expect(faults(cleaned), vector).toEqual([])
    expect(cleaned, vector).not.toMatch(/<script|<[^>]*\son\w+\s*=|<[^>]*javascript:/i)
    expect(cleanHtml(cleaned), vector).toBe(cleaned)
  }
})

test('leaves nothing of arbitrary markup and changes nothing the second time', () => {
  const piece = fc.constantFrom(
    ...['<p>', '</p>', '<div align=center>', '</div>', '<table>', '<td colspan=2>', '</table>'],
    ...['<img src=/files/a.png onerror=x>', '<a href="java\u0000script:x">', '</a>', '<svg><a>'],
    ...['<!--', '-->', '<style>', '</style>', '字', '&lt;script&gt;', '<b', '"', "'", '>', '<li>'],
    ...['<p style="text-indent:2em;color:red">', '&#x6a;avascript:', '<h1 class="center x">'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const cleaned = cleanHtml(pieces.join(''))
      expect(faults(cleaned)).toEqual([])
      expect(cleanHtml(cleaned)).toBe(cleaned)
    }),
    { numRuns: 2000 },
  )
})

const wordRow = (n: number) =>
  `<tr style='mso-yfti-irow:${n};height:24.0pt'><td width=120 rowspan=1 style='width:90.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt'><p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'><span lang=EN-US style='font-size:12.0pt;font-family:"仿宋_GB2312",serif;mso-ascii-font-family:"Times New Roman"'>${n}<o:p></o:p></span></p></td><td colspan=2 style='mso-number-format:"\\@"'><p class=MsoNormal style='text-indent:24.0pt;mso-char-indent-count:2.0'><span style='font-family:仿宋_GB2312;color:black'>上游村第${n}项补助<span style='mso-spacerun:yes'>&nbsp; </span></span></p></td></tr>`

const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Word 15"><title>剪贴板</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:宋体;} p.MsoNormal {mso-style-unhide:no;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center;line-height:150%'><b><span style='font-family:方正小标宋简体'>白水洋镇补助公示</span></b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>公示期七天</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<img width=90 src="file:///C:/Users/ADMIN/msohtmlclip1/01/clip_image002.png" v:shapes="x">
<table class=MsoTableGrid border=1><thead><tr><th colspan=3 scope=col>名单</th></tr></thead><tbody>${Array.from({ length: 150 }, (_, n) => wordRow(n + 1)).join('\n')}</tbody></table>
<!--EndFragment--></body></html>`

test('keeps the table of a 96 KB Word paste and drops what Word says to itself', () => {
  expect(Buffer.byteLength(fromWord)).toBeGreaterThan(96_000)
  const cleaned = cleanHtml(fromWord)
  expect(faults(cleaned)).toEqual([])
  expect(cleaned).not.toMatch(/mso|font|@|StartFragment|WordDocument|剪贴板|<img|<span|endif/)
  expect(cleaned.match(/<tr>/g)).toHaveLength(151)
  expect(cleaned.match(/colspan="2"/g)).toHaveLength(150)
  expect(cleaned).toContain('<th colspan="3" scope="col">名单</th>')
  expect(cleaned).toContain(
    '<p class="center" style="text-align: center"><strong>白水洋镇补助公示</strong></p>',
  )
  expect(cleaned).toContain('<p class="indent" style="text-indent: 2em">上游村第7项补助')
  expect(cleaned).toContain('1.')
  expect(cleaned.length).toBeLessThan(fromWord.length / 4)
})

test('makes paragraphs of the boxes that WPS and web pages put text in', () => {
  const html =
    '<div class="doc"><div>一、总体要求</div><div style="TEXT-ALIGN: right">2026年3月18日</div><div><table><tr><td>甲</td></tr></table></div><div> </div></div>'
  expect(cleanHtml(html)).toBe(
    '<p>一、总体要求</p><p class="right" style="text-align: right">2026年3月18日</p><table><tr><td>甲</td></tr></table>',
  )
})

test('keeps pictures of our own, links to the web and to our pages, and nothing else', () => {
  expect(cleanHtml('<img src="/files/2026/a.png" onload="x()" alt="图">')).toBe(
    '<img src="/files/2026/a.png" alt="图">',
  )
  for (const src of [
    'http://x/a.png',
    'data:image/png;base64,AA',
    '/files/../x',
    '//x/files/a.png',
  ])
    expect(cleanHtml(`<p>文<img src="${src}"></p>`), src).toBe('<p>文</p>')
  const link = (href: string) => cleanHtml(`<a href="${href}">文</a>`)
  for (const href of ['https://www.gov.cn/', 'mailto:a@b.cn', '/files/1.pdf', '#top', 'a/b.html'])
    expect(link(href)).toBe(`<a href="${href}" rel="noopener">文</a>`)
  for (const href of [
    'javascript:x',
    'JaVa&#9;script:x',
    'data:text/html,x',
    '//evil.cn',
    '/\\evil.cn',
    'file:///c',
    'tel:1',
    ' ',
  ])
    expect(link(href), href).toBe('文')
})

test('survives a million open tags', () => {
  for (const tag of ['blockquote', 'b', 'p', 'div', 'td', 'a href="x"', 'svg', 'x']) {
    const started = cpuMs()
    expect(faults(cleanHtml(`<${tag}>`.repeat(300_000)))).toEqual([])
    // Minutes when something is quadratic, well under a second when not.
    expect(cpuMs() - started, tag).toBeLessThan(8000)
  }
})

test('makes paragraphs of cells that lost their table', () => {
  expect(cleanHtml('<tr><td>甲</td><td>乙</td></tr>')).toBe('<p>甲</p><p>乙</p>')
})
