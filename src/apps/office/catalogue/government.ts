import { useAddress } from '../address.ts'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { useSession } from '../session.tsx'

type Organization = ReturnType<typeof useOrganizations>[number]

/** Who keeps a catalogue (条例 art. 4), as the server decides too. */
export const catalogueKeepers = ['disclosureOffice', 'administrator'] as const

const isGovernment = (one: Organization): boolean => one.kind === 'government'

// 国办发〔2019〕54号: counties, towns and sub-districts, and zones run in their stead.
const catalogueKinds = ['government', 'township', 'subdistrict', 'dispatched']

/** Who may have a catalogue of its own; the server decides too. */
export const mayHaveCatalogue = (one: Organization): boolean => catalogueKinds.includes(one.kind)

/** The government above (or equal to) an organization that stands nearest to it. */
const nearest = (all: readonly Organization[], path: string): Organization | undefined =>
  all
    .filter((one) => isGovernment(one) && path.startsWith(one.path))
    .sort((a, b) => b.path.length - a.path.length)[0]

/** Whose catalogue is looked at: as the address says, else the one that my unit works under. */
export const useGovernment = () => {
  const address = useAddress()
  const organizations = useOrganizations()
  const { me, holds } = useSession()
  const asked = address.number('of')
  const mine = organizations.find((one) => one.id === me.staff.organizationId)
  const government =
    organizations.find((one) => one.id === asked) ??
    (mine && nearest(organizations, mine.path)) ??
    organizations.find(isGovernment)
  return {
    government: government ?? null,
    /** More than one to choose from. */
    isOneOfMany: organizations.filter(mayHaveCatalogue).length > 1,
    choose: (id: number | null) => address.set({ of: id }),
    mayChange: government !== undefined && holds(catalogueKeepers, government.path),
  }
}
