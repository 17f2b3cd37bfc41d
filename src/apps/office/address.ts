import { useSearchParams } from 'react-router'

export type AddressChanges = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What a list shows, kept in the address: it can be sent to a colleague and outlives a reload. */
export const useAddress = () => {
  const [search, setSearch] = useSearchParams()
  const set = (changes: AddressChanges) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes))
          if (value === null || value === undefined || value === '' || value === false)
            next.delete(name)
          else next.set(name, String(value))
        return next
      },
      { replace: true },
    )
  const clear = (names: readonly string[]) =>
    set(Object.fromEntries(names.map((name) => [name, null])))
  return {
    read: (name: string) => search.get(name) ?? undefined,
    number: (name: string) => Number(search.get(name)) || undefined,
    /** One of the values that a list knows; anything else in an address counts as nothing. */
    oneOf: <Value extends string>(name: string, known: readonly Value[]) =>
      known.find((one) => one === search.get(name)),
    set,
    clear,
    has: (names: readonly string[]) => names.some((name) => search.has(name)),
  }
}
