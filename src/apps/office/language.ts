export type Language = 'zh-CN' | 'en'

const kept = 'gongkai.language'

/** The language last chosen on this computer; Chinese for a newcomer. */
export const chosenLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'zh-CN')

export const keepLanguage = (language: Language): void => {
  localStorage.setItem(kept, language)
  document.documentElement.lang = language
}
