import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/apps/cli/demo/staff.ts'
import { openWindow } from '../world/browser.ts'
import * as looks from '../world/crawl/looks.ts'
import { type Demo, demo } from '../world/demo.ts'
import { hand } from './steps.ts'

interface Screen {
  readonly path?: string
  readonly children?: readonly Screen[]
}

/** The table of screens as the router has it; its type is for browsers. */
const table = fileURLToPath(new URL('../../src/apps/office/screens.ts', import.meta.url))
const { screens } = (await import(table)) as { readonly screens: readonly Screen[] }

const pathsOf = (under: string, { path = '', children }: Screen): string[] => {
  const here = path === '' ? under : `${under}/${path}`
  return children ? children.flatMap((child) => pathsOf(here, child)) : [here || '/']
}
const paths = screens.flatMap((screen) => pathsOf('', screen))

// Three minutes of a machine of its own, ten of one that is shared.
const patienceMs = 600_000

let county: Demo
beforeAll(async () => {
  county = await demo()
}, patienceMs)

const first = (table: string, which = 'true') =>
  `select id from ${table} where ${which} order by id`
const government = `select id from organizations.organization where code = 'gov'`
const corrected = `
  select document_id as id from documents.edition where published_at is not null
  group by document_id having count(*) > 1 order by id`

/** What stands for a variable part of a path in the county that is shown. */
const samples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  documents: { id: corrected },
  tables: { id: first('datasets.dataset') },
  topics: { id: first('topics.topic') },
  gazette: { id: `${first('gazette.issue')} desc` },
  events: { id: first('documents.event') },
  rounds: { id: first('policies.round') },
  reports: { id: `${first('annual_report.report')} desc` },
  requests: {
    id: 'select request_id as id from requests.redaction order by request_id',
    redactionId: first('requests.redaction'),
  },
  imports: { importId: first('catalogue.import') },
  editions: { editionId: `${first('catalogue.edition')} desc` },
  organization: {
    organizationId: government,
    staffId: first('accounts.staff'),
  },
}

/** What a screen has to be asked besides. */
const questions: Readonly<Record<string, () => Promise<string>>> = {
  '/documents/:id/compare': async () => {
    const editions = `
      select id from documents.edition
      where document_id = (${corrected} limit 1) order by number`
    const from = await county.find(`${editions} limit 1`)
    const to = await county.find(`${editions} limit 1 offset 1`)
    return `?from=${from}&to=${to}`
  },
}

/** The address of a path; a variable part without a sample is a gap of this test. */
const addressOf = async (path: string): Promise<string> => {
  const pieces: string[] = []
  let noun = ''
  for (const piece of path.split('/')) {
    if (!piece.startsWith(':')) {
      if (piece in samples) noun = piece
      pieces.push(piece)
      continue
    }
    const question = samples[noun]?.[piece.slice(1)]
    if (!question) throw new Error(`no sample for ${piece} of ${path}`)
    pieces.push(String(await county.find(`${question} limit 1`)))
  }
  return pieces.join('/') + ((await questions[path]?.()) ?? '')
}

const signIn = async (userName: string): Promise<Page> => {
  const { page } = await openWindow()
  page.setDefaultTimeout(60_000)
  const data = { userName, password: demoPassword }
  const answer = await page.request.post(`${county.url}/api/sign-in`, { data })
  expect([userName, answer.status()]).toEqual([userName, 200])
  return page
}

/** Opens a screen and waits until it stands still. */
const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${county.url}/office${address}`)
  await page.locator('h1, textarea.document-title').first().waitFor()
  await page.getByRole('status', { name: '正在载入' }).first().waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
}

const findingsOf = async (page: Page): Promise<string[]> => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const found = [...(await looks.axeFindings(page)), ...(await looks.tooWide(page))]
  await page.setViewportSize({ width: 390, height: 844 })
  return [...found, ...(await looks.tooWide(page))]
}

/** Every screen as one person sees it. What they may not see, the screen says in a sentence. */
const walk = async (userName: string): Promise<string[]> => {
  const page = await signIn(userName)
  const heard = looks.watch(page, county.url)
  const findings: string[] = []
  for (const path of paths) {
    await open(page, await addressOf(path))
    const found = await findingsOf(page)
    // The server's "no" reaches the browser as a status; the screen tells it in words.
    found.push(...heard.take().filter((words) => !/status of 40[34]/.test(words)))
    findings.push(...found.map((finding) => `${path}: ${finding}`))
  }
  return findings
}

test(
  '[M132] every screen of the office as the disclosure office sees it',
  async () => {
    const page = await signIn('office-disclosure')
    await open(page, '/catalogue/imports')
    const file = new URL('../fixtures/catalogue/01-caizheng-content-split.xlsx', import.meta.url)
    await hand(page, '把目录表格拖到这里，或点击选择文件', fileURLToPath(file))
    await page.getByRole('heading', { name: '01-caizheng-content-split.xlsx' }).waitFor()
    expect(await walk('office-disclosure')).toEqual([])
  },
  patienceMs,
)

test(
  '[M132] every screen of the office as a clerk of a town sees it',
  async () => {
    expect(await walk('chenglan-clerk')).toEqual([])
  },
  patienceMs,
)

test('a built file of an earlier version is missing, and no page stands in its place', async () => {
  const { status, headers } = await fetch(`${county.url}/office/assets/gone.js`)
  expect([status, headers.get('content-type')]).toEqual([404, 'text/plain'])
})
