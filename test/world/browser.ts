import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'

// Debian's Chromium; the flags keep it from calling out and from needing a sandbox as root.
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let running: Promise<Browser> | undefined

const browser = (): Promise<Browser> => {
  if (!existsSync(executablePath))
    throw new Error(`no Chromium at ${executablePath}: apt-get install chromium, or set CHROMIUM`)
  running ??= chromium.launch({ executablePath, args: flags, headless: true })
  return running
}

/** A window of its own, with fresh cookies. The browser goes when the file's tests are done. */
export const openWindow = async (
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await (await browser()).newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // Dialogs stand at once: quicker to test, and the office honours the wish.
    reducedMotion: 'reduce',
    ...options,
  })
  return { context, page: await context.newPage() }
}

/** The telephone of a person with good eyes and an old browser budget. */
export const telephone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
} as const

afterAll(async () => {
  const open = await running
  running = undefined
  await open?.close()
})
