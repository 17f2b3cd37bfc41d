import { SubNav } from '../parts/SubNav.tsx'
import { useSay } from '../words.tsx'

/** The rooms of the requests, side by side. */
export function RequestRooms() {
  const say = useSay()
  return (
    <SubNav
      label={say('office.menu.requests')}
      rooms={[
        { to: '/requests', words: say('office.requests.desk'), end: true },
        { to: '/requests/fees', words: say('learning.fees') },
        { to: '/requests/dockets', words: say('learning.dockets') },
        { to: '/requests/analysis', words: say('learning.analysis') },
        { to: '/requests/letters', words: say('office.letters.rooms') },
        { to: '/requests/rules', words: say('office.requests.rules') },
      ]}
    />
  )
}
