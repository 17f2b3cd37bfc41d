import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow, telephone } from '../../../test/world/browser.ts'
import { fixturePages } from '../../../test/world/portal/pages.ts'
import { plainView, type ReadersView } from './addresses.ts'
import { portalAssets } from './assets.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const { css, js } = portalAssets()

/** Sets a page as a browser would load it; the settings are opened so that they are audited too. */
const show = async (page: Page, html: string): Promise<void> => {
  await page.setContent(
    html
      .replace(`<link rel="stylesheet" href="${css.address}"/>`, `<style>${css.text}</style>`)
      .replace(`src="${js.address}"`, ''),
  )
  await page.evaluate("document.querySelector('.settings').open = true")
}

const audit = async (page: Page, name: string): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  return violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)
}

test.each([
  ['desk', plainView, {}],
  [
    'telephone, elder view, high contrast',
    { ...plainView, elder: true, contrast: true },
    telephone,
  ],
] as const satisfies readonly (readonly [string, ReadersView, object])[])(
  '[M132] no page has a finding at WCAG 2.2 AA, nor scrolls sideways: %s',
  async (_, view, screen) => {
    const { context, page } = await openWindow(screen)
    const findings: string[] = []
    for (const [name, draw] of Object.entries(fixturePages)) {
      await show(page, draw(view))
      findings.push(...(await audit(page, name)))
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      if (Number(over) > 0) findings.push(`${name}: ${over} px too wide`)
    }
    expect(findings).toEqual([])
    await context.close()
  },
  180_000,
)

test('[M132] the text size is a choice that needs no script', async () => {
  const { context, page } = await openWindow({ javaScriptEnabled: true })
  await show(page, fixturePages.document())
  const size = () => page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)')
  const before = await size()
  await page.getByLabel('特大').check()
  expect(await size()).toBeCloseTo(before * 1.3, 1)
  await context.close()
})
