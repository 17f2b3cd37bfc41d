import type { DemoRequest } from './requests.ts'

/** A request of the county that a visitor can follow on the portal, and what there is to see. */
export interface Followed {
  readonly number: string
  readonly checkCode: string
  readonly what: string
}

const stories: Readonly<Record<string, string>> = {
  supplied: '已答复，文书和文件可以取回 answered, letter and files to take home',
  correcting: '等待申请人补正 waits for a correction',
  running: '办理中 being handled',
}

/** The requests whose numbers and check codes the demo prints. */
export const toFollow = (made: readonly DemoRequest[]): Followed[] =>
  made.flatMap(({ story, number, checkCode }) => {
    const what = stories[story]
    return what === undefined ? [] : [{ number, checkCode, what }]
  })
