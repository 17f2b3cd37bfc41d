import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import type { Person } from '../world/county.ts'
import { journey } from '../world/journey.ts'

const j = await journey()
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on a screen once it has settled. */
const findingsAt = async (person: Person, place: string): Promise<string[]> => {
  const page = await j.at(person, place)
  await page.locator('h1, textarea.document-title').first().waitFor()
  await page.getByRole('status', { name: '正在载入' }).first().waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.map(({ id, nodes }) => `${place}: ${id}: ${nodes.length}× ${nodes[0]?.html}`)
}

test('[M132] no screen for drafting and review has a finding at WCAG 2.2 AA', async () => {
  const draft = await j.draft('town', {
    title: '关于发放种粮补贴的通知',
    html: '<p>补贴标准见下表。</p><table><tbody><tr><td>早稻</td><td>280</td></tr></tbody></table>',
  })
  const sentUp = await j.sentUp('town', { title: '关于义务植树的通知' })
  await j.published('town', { title: '关于防汛值班的通知' })
  const findings = [
    ...(await findingsAt('clerk', '/')),
    ...(await findingsAt('clerk', '/documents')),
    ...(await findingsAt('clerk', '/documents/new')),
    ...(await findingsAt('clerk', `/documents/${draft.documentId}`)),
    ...(await findingsAt('sectionHead', `/documents/${sentUp.documentId}`)),
    ...(await findingsAt('clerk', '/account/sessions')),
    ...(await findingsAt('clerk', '/account/second-factor')),
    ...(await findingsAt('clerk', '/account/password')),
  ]
  expect(findings).toEqual([])
})

test('[M132] nor has one for the catalogue, the account or the organization', async () => {
  const town = j.body('town').id
  const places = [
    '/catalogue',
    '/catalogue/imports',
    '/catalogue/duties',
    '/catalogue/editions/2',
    '/catalogue/editions/2/questions',
    '/catalogue/editions/2/deviations',
    '/catalogue/editions/2/completeness',
    '/catalogue/editions/2/responsibility',
    '/catalogue/editions/2/powers',
    '/standing',
    '/standing/coverage',
    '/standing/cells',
    `/organization/${town}`,
    `/organization/${town}/staff`,
    `/organization/${town}/roles`,
    `/organization/${town}/keepers`,
    `/organization/${town}/review`,
    `/organization/${town}/columns`,
    `/organization/${town}/log`,
  ]
  const findings: string[] = []
  for (const place of places) findings.push(...(await findingsAt('disclosureOffice', place)))
  expect(findings).toEqual([])
})

test('[M132] nor the door', async () => {
  const page = await j.anyone('at the door')
  await page.goto(`${j.url}/office/sign-in`)
  await page.getByRole('heading', { name: '登录' }).waitFor()
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
