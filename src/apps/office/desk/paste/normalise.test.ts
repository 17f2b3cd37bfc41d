import { expect, test } from 'vitest'
import { normalisePaste } from './normalise.ts'

const word = (body: string, css = '') => `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset=utf-8>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-name:"";margin:0cm;text-align:justify;}
${css} --></style></head><body lang=ZH-CN><!--StartFragment-->${body}<!--EndFragment--></body></html>`

const html = (body: string, css?: string) => normalisePaste(word(body, css)).html

test('keeps a centred red title as a centred line, without face, size and colour', () => {
  expect(
    html(
      `<p class=MsoNormal align=center style='text-align:center;line-height:30.0pt'><span lang=EN-US style='font-size:22.0pt;font-family:方正小标宋简体;color:red'>关于印发2026年
工作要点的通知<o:p></o:p></span></p>`,
    ),
  ).toBe('<p style="text-align: center">关于印发2026年工作要点的通知</p>')
})

test('turns a first-line indent into the class that the site knows', () => {
  expect(
    html(
      `<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>各乡镇人民政府，县直各部门：</span></p>`,
    ),
  ).toBe('<p class="indent">各乡镇人民政府，县直各部门：</p>')
  expect(html('<p class="MsoNormal">　　现将有关事项通知如下。</p>')).toBe(
    '<p class="indent">现将有关事项通知如下。</p>',
  )
  expect(html('<p class="a5">正文</p>', 'p.a5 {text-indent:2em}')).toBe(
    '<p class="indent">正文</p>',
  )
})

const item = (text: string, mark: string, level = 1, font = '') =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='${font}'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>${text}</span></p>`

test('makes real lists of what Word writes as paragraphs with numbers', () => {
  expect(
    html(`${item('申请书', '1.')}${item('身份证', '2.')}<p class=MsoNormal>以上材料</p>`),
  ).toBe('<ol><li><p>申请书</p></li><li><p>身份证</p></li></ol><p>以上材料</p>')
})

test('keeps levels, bullets from symbol fonts, and the number a list goes on with', () => {
  expect(
    html(
      item('对象', '3.') +
        item('农户', 'l', 2, 'font-family:Wingdings') +
        item('企业', 'l', 2, 'font-family:Wingdings') +
        item('标准', '4.'),
    ),
  ).toBe(
    '<ol start="3"><li><p>对象</p><ul><li><p>农户</p></li><li><p>企业</p></li></ul></li><li><p>标准</p></li></ol>',
  )
})

test('keeps 一、 and （一） as words: they number the sections of an official text', () => {
  expect(html(item('总体要求', '一、') + item('主要任务', '（二）'))).toBe(
    '<p>一、总体要求</p><p>（二）主要任务</p>',
  )
})

test('keeps tables with merged cells, and drops widths, borders and shading', () => {
  expect(
    html(`<table class=MsoTableGrid border=1 width=600><col width=100><tr style='height:20pt'>
      <td colspan=2 width=200 style='background:#D9D9D9' valign=top><p class=MsoNormal align=center style='text-align:center'><b><span>项目</span></b></p></td>
      <td rowspan=2 width=100><p class=MsoNormal>备注<o:p></o:p></p></td></tr>
      <tr><td width=100><p class=MsoNormal>收入</p></td><td width=100 align=right>1,200</td></tr></table>`),
  ).toBe(
    '<table><tbody><tr><td colspan="2"><p style="text-align: center"><strong>项目</strong></p></td><td rowspan="2"><p>备注</p></td></tr><tr><td><p>收入</p></td><td><p style="text-align: right">1,200</p></td></tr></tbody></table>',
  )
})

test('drops pictures that stay on the other computer, and counts them', () => {
  const pasted = normalisePaste(
    word(
      `<p class=MsoNormal>见下图：<img width=300 src="file:///C:/Users/x/AppData/clip_image002.png" alt="图片 1"></p><p><img src="https://elsewhere.example/a.png"></p>`,
    ),
  )
  expect(pasted).toEqual({ html: '<p>见下图：</p>', lostPictures: 2 })
})

test('keeps a picture that came along, for the desk to upload', () => {
  expect(normalisePaste('<p><img src="data:image/png;base64,iVBOR" alt="图片 3"></p>')).toEqual({
    html: '<p><img src="data:image/png;base64,iVBOR" alt=""></p>',
    lostPictures: 0,
  })
})

test('drops programs, comments and addresses that run; keeps links to the web', () => {
  expect(
    html(
      `<p>见<a href="https://www.gov.cn/">中国政府网</a>、<a href="javascript:alert(1)">这里</a><a name="_Toc1">和书签</a><script>alert(1)</script></p>`,
    ),
  ).toBe('<p>见<a href="https://www.gov.cn/">中国政府网</a>、这里和书签</p>')
})

test('reads bold, underline and superscript out of spans', () => {
  expect(
    html(
      `<p><span style='font-weight:bold'>重要</span><span style='text-decoration:underline'>期限</span>5000m<span style='vertical-align:super'>2</span></p>`,
    ),
  ).toBe('<p><strong>重要</strong><u>期限</u>5000m<sup>2</sup></p>')
})

test('makes the headings of a text start below the title of the page', () => {
  expect(html('<h1><b>第一章</b></h1><h2>第一节</h2><h5>附则</h5>')).toBe(
    '<h2>第一章</h2><h2>第一节</h2><h4>附则</h4>',
  )
})

test('drops empty lines that only made room', () => {
  expect(html('<p class=MsoNormal><span><o:p>&nbsp;</o:p></span></p><p>正文</p><p><br></p>')).toBe(
    '<p>正文</p>',
  )
})

test('joins lines that the source broke between hanzi, and keeps the space between words', () => {
  expect(html('<p>政府信息\n公开条例<span>\n第十条 Open\nGovernment</span></p>')).toBe(
    '<p>政府信息公开条例第十条 Open Government</p>',
  )
})

test('takes boxes of a web page apart into paragraphs', () => {
  expect(
    normalisePaste('<div><div align="center">通知</div><section>甲<p>乙</p>丙</section></div>')
      .html,
  ).toBe('<p style="text-align: center">通知</p><p>甲</p><p>乙</p><p>丙</p>')
})

test('leaves a few words within a line as words, and what a desk copied as it is', () => {
  expect(normalisePaste('<span style="color:red">三个工作日</span>').html).toBe('三个工作日')
  const own = '<p data-pm-slice="1 1 []" class="indent">甲</p>'
  expect(normalisePaste(own).html).toBe(own)
})
