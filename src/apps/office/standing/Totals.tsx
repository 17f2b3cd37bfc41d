import type { Share, StandingCounts } from '#assessment/contract'
import { StandingTag } from '../parts/StandingTag.tsx'
import { useSay } from '../words.tsx'
import { inOrder, percent } from './counts.ts'

/** Three figures in words before the map: coverage, timeliness, and how many stand how. */
export function Totals(props: { counts: StandingCounts; coverage: Share; onTime: Share }) {
  const say = useSay()
  const figure = (name: 'coverage' | 'onTime', share: Share) => (
    <div>
      <dt>{say(`office.standing.${name}.share`)}</dt>
      <dd>
        <strong>{percent(share)}</strong>{' '}
        <span className="quiet">
          {say('office.standing.of', { part: share.part, total: share.total })}
        </span>
      </dd>
    </div>
  )
  return (
    <dl className="totals">
      {figure('coverage', props.coverage)}
      {figure('onTime', props.onTime)}
      <div>
        <dt>{say('office.standing.duties')}</dt>
        <dd className="standings">
          {inOrder.map((standing) => (
            <StandingTag key={standing} standing={standing} count={props.counts[standing]} />
          ))}
        </dd>
      </div>
    </dl>
  )
}
