import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useKey } from '../../keys.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { useSay } from '../../words.tsx'
import { existsToday, useUnit } from '../unit.ts'
import { owedFields, registerFields } from './fields.ts'

/** The entry as it stands: first what the public reads, then what the house knows it by. */
export function RegisterEntry(props: { onEdit: () => void }) {
  const say = useSay()
  const { unit, may } = useUnit()
  const mayEdit = may.describe && existsToday(unit)
  useKey('e', say('office.unit.register.edit'), () => mayEdit && props.onEdit())
  const successor = useOrganizations().find((one) => one.id === unit.successorId)
  const empty = owedFields.filter((field) => unit[field] === '')
  return (
    <>
      <section className="block" aria-labelledby="register">
        <header className="block-head">
          <h2 id="register">{say('office.unit.register')}</h2>
          {mayEdit && <Button onClick={props.onEdit}>{say('office.unit.register.edit')}</Button>}
        </header>
        {empty.length > 0 && (
          <p className="unit-note">
            {say('office.unit.register.lacks', {
              fields: empty
                .map((field) => say(`organizations.field.${field}`))
                .join(say('office.unit.comma')),
            })}
          </p>
        )}
        <dl className="entry">
          {registerFields.map((field) => (
            <Line key={field} name={say(`organizations.field.${field}`)}>
              {unit[field] && <span className="as-typed">{unit[field]}</span>}
            </Line>
          ))}
        </dl>
      </section>
      <section className="block" aria-labelledby="identity">
        <h2 id="identity">{say('office.unit.identity')}</h2>
        <dl className="entry">
          <Line name={say('organizations.field.name')}>{unit.name}</Line>
          <Line name={say('organizations.field.shortName')}>{unit.shortName}</Line>
          <Line name={say('organizations.field.code')}>
            <code>{unit.code}</code>
          </Line>
          <Line name={say('organizations.field.kind')}>
            {say(`organizations.kind.${unit.kind}`)}
          </Line>
          <Line name={say('organizations.field.level')}>
            {say(`organizations.level.${unit.level}`)}
          </Line>
          <Line name={say('organizations.field.creditCode')}>
            {unit.creditCode && <code>{unit.creditCode}</code>}
          </Line>
          <Line name={say('organizations.field.regionCode')}>
            {unit.regionCode && <code>{unit.regionCode}</code>}
          </Line>
          <Line name={say('organizations.field.validFrom')}>{unit.validFrom}</Line>
          {unit.validTo && <Line name={say('organizations.field.validTo')}>{unit.validTo}</Line>}
          {unit.successorId && (
            <Line name={say('organizations.field.successorId')}>
              <Link to={`/organization/${unit.successorId}`}>
                {successor?.name ?? unit.successorId}
              </Link>
            </Line>
          )}
          <Line name={say('organizations.field.subjectKeys')}>
            {unit.subjectKeys.length > 0 && (
              <ul className="words">
                {unit.subjectKeys.map((key) => (
                  <li key={key}>{key}</li>
                ))}
              </ul>
            )}
            <p className="field-about">{say('office.unit.subjectKeys.about')}</p>
          </Line>
        </dl>
      </section>
    </>
  )
}

function Line(props: { name: string; children: ReactNode }) {
  const say = useSay()
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children || <span className="quiet">{say('office.unit.notGiven')}</span>}</dd>
    </div>
  )
}
