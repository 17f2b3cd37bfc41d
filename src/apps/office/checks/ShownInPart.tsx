import { shownIn } from '#documents/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** Every place that shows a document: whoever changes it changes all of them (M14). */
export function ShownInPart(props: { documentId: number }) {
  const say = useSay()
  const { data } = useCall(shownIn, { id: props.documentId })
  const places = (data ?? []).filter((place) => place.since !== null)
  if (places.length === 0) return null
  return (
    <section className="part" aria-labelledby="part-shown-in">
      <h2 id="part-shown-in">
        {say('documents.shownIn')}
        <span className="count">{places.length}</span>
      </h2>
      <p className="quiet">{say('documents.shownIn.note')}</p>
      <ul className="points">
        {places.map((place) => (
          <li key={`${place.columnId} ${place.organization.id}`}>
            <a href={place.address}>{place.column}</a>{' '}
            <span className="quiet">
              {place.organization.name}
              {place.main && ` · ${say('documents.shownIn.main')}`}
              {place.byReference && ` · ${say('documents.shownIn.byReference')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
