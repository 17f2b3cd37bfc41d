import { clockStandings, doors, stages } from '#requests/contract'
import { useAddress } from '../address.ts'

const names = [
  'standing',
  'stage',
  'organizationId',
  'unitId',
  'handlerId',
  'mine',
  'stepLate',
  'door',
  'submittedFrom',
  'submittedTo',
  'q',
] as const
export type FilterName = (typeof names)[number] | 'view'

const day = (value: string | undefined) =>
  value && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined

/** The desk's filters; open or all is no filter, so clearing leaves it. */
export const useFilters = () => {
  const { read, number, oneOf, set, clear, has } = useAddress()
  const input = {
    view: oneOf('view', ['open', 'all']) ?? ('open' as const),
    standing: oneOf('standing', clockStandings),
    stage: oneOf('stage', stages),
    organizationId: number('organizationId'),
    unitId: number('unitId'),
    handlerId: number('handlerId'),
    mine: oneOf('mine', ['true']),
    stepLate: oneOf('stepLate', ['true']),
    door: oneOf('door', doors),
    submittedFrom: day(read('submittedFrom')),
    submittedTo: day(read('submittedTo')),
    q: read('q'),
  }
  return {
    input,
    set: (name: FilterName, value: string | number | null | undefined) => set({ [name]: value }),
    isFiltered: has(names),
    clear: () => clear(names),
  }
}
