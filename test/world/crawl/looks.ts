import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

// WCAG 2.2 AA, and what the tool's makers hold for good practice: headings in order, all in landmarks.
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const axeFindings = async (
  page: Page,
  without: readonly string[] = [],
): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .disableRules([...without])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length}× ${nodes[0]?.html}`)
}

/** Everything that happens in a window beside what is asked of it. */
export const watch = (page: Page, url: string): { readonly take: () => string[] } => {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      heard.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(url) && !/^(data|blob|about):/.test(asked)) heard.push(`asks ${asked}`)
  })
  return { take: () => heard.splice(0) }
}

/** How far the page is wider than the window, in pixels. */
export const tooWide = async (page: Page): Promise<string[]> => {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  return over > 0 ? [`${over} px too wide at ${page.viewportSize()?.width}`] : []
}

// In the page: what a thumb is meant to hit. A link inside a sentence is as high as its line (2.5.8).
const smallTargets = `(() => {
  const shown = (one) => one.checkVisibility() && getComputedStyle(one).clipPath === 'none'
  const inText = (one) =>
    getComputedStyle(one).display === 'inline' &&
    [...one.parentElement.childNodes].some((node) => node !== one && node.textContent.trim() !== '')
  const hit = (one) => {
    const around = one.matches('input') ? one.closest('label') ?? one : one
    const boxes = [one, around].map((each) => each.getBoundingClientRect())
    return Math.max(...boxes.map(({ height }) => height))
  }
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.type !== 'hidden' && !one.closest('.aside-text') && shown(one) && !inText(one) && hit(one) < 43.5)
    .map((one) => Math.round(hit(one)) + ' px: ' + one.outerHTML.slice(0, 100))
})()`

export const targetFindings = async (page: Page): Promise<string[]> => {
  const found = await page.evaluate<string[]>(smallTargets)
  return found.length === 0 ? [] : [`${found.length} targets under 44 px, ${found[0]}`]
}

/** To be called before a page is opened: sums up how much of it jumps while it loads. */
export const countShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(`
    window.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  `)

// Google's bound for "good" is 0.1; a page that is set whole need not move at all.
export const shifts = async (page: Page): Promise<string[]> => {
  const sum = await page.evaluate<number>('window.shifted ?? 0')
  return sum > 0.01 ? [`moves by ${sum.toFixed(3)} while it loads`] : []
}

// 210 mm less the margins that the style sheet sets, in CSS pixels.
const sheetPx = 605

/** What a printed page carries that paper cannot use, and how far it runs over the sheet. */
export const printFindings = async (page: Page): Promise<string[]> => {
  const before = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ ...before, width: sheetPx })
  const useless = page.locator('.doors, .settings, .crumbs, .skip, .pager, search')
  const shown = await useless.filter({ visible: true }).count()
  const found = await tooWide(page)
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(before)
  return [
    ...(shown > 0 ? [`${shown} things on paper that only a screen can use`] : []),
    ...found.map((one) => `printed ${one}`),
  ]
}
