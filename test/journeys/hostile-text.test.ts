import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  createColumn,
  createFromWord,
  deskOf,
  receiveFile,
  receiveWord,
  saveDraft,
} from '#documents'
import type { Refusal } from '#platform/refusal'
import { sayRefusal, speaker } from '#platform/words'
import { docx, paragraph } from '../../src/modules/documents/intake/docx.fixture.ts'
import { openWindow } from '../world/browser.ts'
import { makeDraft, makeOffice, monday, type Office, publish } from '../world/documents.ts'
import { serve } from '../world/server.ts'
import { type World, world } from '../world/world.ts'

/** The vectors of the HTML5 Security Cheatsheet; each would call `alert` with its number. */
const vectors = readFileSync(
  new URL('../fixtures/security/h5sc-vectors.txt', import.meta.url),
  'utf8',
)
  .split(/(?=<div id="\d+">)/)
  .filter((vector) => vector.startsWith('<div id='))

let w: World
let office: Office
let url: string
let trap: Page | undefined
const ran: string[] = []

beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
  url = (await serve(w, { worker: false })).url
})

/** A page that nothing protects; what runs in it is told to `ran`. */
const openTrap = async (): Promise<Page> => {
  // No policy of contents holds here: what is written into the page must be harmless by itself.
  const { page } = await openWindow({ bypassCSP: true })
  await page.exposeFunction('trapped', (what: string) => void ran.push(what))
  await page.addInitScript(() => {
    const catching = (name: string) => (said: unknown) =>
      (globalThis as unknown as { trapped(what: string): void }).trapped(`${name} ${String(said)}`)
    Object.assign(globalThis, {
      alert: catching('alert'),
      confirm: catching('confirm'),
      prompt: catching('prompt'),
    })
  })
  page.on('dialog', (dialog) => void dialog.dismiss())
  // Nothing may be fetched either.
  await page.route(/^(?:https?|ftp):/, (route) => {
    if (route.request().url().startsWith(url)) return route.continue()
    ran.push(`fetched ${route.request().url()}`)
    return route.abort()
  })
  return page
}

// Each test has its own: vectors left as they are may bring a page down.
const closeTrap = async (): Promise<void> => {
  await trap?.context().close()
  trap = undefined
}
afterEach(closeTrap)

/** Shows a page without any header that protects it, moves over everything in it, and waits a moment. */
const shown = async (html: string): Promise<string[]> => {
  ran.length = 0
  trap ??= await openTrap()
  const page = trap
  await page.goto('about:blank')
  await page.setContent(html, { waitUntil: 'load' })
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('*'))
      for (const kind of ['mouseover', 'focus', 'blur', 'click', 'scroll', 'error', 'load'])
        if (!(one instanceof HTMLAnchorElement && kind === 'click') && !one.closest('form'))
          one.dispatchEvent(new Event(kind, { bubbles: false }))
    for (const link of document.querySelectorAll('a'))
      if (/^\s*(?:javascript|data|vbscript):/i.test(link.getAttribute('href') ?? '')) link.click()
  })
  await page.waitForTimeout(30)
  return [...ran]
}

const save = async (html: string): Promise<string> => {
  const draft = await makeDraft(w, office)
  await w.act(
    (act) => saveDraft(act, { id: draft.editionId, version: draft.version, fields: { html } }),
    office.clerk,
    monday,
  )
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
  return desk.edition.html
}

test('the trap works: left as they are, vectors run', async () => {
  expect(await shown('<img src="x:" onerror="alert(1)">')).toContain('alert 1')
  expect(await shown('<a href="javascript:alert(2)">x</a>')).toContain('alert 2')
  const caught = new Set<string>()
  for (let from = 0; from < vectors.length; from += 20) {
    // A page that goes down, or away, has told before what ran in it.
    await shown(vectors.slice(from, from + 20).join('\n')).catch(() => undefined)
    for (const what of ran) caught.add(what)
    await closeTrap()
  }
  expect(caught.size).toBeGreaterThan(10)
})

test('no vector runs out of a saved text, one by one or all together', async () => {
  expect(vectors).toHaveLength(139)
  const cleaned = await save(vectors.join('\n'))
  expect(await shown(cleaned)).toEqual([])
  for (let from = 0; from < vectors.length; from += 10) {
    const some = vectors.slice(from, from + 10)
    const texts = await Promise.all(some.map(save))
    for (const [at, html] of texts.entries()) expect(await shown(html), some[at]).toEqual([])
  }
})

