const browsers = [
  ['Edg/', 'Edge'],
  ['QQBrowser', 'QQ'],
  ['360SE', '360'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['UOS', 'UOS'],
  ['Linux', 'Linux'],
] as const

const firstIn = (text: string, names: readonly (readonly [string, string])[]) =>
  names.find(([mark]) => text.includes(mark))?.[1]

/** Browser and system of a session as a person would call them; null for a program. */
export const deviceOf = (userAgent: string): { browser: string; system: string } | null => {
  const browser = firstIn(userAgent, browsers)
  return browser ? { browser, system: firstIn(userAgent, systems) ?? '?' } : null
}
