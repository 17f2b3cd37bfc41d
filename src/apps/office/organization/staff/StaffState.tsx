import type { Staff } from '#accounts/contract'
import { useSay } from '../../words.tsx'

type Account = Pick<Staff, 'disabledAt' | 'lockedUntil' | 'passwordMustChange'>

const stateOf = (staff: Account) => {
  if (staff.disabledAt) return ['disabled', 'none'] as const
  if (staff.lockedUntil && new Date(staff.lockedUntil) > new Date())
    return ['locked', 'late'] as const
  return staff.passwordMustChange ? (['first', 'due'] as const) : (['open', 'met'] as const)
}

/** Whether an account can be used: open, with a first password still, locked, closed. */
export function StaffState(props: { staff: Account }) {
  const say = useSay()
  const [state, mark] = stateOf(props.staff)
  return <span className={`mark ${mark}`}>{say(`office.unit.staff.state.${state}`)}</span>
}
