import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { OrganizationSelect, useOrganizations } from '../parts/OrganizationSelect.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { SubNav } from '../parts/SubNav.tsx'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import './standing.css'

/** Whose standing is looked at: as the address says, else the highest unit that I work for. */
export const useUnit = () => {
  const address = useAddress()
  const { me } = useSession()
  const organizations = useOrganizations()
  const [widest] = me.staff.grants.toSorted((a, b) => a.path.length - b.path.length)
  const id = address.number('of') ?? widest?.organizationId ?? me.staff.organizationId
  return {
    id,
    unit: organizations.find((one) => one.id === id),
    choose: (of: number | null) => address.set({ of }),
  }
}

/** The head of the screens about standing: whose, and the three ways to look at it. */
export function StandingTitle(props: { about?: ReactNode; actions?: ReactNode }) {
  const say = useSay()
  const { id, unit, choose } = useUnit()
  const query = `?of=${id}`
  return (
    <>
      <PageTitle
        title={unit ? `${say('office.menu.standing')} · ${unit.name}` : say('office.menu.standing')}
        about={props.about ?? say('office.standing.about')}
        actions={
          <>
            <OrganizationSelect value={id} onChange={choose} label={say('office.organization')} />
            {props.actions}
            <Button onClick={() => window.print()}>{say('office.standing.print')}</Button>
          </>
        }
      />
      <SubNav
        label={say('office.menu.standing')}
        rooms={[
          { to: `/standing${query}`, words: say('office.standing.map'), end: true },
          { to: `/standing/coverage${query}`, words: say('office.standing.coverage') },
          { to: `/standing/cells${query}&below=true`, words: say('office.standing.cells') },
        ]}
      />
    </>
  )
}
