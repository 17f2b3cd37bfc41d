import { parseArgs } from 'node:util'
import type { Language } from '#platform/words'

/** Exit codes: done, refused (the reason is on stderr), wrong use. */
export const exit = { done: 0, refused: 1, wrongUse: 2 } as const

/** A command called in a way it does not know; the usage is shown and the exit code is 2. */
export class WrongUse extends Error {}

/** The language in which the program speaks on a terminal. */
export const language = (): Language => (process.env.LANG?.startsWith('en') ? 'en' : 'zh-CN')

/** What a command does with the words after its name. */
export type Command = (args: readonly string[]) => Promise<void>

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

/** Flags and positionals of a command; an unknown flag is wrong use. */
export const readArgs = <const O extends Options>(args: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 1)}\n`)
}
