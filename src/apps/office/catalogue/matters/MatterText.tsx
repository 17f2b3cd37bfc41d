import type { Matter } from '#catalogue/contract'
import { useSay } from '../../words.tsx'
import { ElementValue } from '../parts/ElementValue.tsx'
import { elementOrder } from './elements.ts'

/** An entry as it reads where it can no longer be changed. */
export function MatterText(props: { matter: Matter }) {
  const say = useSay()
  const { matter } = props
  const shown = elementOrder.filter(
    (name) =>
      (name !== 'level3' || matter.level3) &&
      (name !== 'audienceGroup' || matter.audience === 'group') &&
      (name !== 'extra' || Object.keys(matter.extra).length > 0),
  )
  return (
    <dl className="matter-text">
      {shown.map((name) => (
        <div key={name}>
          <dt>{say(`office.catalogue.element.${name}`)}</dt>
          <dd>
            <ElementValue element={name} value={matter[name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
