import type { MatterElement } from '#catalogue/contract'
import { useSay } from '../../words.tsx'
import { ElementValue } from './ElementValue.tsx'

interface Change {
  readonly element: MatterElement
  readonly before?: unknown
  readonly after?: unknown
}

/** Elements before and after, each in its words. */
export function ChangeList(props: { changes: readonly Change[] }) {
  const say = useSay()
  return (
    <dl className="change-list">
      {props.changes.map((change) => (
        <div key={change.element}>
          <dt>{say(`office.catalogue.element.${change.element}`)}</dt>
          <dd className="before">
            <span className="aside-text">{say('office.catalogue.before')}</span>
            <ElementValue element={change.element} value={change.before} />
          </dd>
          <dd className="after">
            <span className="aside-text">{say('office.catalogue.after')}</span>
            <ElementValue element={change.element} value={change.after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
