import type { ItemCount } from '#catalogue/contract'
import { useSay } from '../../words.tsx'
import { useFields } from '../fields.ts'

const columns = [
  'matterCount',
  'proactiveCount',
  'onRequestCount',
  'notDisclosedCount',
  'requiredChannelCount',
  'optionalChannelCount',
] as const satisfies readonly (keyof ItemCount)[]

/** How many items must be disclosed and how many may, field by field (M19). */
export function ItemCounts(props: { counts: readonly ItemCount[] }) {
  const say = useSay()
  const { nameOf } = useFields()
  return (
    <>
      <p className="quiet">{say('office.catalogue.counts.about')}</p>
      <div className="scroll">
        <table className="plain-table figures">
          <thead>
            <tr>
              <th scope="col">{say('office.catalogue.field')}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {say(`office.catalogue.counts.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.counts.map((one) => (
              <tr key={one.fieldCode}>
                <th scope="row">{nameOf(one.fieldCode)}</th>
                {columns.map((name) => (
                  <td key={name}>{one[name]}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('office.catalogue.counts.total')}</th>
              {columns.map((name) => (
                <td key={name}>{props.counts.reduce((sum, one) => sum + one[name], 0)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}
