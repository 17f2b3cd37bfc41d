import { useState } from 'react'

/**
 * What a form shows: what was read, and over it what was typed. `rebase` puts what was typed over a
 * newer reading, after somebody else has changed the same thing.
 */
export const useTyped = <Fields extends object>(read: Fields) => {
  const [base, setBase] = useState(read)
  const [typed, setTyped] = useState<Partial<Fields>>({})
  const changes = Object.fromEntries(
    Object.entries(typed).filter(
      ([name, value]) => JSON.stringify(base[name as keyof Fields]) !== JSON.stringify(value),
    ),
  ) as Partial<Fields>
  return {
    base,
    fields: { ...base, ...typed },
    changes,
    isChanged: Object.keys(changes).length > 0,
    set: (part: Partial<Fields>) => setTyped((before) => ({ ...before, ...part })),
    rebase: setBase,
  }
}
