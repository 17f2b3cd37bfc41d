import { useMemo } from 'react'
import { useSpeaking } from '../../words.tsx'

/** Every kind of entry that there are words for, sorted by the module that announces it. */
export const useKinds = () => {
  const { say, knows, words } = useSpeaking()
  return useMemo(() => {
    const keys = Object.keys(words.messages)
      .map((key) => /^(?:audit\.kind|fact)\.((\w+)\.\w+)$/.exec(key))
      .filter((found) => found !== null)
    const nameOf = (kind: string): string =>
      [`audit.kind.${kind}`, `fact.${kind}`].filter(knows).map((key) => say(key))[0] ?? kind
    return {
      nameOf,
      options: keys
        .map(([, kind = '', module = '']) => ({
          value: kind,
          label: `${say(`office.unit.log.module.${module}`)} \u00b7 ${nameOf(kind)}`,
        }))
        .toSorted((one, other) => one.label.localeCompare(other.label, words.language)),
    }
  }, [say, knows, words])
}
