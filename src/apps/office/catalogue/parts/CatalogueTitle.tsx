import type { ReactNode } from 'react'
import { OrganizationSelect } from '../../parts/OrganizationSelect.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { SubNav } from '../../parts/SubNav.tsx'
import { useSay } from '../../words.tsx'
import { mayHaveCatalogue, useGovernment } from '../government.ts'

/** The head of the catalogue's screens: whose catalogue, and its three rooms. */
export function CatalogueTitle(props: { actions?: ReactNode; withoutGovernment?: boolean }) {
  const say = useSay()
  const { government, isOneOfMany, choose } = useGovernment()
  const query = isOneOfMany && government ? `?of=${government.id}` : ''
  return (
    <>
      <PageTitle
        title={say('office.menu.catalogue')}
        about={say('office.catalogue.about')}
        actions={
          <>
            {isOneOfMany && !props.withoutGovernment && (
              <OrganizationSelect
                value={government?.id}
                onChange={choose}
                may={mayHaveCatalogue}
                label={say('office.catalogue.government')}
              />
            )}
            {props.actions}
          </>
        }
      />
      <SubNav
        label={say('office.menu.catalogue')}
        rooms={[
          { to: `/catalogue${query}`, words: say('office.catalogue.editions'), end: true },
          { to: `/catalogue/imports${query}`, words: say('office.catalogue.imports') },
          { to: '/catalogue/duties', words: say('office.catalogue.duties') },
          { to: '/catalogue/negative-list', words: say('office.rooms.negative') },
        ]}
      />
    </>
  )
}
