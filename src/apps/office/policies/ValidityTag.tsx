import type { Validity } from '#policies/contract'
import { useSay } from '../words.tsx'

const marks: Readonly<Record<Validity, string>> = {
  pending: 'going',
  inForce: 'met',
  amended: 'due',
  repealed: 'late',
  expired: 'late',
  declaredExpired: 'late',
}

/** A validity in its word; colour and shape only help. */
export function ValidityTag({ validity }: { validity: Validity }) {
  const say = useSay()
  return <span className={`mark ${marks[validity]}`}>{say(`policy.validity.${validity}`)}</span>
}
