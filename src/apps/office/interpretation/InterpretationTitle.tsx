import type { ReactNode } from 'react'
import { PageTitle } from '../parts/PageTitle.tsx'
import { SubNav } from '../parts/SubNav.tsx'
import { useSay } from '../words.tsx'
import './interpretation.css'

const rooms = ['owed', 'shares', 'consultation', 'questions', 'programmes', 'rules'] as const

/** The head of the screens about interpretation. */
export function InterpretationTitle(props: { actions?: ReactNode }) {
  const say = useSay()
  return (
    <>
      <PageTitle
        title={say('office.interpretation')}
        about={say('office.interpretation.about')}
        actions={props.actions}
      />
      <SubNav
        label={say('office.interpretation')}
        rooms={[
          { to: '/interpretation', words: say('office.interpretation.materials'), end: true },
          ...rooms.map((room) => ({
            to: `/interpretation/${room}`,
            words: say(`office.interpretation.${room}`),
          })),
        ]}
      />
    </>
  )
}
