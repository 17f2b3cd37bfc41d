import { Link } from 'react-router'
import { listGrants } from '#accounts/contract'
import type { ReviewRole } from '#documents/contract'
import { useSay } from '../../words.tsx'
import { useEverySlice } from '../parts/use-every-slice.ts'
import { useUnit } from '../unit.ts'

// Names beyond these are a number: the roles' own page lists everybody.
const mostNamed = 3

/** The steps in order, each with who can pass it; a step that nobody can pass stops every text. */
export function PlanSteps(props: { steps: readonly ReviewRole[] }) {
  const say = useSay()
  const { unit, may } = useUnit()
  const { pages, isPending } = useEverySlice(
    listGrants,
    may.seeStaff ? { organizationId: unit.id, limit: 200 } : null,
  )
  const grants = pages.flatMap((page) => page.grants).filter((grant) => grant.disabledAt === null)
  const namesOf = (role: ReviewRole): string => {
    const names = [
      ...new Set(grants.filter((grant) => grant.role === role).map((grant) => grant.staffName)),
    ]
    const named = names.slice(0, mostNamed).join(say('office.unit.comma'))
    return names.length > mostNamed
      ? say('office.unit.review.more', { names: named, count: names.length })
      : named
  }
  return (
    <ol className="plan-steps">
      {props.steps.map((role) => {
        const names = namesOf(role)
        return (
          <li key={role}>
            <b>{say(`office.role.${role}`)}</b>
            {may.seeStaff && !isPending && (
              <span className={names ? 'quiet' : 'problem'}>
                {names || (
                  <>
                    {say('office.unit.review.nobody')}{' '}
                    <Link to={`/organization/${unit.id}/roles`}>
                      {say('office.unit.review.nobody.next')}
                    </Link>
                  </>
                )}
              </span>
            )}
          </li>
        )
      })}
      <li className="plan-end">
        <b>{say('office.unit.review.published')}</b>
      </li>
    </ol>
  )
}
