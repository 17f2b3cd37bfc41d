import { useSearchParams } from 'react-router'
import { attributes, editionStates } from '#documents/contract'

const names = ['organizationId', 'state', 'attribute', 'matterCode', 'due', 'mine', 'q'] as const
export type FilterName = (typeof names)[number]

const oneOf = <Value extends string>(value: string | null, known: readonly Value[]) =>
  known.find((one) => one === value)

/** The list's filters, kept in the address so that a list can be sent to a colleague. */
export const useFilters = () => {
  const [search, setSearch] = useSearchParams()
  const organizationId = Number(search.get('organizationId')) || undefined
  const input = {
    organizationId,
    state: oneOf(search.get('state'), editionStates),
    attribute: oneOf(search.get('attribute'), attributes),
    matterCode: search.get('matterCode') ?? undefined,
    due: oneOf(search.get('due'), ['late', 'soon'] as const),
    mine: search.get('mine') === 'true' ? 'true' : undefined,
    q: search.get('q') ?? undefined,
  }
  const set = (name: FilterName, value: string | number | null | undefined) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null || value === undefined || value === '') next.delete(name)
        else next.set(name, String(value))
        return next
      },
      { replace: true },
    )
  const isFiltered = names.some((name) => search.has(name))
  return { input, set, isFiltered, clear: () => setSearch({}, { replace: true }) }
}
