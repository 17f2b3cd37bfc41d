import type { EditionState, ReviewRole } from '#documents/contract'
import { useSay } from '../words.tsx'

/** Which of the marks' shapes a state takes: going, done, come back, at rest. */
const looks: Readonly<Record<EditionState, string>> = {
  draft: 'blank',
  inReview: 'going',
  returned: 'late',
  approved: 'going',
  scheduled: 'going',
  published: 'met',
  superseded: 'none',
  withdrawn: 'none',
  abandoned: 'none',
}

/** Where an edition stands, and for whom it waits. */
export function StateTag(props: { state: EditionState; waitsFor?: ReviewRole | null }) {
  const say = useSay()
  const words =
    props.state === 'inReview' && props.waitsFor
      ? say('desk.state.waitsFor', { role: say(`office.role.${props.waitsFor}`) })
      : say(`desk.state.${props.state}`)
  return <span className={`mark ${looks[props.state]}`}>{words}</span>
}
