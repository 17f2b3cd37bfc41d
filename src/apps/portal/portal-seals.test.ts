import { beforeAll, expect, test } from 'vitest'
import { theSystem } from '#platform/act'
import { sealDays } from '#seals'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
let id: number
const html =
  '<p>各乡镇人民政府：</p><table><tr><td>户数</td><td>36</td></tr></table><p>请遵照执行。</p>'

beforeAll(async () => {
  site = await publicSite()
  const draft = await site.draft({ html })
  await site.attach(draft, '名单.csv', '序号,户数\n1,36\n')
  id = (await site.release(draft)).documentId
  await site.w.act((act) => sealDays(act), theSystem, new Date('2026-03-05T09:00:00+08:00'))
})

const send = async (file: string | Uint8Array, text = '', view = '') => {
  const form = new FormData()
  form.append('file', new Blob([typeof file === 'string' ? file : Buffer.from(file)]), 'x.html')
  form.append('text', text)
  const answer = await fetch(`${site.serving.url}${view}/verify`, { method: 'POST', body: form })
  return { status: answer.status, text: await answer.text() }
}

test('[M164] a page as it was served is told from one in which a figure was changed', async () => {
  const { text: page } = await site.ask(`/d/${id}`)
  expect(page).toMatch(/data-seal="1" data-salt="[0-9a-f]{32}"/)
  expect((await send(page)).text).toContain('一致，且为现行公开版本。')
  expect((await send(page.replace('<td>36</td>', '<td>63</td>'))).text).toContain('不一致')
  expect((await send(page, '', '/en')).text).toContain('It is what was published')
  // Also as another view of the site shows it.
  expect((await send((await site.ask(`/en/elder/d/${id}`)).text)).text).toContain('一致')
  expect((await send('你好')).text).toContain('没有找到')
})

test('[M164] a downloaded attachment and a pasted text are found; nothing sent is refused in words', async () => {
  const { text: page } = await site.ask(`/d/${id}`)
  const file = /\/d\/\d+\/files\/\d+/.exec(page)?.[0] ?? ''
  const { body } = await site.ask(file)
  expect((await send(body)).text).toContain('附件')
  expect((await send(Buffer.concat([body, Buffer.from(' ')]))).text).toContain('没有找到')
  expect((await send('', '各乡镇人民政府： 户数 36 请遵照执行。')).text).toContain('一致')
  const nothing = await send('')
  expect([nothing.status, nothing.text.includes('请选择要核对的文件')]).toEqual([422, true])
  // What was pasted stays in its place.
  expect((await send('', '<script>1</script>某段文字')).text).toContain(
    '&lt;script>1&lt;/script>某段文字',
  )
})

test('[M164] the seal of a day is a page to print and a file to recompute', async () => {
  const list = await site.ask('/seals')
  expect(list.text).toContain('/seals/2026-03-02')
  const day = await site.ask('/seals/2026-03-02')
  expect(day.status).toBe(200)
  expect(day.text).toContain('class="qr"')
  const { seal, links } = JSON.parse((await site.ask('/seals/2026-03-02.json')).text)
  expect(day.text).toContain(seal.hash)
  expect(links).toMatchObject([{ number: 1, address: `/d/${id}`, hash: seal.head }])
  expect((await site.ask('/seals/2026-03-09')).status).toBe(404)
  // Beyond the day's last record there is no page.
  expect((await site.ask('/seals/2026-03-02?after=1')).status).toBe(404)
  expect((await site.ask('/seals/2026-99-99')).status).toBe(404)
})

test('[M164] the page for machines checks by itself, and goes with the document', async () => {
  const machine = await site.ask(`/d/${id}/seal.json`)
  expect((await send(machine.text)).text).toContain('一致')
  await site.withdraw(id, '有误，撤回')
  expect((await site.ask(`/d/${id}/seal.json`)).status).toBe(404)
  expect((await send(machine.text)).text).toContain('此后已撤回')
})

test('[M164] the history of a document lists its links, the seals that cover them and the way to check', async () => {
  const draft = await site.draft({ html })
  const { documentId } = await site.release(draft)
  await site.correct(documentId, { html: html.replace('36', '37') })
  const page = (await site.ask(`/d/${documentId}/history`)).text
  expect(page).toContain('更正第 2 版')
  expect(page).toContain('发布第 1 版')
  expect(page).toContain('href="/verify"')
  expect(page).toContain('当日尚未封存')

  await site.w.act((act) => sealDays(act), theSystem, new Date('2030-01-01T09:00:00+08:00'))
  await expect
    .poll(async () => (await site.ask(`/d/${documentId}/history`)).text)
    .toMatch(/href="\/seals\/20\d\d-\d\d-\d\d"/)
  expect((await site.ask(`/en/d/${documentId}/history`)).text).toContain('correction of edition 2')

  await site.withdraw(documentId, '有误，撤回')
  const stone = await site.ask(`/d/${documentId}`)
  expect([stone.status, stone.text.includes('存证记录')]).toEqual([410, true])
  expect(stone.text).toContain('撤回')
})
