import { beforeAll, expect, test } from 'vitest'
import {
  approveStep,
  changeAttribute,
  limitReaders,
  listAttachments,
  publishEdition,
  removeAttachment,
  returnEdition,
  saveDraft,
  scheduleEdition,
  startCorrection,
  submitEdition,
} from '#documents'
import type { EditionMark } from '#documents/contract'
import type { Act, Actor } from '#platform/act'
import { approveAll, monday } from '../world/documents.ts'
import { type PublicSite, publicSite } from '../world/portal/site.ts'

/**
 * One `visibleTo` stands behind every page, list, count, feed, search, sitemap and file: whatever
 * the state of a text, the public meets only what is public, by whichever address it asks.
 */

interface Text {
  readonly state: string
  readonly documentId: number
  /** Stands in its title, text, summary, keywords, and in the name and the lines of its file. */
  readonly word: string
  readonly file: string
}

let site: PublicSite
const hidden: Text[] = []
const open: Text[] = []

const as = <T>(by: Actor, work: (act: Act) => Promise<T>) => site.w.act(work, by, monday)
const of = ({ editionId: id, version }: EditionMark) => ({ id, version })
const sendUp = (mark: EditionMark) => as(site.office.clerk, (act) => submitEdition(act, of(mark)))
const fieldsOf = (word: string) => ({
  title: `${word}标题`,
  html: `<p>${word}正文</p>`,
  summary: `${word}摘要`,
  keywords: [`${word}词`],
})

let made = 0
const nextWord = (): string => {
  made += 1
  return `密件${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[made]}号`
}

const put = async (
  where: Text[],
  state: string,
  bring: (mark: EditionMark) => Promise<unknown>,
): Promise<Text> => {
  const word = nextWord()
  const mark = await site.draft(fieldsOf(word))
  const id = await site.attach(mark, `${word}名单.csv`, `${word},1\n`)
  await bring(mark)
  const { documentId } = mark
  const text = { state, documentId, word, file: `/d/${documentId}/files/${id}` }
  where.push(text)
  return text
}

/** Another edition of a live document, brought as far as told. */
const rewrite = async (
  live: Text,
  state: string,
  bring: (mark: EditionMark) => Promise<unknown>,
  concealPrevious = false,
) => {
  const { clerk } = site.office
  const opened = await as(clerk, (act) => startCorrection(act, { id: live.documentId }))
  const word = nextWord()
  // A correction brings the files along; this one exchanges them.
  for (const { id } of await listAttachments(site.w.db, clerk, opened.editionId))
    await as(clerk, (act) => removeAttachment(act, { id }))
  const id = await site.attach(opened, `${word}名单.csv`, `${word},2\n`)
  const fields = { ...fieldsOf(word), correctionNote: '更正数据', concealPrevious }
  const saved = await as(clerk, (act) => saveDraft(act, { ...of(opened), fields }))
  await bring(saved)
  const { documentId } = live
  return { state, documentId, word, file: `/d/${documentId}/files/${id}` }
}

beforeAll(async () => {
  site = await publicSite()
  const { w, office } = site
  const { clerk, sectionHead, signer } = office
  const approve = (mark: EditionMark) => approveAll(w, office, mark)

  await put(hidden, 'draft', async () => undefined)
  await put(hidden, 'in review', sendUp)
  await put(hidden, 'half reviewed', async (mark) => {
    const sent = await sendUp(mark)
    await as(sectionHead, (act) => approveStep(act, { ...of(sent), opinion: '同意' }))
  })
  await put(hidden, 'returned', async (mark) => {
    const sent = await sendUp(mark)
    await as(sectionHead, (act) => returnEdition(act, { ...of(sent), reason: '请补充依据' }))
  })
  await put(hidden, 'approved', approve)
  await put(hidden, 'scheduled', async (mark) => {
    const publishAt = '2099-01-01T09:00:00+08:00'
    const approved = await approve(mark)
    await as(signer, (act) => scheduleEdition(act, { ...of(approved), publishAt }))
  })
  await put(hidden, 'limited to named readers', ({ documentId: id }) =>
    as(clerk, (act) =>
      limitReaders(act, { id, limited: true, staffIds: [clerk.id ?? 0], organizationIds: [] }),
    ),
  )
  await put(hidden, 'on request only', async (mark) => {
    const sent = await sendUp(mark)
    const ground = 'internalAffairs'
    await as(sectionHead, (act) =>
      changeAttribute(act, { ...of(sent), attribute: 'onRequest', ground, reason: '内部事务信息' }),
    )
  })
  await put(hidden, 'withdrawn', async (mark) => {
    await site.release(mark)
    await site.withdraw(mark.documentId, '有误，已撤回')
  })

  const live = await put(open, 'published', site.release)
  hidden.push(await rewrite(live, 'correction in review', sendUp))

  const leaking = await put(hidden, 'superseded and concealed', site.release)
  const publish = async (mark: EditionMark) => {
    const approved = await approve(mark)
    await as(signer, (act) => publishEdition(act, of(approved)))
  }
  open.push(await rewrite(leaking, 'published in its place', publish, true))
})

