import type { events } from '#documents/contract'
import { minuteAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { useSay } from '../words.tsx'

type Event = AnswerOf<typeof events>['events'][number]

/** The clocks of an emergency, each with its hours, its limit and where it stands in the law. */
export function Clocks(props: { of: Event }) {
  const say = useSay()
  return (
    <ul className="clocks">
      {props.of.clocks.map((clock) => {
        const at = minuteAt(new Date(clock.doneAt ?? clock.dueAt))
        return (
          <li key={clock.name} className={clock.state}>
            <b>
              {say(`event.clock.${clock.name}`)} · {say('event.hours', { n: clock.hours })}
            </b>
            <span className={clock.state === 'late' ? 'late-text' : undefined}>
              {say(`event.clock.${clock.state}`, { at })}
            </span>
            <small>{clock.source}</small>
          </li>
        )
      })}
    </ul>
  )
}
