import { Link } from 'react-router'
import type { Structure } from '#catalogue/contract'
import { matterName } from '../../parts/MatterSelect.tsx'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { useFields } from '../fields.ts'
import { Fold } from '../parts/Fold.tsx'

/** First-level matters that are missing, with the reason where there is one; matters without a body. */
export function StructureGaps(props: { structure: Structure }) {
  const say = useSay()
  const { edition } = useEdition()
  const { nameOf } = useFields()
  const { comparedWith, level1Expected, level1Present, level1Missing, bodyMissing } =
    props.structure
  const unexplained = level1Missing.filter((one) => one.reason === null)
  const explained = level1Missing.filter((one) => one.reason !== null)
  return (
    <>
      <p className="quiet">{say(`office.catalogue.comparedWith.${comparedWith}`)}</p>
      {comparedWith !== 'nothing' && (
        <p>
          {say('office.catalogue.structure.counts', {
            present: level1Present,
            expected: level1Expected,
          })}
        </p>
      )}
      {unexplained.length > 0 && (
        <Fold
          open
          title={say('office.catalogue.structure.missing', { count: unexplained.length })}
          about={say('office.catalogue.structure.missing.about')}
        >
          <ul className="plain-list">
            {unexplained.map((one) => (
              <li key={`${one.fieldCode} ${one.level1}`}>
                <span className="mark late">{nameOf(one.fieldCode)}</span> {one.level1}{' '}
                <small className="quiet">
                  {say('office.catalogue.counts', { count: one.matterCount })}
                </small>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {explained.length > 0 && (
        <Fold title={say('office.catalogue.structure.explained', { count: explained.length })}>
          <ul className="plain-list">
            {explained.map((one) => (
              <li key={`${one.fieldCode} ${one.level1}`}>
                <span className="mark none">{nameOf(one.fieldCode)}</span> {one.level1}{' '}
                <span className="quiet">{one.reason}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {bodyMissing.length > 0 && (
        <Fold
          open
          title={say('office.catalogue.structure.bodyMissing', { count: bodyMissing.length })}
        >
          <ul className="plain-list">
            {bodyMissing.map((one) => (
              <li key={one.code}>
                <span className="mark late">{nameOf(one.fieldCode)}</span>{' '}
                <Link to={`/catalogue/editions/${edition.id}?matter=${one.code}`}>
                  {matterName(one)}
                </Link>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}
