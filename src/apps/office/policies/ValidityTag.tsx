import { Tag } from 'antd'
import type { Validity } from '#policies/contract'
import { useSay } from '../words.tsx'

const colours: Readonly<Record<Validity, string>> = {
  pending: 'blue',
  inForce: 'green',
  amended: 'gold',
  repealed: 'red',
  expired: 'red',
  declaredExpired: 'red',
}

/** A validity in its word; the colour only helps. */
export function ValidityTag({ validity }: { validity: Validity }) {
  const say = useSay()
  return <Tag color={colours[validity]}>{say(`policy.validity.${validity}`)}</Tag>
}
