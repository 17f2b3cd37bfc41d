import { useSearchParams } from 'react-router'
import { clockStandings, doors, stages } from '#requests/contract'

const names = [
  'view',
  'standing',
  'stage',
  'organizationId',
  'unitId',
  'handlerId',
  'mine',
  'door',
  'submittedFrom',
  'submittedTo',
  'q',
] as const
export type FilterName = (typeof names)[number]

const oneOf = <Value extends string>(value: string | null, known: readonly Value[]) =>
  known.find((one) => one === value)
const day = (value: string | null) => (value && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)

/** The desk's filters, kept in the address so that a list can be sent to a colleague. */
export const useFilters = () => {
  const [search, setSearch] = useSearchParams()
  const number = (name: FilterName) => Number(search.get(name)) || undefined
  const input = {
    view: oneOf(search.get('view'), ['open', 'all'] as const) ?? ('open' as const),
    standing: oneOf(search.get('standing'), clockStandings),
    stage: oneOf(search.get('stage'), stages),
    organizationId: number('organizationId'),
    unitId: number('unitId'),
    handlerId: number('handlerId'),
    mine: search.get('mine') === 'true' ? ('true' as const) : undefined,
    door: oneOf(search.get('door'), doors),
    submittedFrom: day(search.get('submittedFrom')),
    submittedTo: day(search.get('submittedTo')),
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
  const isFiltered = names.some((name) => name !== 'view' && search.has(name))
  const clear = () => setSearch(input.view === 'all' ? { view: 'all' } : {}, { replace: true })
  return { input, set, isFiltered, clear }
}
