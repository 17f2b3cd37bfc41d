import { DateText } from '../../parts/DateText.tsx'
import { LightTag } from '../../parts/StandingTag.tsx'
import { useSay } from '../../words.tsx'
import type { Writing } from '../writing.ts'
import { clauseName } from './ClauseChoice.tsx'

/** By when it must be out, and how that day was counted. */
export function ClockPart(props: {
  clock: Writing['clock']
  /** Set once it is out: the clock has stopped. */
  publishedAt: string | null
}) {
  const say = useSay()
  const { clock } = props
  return (
    <section className="part" aria-labelledby="part-clock">
      <h2 id="part-clock">{say('desk.clock')}</h2>
      {clock.dueOn ? (
        <p className="clock-due">
          <b>
            <DateText of={clock.dueOn} />
          </b>
          {clock.light !== 'none' && !props.publishedAt && <LightTag light={clock.light} />}
        </p>
      ) : (
        <p className="quiet">
          {say(clock.rules.length > 0 ? 'desk.clock.unknown' : 'desk.clock.noMatter')}
        </p>
      )}
      {props.publishedAt && (
        <p>
          {say('desk.list.publishedOn')} <DateText of={props.publishedAt} minute />
        </p>
      )}
      {clock.rules.length > 0 && (
        <details>
          <summary>{say('desk.clock.how')}</summary>
          {clock.formedOn && (
            <p>
              {say('field.formedOn')} <DateText of={clock.formedOn} />
            </p>
          )}
          <ul className="rules">
            {clock.rules.map((rule) => (
              <li key={rule.matterCode}>
                <b>{rule.name}</b>
                {rule.timeLimit && <span>{say('desk.clock.asks', { limit: rule.timeLimit })}</span>}
                {rule.clause && (
                  <span>
                    {say('desk.clause.counts', {
                      clause: clauseName(say, rule.clause.when),
                      ground: say(`desk.clause.by.${rule.clause.by}`),
                    })}
                  </span>
                )}
                <span className="quiet">
                  {say(`calendar.why.${rule.why.code}`, rule.why as never)}
                </span>
                {rule.dueOn && <DateText of={rule.dueOn} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
