import { useMemo } from 'react'
import { useSpeaking } from '../../words.tsx'

/** Every kind of entry that there are words for, by the module that announces it. */
export const useKinds = () => {
  const { say, knows, words } = useSpeaking()
  return useMemo(() => {
    const keys = Object.keys(words.messages)
      .map((key) => /^(?:audit\.kind|fact)\.((\w+)\.\w+)$/.exec(key))
      .filter((found) => found !== null)
    const byModule = Map.groupBy(
      new Map(keys.map((found) => [found[1] ?? '', found[2] ?? ''])),
      ([, module]) => module,
    )
    const nameOf = (kind: string): string =>
      [`audit.kind.${kind}`, `fact.${kind}`].filter(knows).map((key) => say(key))[0] ?? kind
    return {
      nameOf,
      options: [...byModule].map(([module, kinds]) => ({
        label: say(`office.unit.log.module.${module}`),
        options: kinds.map(([value]) => ({ value, label: nameOf(value) })),
      })),
    }
  }, [say, knows, words])
}
