import type { ReactNode } from 'react'
import { PageTitle } from '../parts/PageTitle.tsx'
import { SubNav } from '../parts/SubNav.tsx'
import { useSay } from '../words.tsx'

/** The head of the screens about annual reports: the list, old ones, local dates. */
export function ReportsTitle(props: { about: ReactNode; actions?: ReactNode }) {
  const say = useSay()
  return (
    <>
      <PageTitle
        title={say('office.reports.title')}
        about={props.about}
        actions={props.actions ?? null}
      />
      <SubNav
        label={say('office.reports.title')}
        rooms={[
          { to: '/reports', words: say('office.reports.list'), end: true },
          { to: '/reports/old', words: say('office.reports.old') },
          { to: '/reports/rules', words: say('office.reports.rules') },
        ]}
      />
    </>
  )
}
