import type { ReactNode } from 'react'
import { PageTitle } from '../parts/PageTitle.tsx'
import { SubNav } from '../parts/SubNav.tsx'
import { useSay } from '../words.tsx'
import './policies.css'

const rooms = ['', '/rounds', '/regulations', '/terms', '/packages', '/senders'] as const

/** The head of the policies' screens with their rooms beneath. */
export function PolicyTitle(props: { title?: string; about?: ReactNode; actions?: ReactNode }) {
  const say = useSay()
  return (
    <>
      <PageTitle
        title={props.title ?? say('policies.title')}
        about={props.about}
        actions={props.actions}
      />
      <SubNav
        label={say('policies.title')}
        rooms={rooms.map((room) => ({
          to: `/documents/policies${room}`,
          words: say(`policies.room${room.replace('/', '.')}`),
          end: room === '',
        }))}
      />
    </>
  )
}
