import { readdirSync, readFileSync } from 'node:fs'
import { inHome } from './home.ts'
import type { Issue, Refusal } from './refusal.ts'

export type Language = 'zh-CN' | 'en'

export type WordParams = Readonly<Record<string, string | number>>
export type Say = (key: string, params?: WordParams) => string

const readMessages = (language: Language): Map<string, string> => {
  const folder = inHome('messages', language)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(
    files.flatMap((name) =>
      Object.entries(
        JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, string>,
      ),
    ),
  )
}

const loaded = new Map<Language, Map<string, string>>()

/** Every message of a language, read once; test/house/words.test.ts holds the two languages equal. */
export const messagesOf = (language: Language): ReadonlyMap<string, string> => {
  const known = loaded.get(language)
  if (known) return known
  const read = readMessages(language)
  loaded.set(language, read)
  return read
}

/** Puts `{name}` parameters in place; a parameter not given stays visible, so that it is noticed. */
export const fill = (message: string, params: WordParams): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** The words of one language; a key without words answers with itself. */
export const speaker = (language: Language): Say => {
  const messages = messagesOf(language)
  return (key, params) => {
    const message = messages.get(key) ?? key
    return params ? fill(message, params) : message
  }
}

const plainParams = (params: Readonly<Record<string, unknown>>): WordParams =>
  Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )

export const sayIssue = (say: Say, issue: Issue): string =>
  say(`issue.${issue.code}`, { field: say(`field.${issue.field}`), ...issue.params })

/** The sentence of a refusal, with its open points. */
export const sayRefusal = (
  say: Say,
  refusal: Refusal,
): {
  code: string
  message: string
  issues: { field: string; code: string; message: string }[]
} => ({
  code: refusal.code,
  message: say(refusal.code, plainParams(refusal.params)),
  issues: refusal.issues.map((issue) => ({
    field: issue.field,
    code: issue.code,
    message: sayIssue(say, issue),
  })),
})