/** Wherever the public may look, without knowing of a document. */
const everywhere = async (): Promise<string[]> => {
  const { civil, town, government } = site.office
  const field = await site.columnOf('社会救助')
  const level1 = await site.columnOf('综合业务')
  const level2 = await site.columnOf('政策法规文件')
  const pages = [
    ...['/', '/platform', '/platform/statutory', '/platform/rules', '/platform/reports'],
    ...['/grassroots', '/grassroots/catalogue', '/grassroots/fields', '/organizations'],
    ...['/account', '/site-map', field, level1, level2],
    ...[civil, town, government].flatMap(({ code }) => [
      `/organizations/${code}`,
      `/organizations/${code}/fields/shehui-jiuzhu`,
      `/account/${code}`,
    ]),
  ]
  const feeds = ['', level1, level2, `/organizations/${civil.code}`].flatMap((start) =>
    ['xml', 'atom', 'json'].map((format) => `${start}/feed.${format}`),
  )
  return [...pages, ...pages.map((page) => `/en${page}`), ...feeds, '/sitemap.xml']
}

/** Addresses that ask for one text by number, name or words. */
const askingFor = ({ documentId, file, word }: Text): string[] => [
  `/d/${documentId}`,
  `/en/elder/d/${documentId}`,
  `/d/${documentId}/history`,
  `/d/${documentId}/history?from=1&to=2`,
  file,
  // Only a part of what would betray it, since the page repeats the question.
  ...[word, '标题', '正文', '名单'].map((words) => `/search?q=${encodeURIComponent(words)}`),
]

const leaks = async (paths: readonly string[], text: Text): Promise<string[]> => {
  const { word, documentId, state } = text
  const isOpen = open.some((one) => one.documentId === documentId)
  const found: string[] = []
  for (const path of paths) {
    const told = (await site.ask(path)).text.replace(/<\/?mark>/g, '')
    const isOwn = new RegExp(`/d/${documentId}\\b`).test(path)
    // What was public once and was withdrawn keeps its name on its tombstone (M41), and nothing more.
    const parts = state === 'withdrawn' && isOwn ? ['正文', '名单'] : ['标题', '正文', '名单']
    if (parts.some((part) => told.includes(word + part))) found.push(`${path}: ${word}`)
    const leads = new RegExp(`/d/${documentId}["<?]`).test(told)
    if (!isOpen && !isOwn && leads) found.push(`${path}: leads to ${documentId}`)
  }
  return found
}

test('[M24] [M47] no page, list, feed or sitemap tells of a text that is not public', async () => {
  const paths = await everywhere()
  expect(hidden).toHaveLength(11)
  for (const text of hidden)
    expect([text.state, await leaks(paths, text)]).toEqual([text.state, []])
  // The same look finds what is public, or it would prove nothing.
  for (const text of open) expect((await leaks(paths, text)).length, text.state).toBeGreaterThan(9)
})

test('[M47] [M157] nobody reaches it by number, file name or search words', async () => {
  for (const text of hidden) {
    expect([text.state, await leaks(askingFor(text), text)]).toEqual([text.state, []])
    expect([text.state, (await site.ask(text.file)).status]).toEqual([text.state, 404])
  }
  for (const text of open) {
    expect((await site.ask(text.file)).text).toContain(text.word)
    expect((await leaks(askingFor(text), text)).length, text.state).toBeGreaterThan(2)
  }
})

test('the address of what never was public tells no more than one that never existed', async () => {
  const states = new Map<string, number>()
  for (const text of hidden)
    if (!open.some((one) => one.documentId === text.documentId))
      states.set(text.state, (await site.ask(`/d/${text.documentId}`)).status)
  expect(Object.fromEntries(states)).toEqual({
    draft: 404,
    'in review': 404,
    'half reviewed': 404,
    returned: 404,
    approved: 404,
    scheduled: 404,
    'limited to named readers': 404,
    'on request only': 404,
    withdrawn: 410,
  })
})

test('counts count what is public', async () => {
  const { civil } = site.office
  for (const path of ['/grassroots/fields', `/organizations/${civil.code}`])
    expect((await site.ask(path)).text).toContain(`${open.length} 条信息`)
  const { text } = await site.ask(`/search?q=${encodeURIComponent('密件')}`)
  expect(text).toContain(`共 ${open.length} 条`)
})
