import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect } from 'vitest'
import { worldPassword } from './accounts.ts'
import { openWindow } from './browser.ts'
import { makeSmallCounty, type Person, type SmallCounty, userNameOf } from './county.ts'
import { serve } from './server.ts'
import { type World, world } from './world.ts'

export interface Journey extends SmallCounty {
  readonly w: World
  /** Where portal and office are served, without a slash at the end. */
  readonly url: string
  /** The person's own window, signed in, at a place of the office; one window each during a test. */
  readonly at: (person: Person, place: string) => Promise<Page>
  /** A reader's window at an address of the portal. */
  readonly reads: (address: string) => Promise<Page>
  /** A window of nobody in particular: signed in nowhere. */
  readonly anyone: (name: string) => Promise<Page>
}

// What a slow machine with two cores needs at worst for one answer on the screen.
const patienceMs = 20_000

/** What each person had before them when a journey failed. */
const pictures = join(tmpdir(), 'gongkai-journeys')
const picture = async (name: string, page: Page): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) }).catch(() => null)
}

const windows = new Map<string, Page>()
const faults: string[] = []

afterEach(async ({ task }) => {
  for (const [name, page] of windows) {
    if (task.result?.state === 'fail') await picture(name, page)
    await page.context().close()
  }
  windows.clear()
  // A script that broke is a fault, also where nobody noticed.
  expect(faults.splice(0)).toEqual([])
})

const windowOf = async (name: string): Promise<Page> => {
  const open = windows.get(name)
  if (open) return open
  const { page } = await openWindow()
  page.setDefaultTimeout(patienceMs)
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`))
  windows.set(name, page)
  return page
}

/** A small county at work, served to the browser. */
export const journey = async (): Promise<Journey> => {
  const w = await world({ poolSize: 12 })
  const county = await makeSmallCounty(w)
  const { url } = await serve(w)
  return {
    w,
    url,
    ...county,
    anyone: windowOf,
    at: async (person, place) => {
      const isNew = !windows.has(person)
      const page = await windowOf(person)
      if (isNew) {
        const data = { userName: userNameOf(person), password: worldPassword }
        const answer = await page.request.post(`${url}/api/sign-in`, { data })
        expect([person, answer.status()]).toEqual([person, 200])
      }
      await page.goto(`${url}/office${place}`)
      await page.locator('main#screen').waitFor()
      return page
    },
    reads: async (address) => {
      const page = await windowOf('reader')
      await page.goto(url + address)
      return page
    },
  }
}
