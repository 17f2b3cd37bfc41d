import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { CardTable, Cell } from '../parts/card-table.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import type { OrganizationLine, OrganizationRef, OrganizationsView } from '../views.ts'

const columns = ['name', 'duties', 'address', 'telephone', 'head'] as const

/** Names alone, in a line. */
export const Names = ({ organizations }: { organizations: readonly OrganizationRef[] }) => {
  const { to, contentLang } = useChrome()
  return (
    <ul class="inline" lang={contentLang}>
      {organizations.map(({ code, name }) => (
        <li key={code}>
          <a href={to(addresses.organization(code))}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

const Register = ({
  caption,
  units,
}: {
  caption: string
  units: readonly (OrganizationLine & { readonly villages?: readonly OrganizationRef[] })[]
}) => {
  const { say, to, contentLang } = useChrome()
  const label = (name: (typeof columns)[number]) => say(`portal.unit.${name}`)
  return (
    <CardTable
      caption={caption}
      kind="register"
      columns={columns.map((name) => ({ name, words: label(name) }))}
    >
      {units.map((unit) => (
        <tbody key={unit.code} lang={contentLang}>
          <tr>
            <th scope="row">
              <a href={to(addresses.organization(unit.code))}>{unit.name}</a>
            </th>
            <Cell label={label('duties')}>{unit.duties}</Cell>
            <Cell label={label('address')}>{unit.address}</Cell>
            <Cell label={label('telephone')}>
              {unit.telephone && <a href={`tel:${unit.telephone}`}>{unit.telephone}</a>}
            </Cell>
            <Cell label={label('head')}>{unit.head}</Cell>
          </tr>
          {unit.villages && unit.villages.length > 0 && (
            <tr class="villages">
              <td colSpan={columns.length}>
                <Names organizations={unit.villages} />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </CardTable>
  )
}

const Organizations = (view: OrganizationsView) => {
  const { say } = useChrome()
  const groups = ['departments', 'towns', 'enterprises'] as const
  return (
    <FixedPage name="organizations" door="organizations">
      {groups
        .filter((group) => view[group].length > 0)
        .map((group) => (
          <section key={group}>
            <h2>{say(`portal.units.${group}`)}</h2>
            <Register caption={say(`portal.units.${group}`)} units={view[group]} />
          </section>
        ))}
    </FixedPage>
  )
}

/** The unit register: departments, towns with their villages, public enterprises (M20). */
export const renderOrganizations = (view: OrganizationsView, chrome: Chrome): string =>
  draw(chrome, <Organizations {...view} />)
