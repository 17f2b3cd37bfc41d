import type { Locale } from 'antd/es/locale'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { keepLanguage, type Language } from './language.ts'

export type WordParams = Readonly<Record<string, string | number>>
export type Say = (key: string, params?: WordParams) => string

interface Words {
  readonly language: Language
  readonly messages: Readonly<Record<string, string>>
  readonly locale: Locale
}

const load: Readonly<Record<Language, () => Promise<{ words: Words }>>> = {
  'zh-CN': () => import('./words/zh-CN.ts'),
  en: () => import('./words/en.ts'),
}

/** The words of a language; the browser fetches one language only. */
export const loadWords = async (language: Language): Promise<Words> => {
  const { words } = await load[language]()
  return words
}

const fill = (message: string, params: WordParams): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

const speaker =
  (messages: Words['messages']): Say =>
  (key, params) => {
    const message = messages[key] ?? key
    return params ? fill(message, params) : message
  }

interface Speaking {
  readonly say: Say
  /** Whether there are words for a key; for codes that another module may add later. */
  readonly knows: (key: string) => boolean
  readonly words: Words
  readonly speak: (language: Language) => void
}

const SpeakingContext = createContext<Speaking | null>(null)

export function WordsProvider(props: { first: Words; children: ReactNode }) {
  const [words, setWords] = useState(props.first)
  useEffect(() => keepLanguage(words.language), [words.language])
  const speaking = useMemo<Speaking>(
    () => ({
      say: speaker(words.messages),
      knows: (key) => key in words.messages,
      words,
      speak: (language) => void loadWords(language).then(setWords),
    }),
    [words],
  )
  return <SpeakingContext value={speaking}>{props.children}</SpeakingContext>
}

export const useSpeaking = (): Speaking => {
  const speaking = use(SpeakingContext)
  if (!speaking) throw new Error('outside WordsProvider')
  return speaking
}

/** `say('office.key', { name })` in the language of this person. */
export const useSay = (): Say => useSpeaking().say
