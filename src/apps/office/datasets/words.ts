import type { CellIssue, Schema } from '#datasets/contract'
import { headingOf, listSchemas } from '#datasets/contract'
import { useCall } from '../query.ts'
import { type Say, useSpeaking } from '../words.tsx'

/** The kinds of table, in the reader's words. */
export const useSchemas = () => {
  const { words } = useSpeaking()
  const language = words.language === 'en' ? 'en' : 'zh'
  const { data } = useCall(listSchemas, {}, { staleTime: Number.POSITIVE_INFINITY })
  const schemas: readonly Schema[] = data ?? []
  return {
    schemas,
    of: (code: string) => schemas.find((one) => one.code === code),
    name: (code: string) => schemas.find((one) => one.code === code)?.name[language] ?? code,
    heading: (schema: Schema, key: string) => {
      const column = schema.columns.find((one) => one.key === key)
      return column ? headingOf(column, language) : key
    },
    language,
  } as const
}

/** What is wrong with one cell, and what to do. */
export const sayWrong = (say: Say, issue: CellIssue): string =>
  say(`datasets.wrong.${issue.code}`, issue.params)
