import { SubNav } from '../parts/SubNav.tsx'
import { useSay } from '../words.tsx'
import './life-cycle.css'

/** The rooms of the documents: all of them, and the ways beside the ordinary one. */
export function Rooms() {
  const say = useSay()
  return (
    <SubNav
      label={say('office.rooms.documents')}
      rooms={[
        { to: '/documents', words: say('office.rooms.all'), end: true },
        { to: '/documents/policies', words: say('policies.title') },
        { to: '/documents/re-review', words: say('office.rooms.reReview') },
        { to: '/documents/bundle', words: say('office.rooms.bundle') },
        { to: '/documents/urgent', words: say('office.rooms.urgent') },
        { to: '/documents/events', words: say('office.rooms.events') },
        { to: '/documents/mixed-content', words: say('documents.mixedContent') },
        { to: '/documents/live-findings', words: say('documents.liveFindings') },
        { to: '/documents/words', words: say('office.words.title') },
        { to: '/documents/limits', words: say('office.rooms.limits') },
      ]}
    />
  )
}
