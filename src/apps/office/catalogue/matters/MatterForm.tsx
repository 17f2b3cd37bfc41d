import type { MatterElement, MatterElements } from '#catalogue/contract'
import { Field } from '../../parts/Field.tsx'
import { useSay } from '../../words.tsx'
import { ElementControl } from './ElementControl.tsx'
import { elementOrder } from './elements.ts'

const named = new Set<MatterElement>(['level1'])
const wide = new Set<MatterElement>([
  'contentElements',
  'legalBases',
  'timeLimit',
  'disclosingBody',
  'channels',
  'extra',
])
const hinted = new Set<MatterElement>(['contentElements', 'legalBases', 'timeLimit', 'channels'])

/** Every element of an entry, to be written or corrected. */
export function MatterForm(props: {
  value: MatterElements
  onChange: (value: MatterElements) => void
  problems?: Partial<Record<MatterElement, string>>
}) {
  const say = useSay()
  const { value, onChange, problems } = props
  const shown = elementOrder.filter(
    (name) =>
      (name !== 'audienceGroup' || value.audience === 'group') &&
      (name !== 'extra' || Object.keys(value.extra).length > 0),
  )
  return (
    <div className="matter-form">
      {shown.map((name) => (
        <div key={name} className={wide.has(name) ? 'wide' : undefined}>
          <Field
            label={say(`office.catalogue.element.${name}`)}
            name={name}
            optional={!named.has(name)}
            problem={problems?.[name]}
            hint={hinted.has(name) && say(`office.catalogue.element.${name}.hint`)}
          >
            {(ids) => (
              <ElementControl
                element={name}
                ids={ids}
                value={value[name]}
                onChange={(one) => onChange({ ...value, [name]: one })}
              />
            )}
          </Field>
        </div>
      ))}
    </div>
  )
}