test('no vector runs out of a Word file: its words, its links, its styles', async () => {
  const link = (target: string, at: number) =>
    `<Relationship Id="l${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`
  const targets = [
    'javascript:alert(1)',
    'data:text/html,&lt;script&gt;alert(2)&lt;/script&gt;',
    'vbscript:alert(3)',
  ]
  const bytes = docx(
    [
      ...vectors.map((vector) => paragraph(vector.replace(/\p{Cc}/gu, ' '))),
      ...targets.map(
        (_, at) => `<w:p><w:hyperlink r:id="l${at}"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`,
      ),
    ],
    { documentRelations: targets.map(link) },
  )
  const word = await receiveWord(w.house.files, { name: '文.docx', stream: Readable.from([bytes]) })
  const made = await w.act(
    (act) => createFromWord(act, { organizationId: office.civil.id, word }),
    office.clerk,
    monday,
  )
  const desk = await deskOf(w.db, office.clerk, { documentId: made.documentId }, '2026-03-02')
  expect(desk.edition.html).toContain('链接')
  expect(await shown(desk.edition.html)).toEqual([])
})

test('no vector runs on a page of the portal, wherever it was typed', async () => {
  const short = vectors.filter((vector) => vector.length <= 280)
  const pages: string[] = []
  for (let from = 0; from < short.length; from += 12) {
    const some = short.slice(from, from + 12)
    const [title = '', organ = title, source = title, summary = title] = some
    const made = await publish(
      w,
      office,
      await makeDraft(w, office, {
        title: `标题${title}`,
        issuingOrgan: organ,
        source,
        summary,
        keywords: some.map((vector) => vector.slice(0, 50)),
        html: `<p>正文</p>${some.join('\n')}`,
      }),
    )
    pages.push(`/d/${made.documentId}`)
  }
  const column = {
    name: '栏目<img src=x: onerror=alert(9)>',
    // A second try finds the column of the first.
    slug: `hostile-${Date.now()}`,
    parentId: null,
    description: short[3] ?? '',
    columnType: '信息公开目录',
  }
  const made = await w.act((act) => createColumn(act, column), office.disclosureOffice, monday)
  pages.push(made.address)
  for (const vector of short.slice(0, 40))
    pages.push(`/search?q=${encodeURIComponent(vector.slice(0, 90))}`)
  pages.push('/', '/feed.xml', '/feed.atom')
  for (const address of pages) {
    const html = await (await fetch(url + address)).text()
    expect(await shown(html.replace(/(src|href)="\//g, `$1="${url}/`)), address).toEqual([])
  }
})

const upload = (name: string, content: string) =>
  receiveFile(w.house.files, { name, stream: Readable.from([Buffer.from(content)]) })

test.each([
  ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'pageRefused'],
  ['页.html', '<script>alert(1)</script>', 'pageRefused'],
  ['图.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'fileTypeMismatch'],
  ['名单.txt', '<!doctype html><script>alert(1)</script>', 'fileTypeMismatch'],
  ['名单.csv', '<svg onload=alert(1)>', 'fileTypeMismatch'],
  ['表.xlsm', 'PK', 'fileHasMacros'],
  ['文.docm', 'PK', 'fileHasMacros'],
])(
  '%s is refused with a sentence that says what to do, and gets no row',
  async (name, content, code) => {
    const refusal = await upload(name, content).then(
      () => null,
      (error: Refusal) => error,
    )
    expect(refusal?.code).toBe(`documents.${code}`)
    expect(refusal && sayRefusal(speaker('zh-CN'), refusal).message).toMatch(/请|可以上传/)
    const { rows } = await w.house.pool.query('select 1 from documents.blob where size = $1', [
      Buffer.byteLength(content),
    ])
    expect(rows).toEqual([])
  },
)

test('the name of a file is harmless on its page', async () => {
  for (const vector of vectors.slice(0, 30)) {
    const { name } = await upload(`${vector.slice(0, 60)}.txt`, '说明')
    expect(name).not.toMatch(/[<>"'&`]/)
  }
})
