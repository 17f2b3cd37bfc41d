import type { Matter } from '#catalogue/contract'
import { useSay } from '../../words.tsx'

const dress = { page: 'met', knowledge: 'due', local: 'going' } as const

/** Where a matter comes from: seen in a published table, reconstructed, or written here. */
export function Provenance(props: { of: Matter['provenance'] }) {
  const say = useSay()
  return (
    <span className={`mark ${dress[props.of]}`} title={say(`catalogue.provenance.${props.of}`)}>
      {say(`office.catalogue.provenance.${props.of}`)}
    </span>
  )
}
