import type { CaseShape } from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { useSay } from '../words.tsx'
import { Strip } from './Strip.tsx'

/** Every limit of the case: until when, how it is counted, by which article; each opens as its days. */
export function DuesPart({ of }: { of: CaseShape }) {
  const say = useSay()
  if (of.dues.length === 0) return null
  return (
    <section className="block" aria-labelledby="case-dues">
      <h2 id="case-dues">{say('office.case.dues')}</h2>
      <ul className="dues">
        {of.dues.map((due) => (
          <li key={due.what}>
            <p>
              <strong>{say(`office.case.due.${due.what}`)}</strong> <DateText of={due.dueOn} />
            </p>
            <p className="quiet">
              {say(`office.case.limit.${due.unit}`, { count: due.count, from: due.from })} ·{' '}
              {due.article}
            </p>
            {due.days.length > 0 && (
              <details>
                <summary>{say('office.case.due.days')}</summary>
                <Strip clock={due} today={of.today} label={say(`office.case.due.${due.what}`)} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
