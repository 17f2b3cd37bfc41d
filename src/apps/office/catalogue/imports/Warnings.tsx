import { useSay } from '../../words.tsx'
import { Fold } from '../parts/Fold.tsx'

interface Warning {
  readonly row: number | null
  readonly code: string
  readonly text: string
}

/** What a person should look at in the table; the same words once, with all their rows. */
export function Warnings(props: { warnings: readonly Warning[] }) {
  const say = useSay()
  if (props.warnings.length === 0) return null
  const byText = [...Map.groupBy(props.warnings, (one) => one.text)]
  return (
    <section className="block">
      <Fold
        open={byText.length <= 8}
        title={say('office.catalogue.import.warnings.title', { count: props.warnings.length })}
        about={say('office.catalogue.import.warnings.about')}
      >
        <ul className="plain-list">
          {byText.map(([text, list]) => {
            const rows = list.flatMap((one) => (one.row === null ? [] : [one.row]))
            return (
              <li key={text}>
                {text}
                {rows.length > 0 && (
                  <small className="quiet">
                    {' '}
                    {say('office.catalogue.import.atRows', { rows: rows.join(', ') })}
                  </small>
                )}
              </li>
            )
          })}
        </ul>
      </Fold>
    </section>
  )
}
