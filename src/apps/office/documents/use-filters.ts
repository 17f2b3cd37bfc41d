import { attributes, editionStates } from '#documents/contract'
import { useAddress } from '../address.ts'

const names = ['organizationId', 'state', 'attribute', 'matterCode', 'due', 'mine', 'q'] as const
export type FilterName = (typeof names)[number]

/** The filters of the list of documents. */
export const useFilters = () => {
  const { read, number, oneOf, set, clear, has } = useAddress()
  const input = {
    organizationId: number('organizationId'),
    state: oneOf('state', editionStates),
    attribute: oneOf('attribute', attributes),
    matterCode: read('matterCode'),
    due: oneOf('due', ['late', 'soon']),
    mine: oneOf('mine', ['true']),
    q: read('q'),
  }
  return {
    input,
    set: (name: FilterName, value: string | number | null | undefined) => set({ [name]: value }),
    isFiltered: has(names),
    clear: () => clear(names),
  }
}
