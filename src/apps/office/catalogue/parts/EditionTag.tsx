import type { CatalogueEdition } from '#catalogue/contract'
import { useSay } from '../../words.tsx'

const dress = { draft: 'going', inForce: 'met', superseded: 'none', abandoned: 'none' } as const

/** The state of an edition; the catalogue that the program brings is nobody's and says so. */
export function EditionTag(props: { edition: Pick<CatalogueEdition, 'state' | 'organizationId'> }) {
  const say = useSay()
  if (props.edition.organizationId === null)
    return <span className="mark none">{say('office.catalogue.reference')}</span>
  const { state } = props.edition
  return <span className={`mark ${dress[state]}`}>{say(`office.catalogue.state.${state}`)}</span>
}
