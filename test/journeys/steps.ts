import type { Locator, Page } from 'playwright-core'

/** What people do on the screens of the office, in the words of the screens. */

/** The person sees these words. */
export const sees = async (where: Page | Locator, words: string | RegExp): Promise<void> =>
  where.getByText(words).filter({ visible: true }).first().waitFor()

/** The person is not, or no longer, offered this. */
export const isNotOffered = (where: Page | Locator, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).waitFor({ state: 'hidden' })

export const press = (where: Page | Locator, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).click()

/** The dialog that is open now. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').filter({ visible: true })

/** Presses a button of the desk and again the one of the dialog that asks. */
export const act = async (page: Page, name: string, done: string): Promise<void> => {
  await press(page, name)
  await press(dialog(page), name)
  await sees(page.locator('.ant-message'), done)
}

/** One of the actions behind 更多. */
export const more = async (page: Page, name: string): Promise<void> => {
  await press(page, '更多')
  await page.getByRole('menuitem', { name, exact: true }).click()
}

/** The text area of the desk; typing goes in at its end. */
export const text = (page: Page): Locator => page.getByRole('textbox', { name: '正文' })

export const write = async (page: Page, words: string): Promise<void> => {
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** Waits until what was typed is kept by the server. */
export const isKept = async (page: Page): Promise<void> =>
  sees(page.locator('.save-state'), /^已保存/)

/** The secrecy reviewer says no to every question. */
export const answerNo = async (page: Page): Promise<void> => {
  const form = page.getByRole('group', { name: '保密审查' })
  for (const no of await form.getByRole('radio', { name: '否', exact: true }).all())
    await no.check()
  await form.getByRole('radio', { name: '不涉及' }).check()
}

/** Passes the step that waits. */
export const approve = async (page: Page, opinion = ''): Promise<void> => {
  await press(page, '审核通过')
  const form = dialog(page)
  await form.waitFor()
  if ((await form.getByRole('group', { name: '保密审查' }).count()) > 0) await answerNo(page)
  if (opinion) await form.getByLabel('审核意见').fill(opinion)
  await press(form, '审核通过')
  await sees(page.locator('.ant-message'), '已通过。')
}

/** Hands files to where they are dropped or chosen. */
export const hand = (
  page: Page,
  place: string,
  files: Parameters<Locator['setInputFiles']>[0],
): Promise<void> => page.getByRole('button', { name: place }).setInputFiles(files)

/** Which document is on the desk. */
export const documentAt = (page: Page): number =>
  Number(new URL(page.url()).pathname.split('/').at(-1))

/** Opens a document out of one of the lists of the first screen. */
export const openFrom = async (page: Page, list: string, title: string): Promise<void> => {
  const tasks = page.getByRole('region', { name: new RegExp(`^${list}`) })
  await tasks.getByRole('link', { name: title }).click()
  await page.getByText(title).filter({ visible: true }).first().waitFor()
  await page.getByRole('region', { name: '审核流程' }).waitFor()
}

/** Picks an entry of a chooser by typing part of it. */
export const choose = async (where: Locator, chooser: string, words: string): Promise<void> => {
  await where.getByRole('combobox', { name: chooser }).click()
  await where.page().keyboard.type(words)
  const offered = where.page().locator('.ant-select-item-option').filter({ visible: true })
  await offered.filter({ hasText: words }).first().click()
}
