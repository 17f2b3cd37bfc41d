import { App, Button, Popconfirm } from 'antd'
import {
  listSessions,
  revokeOtherSessions,
  revokeSession,
  type SessionView,
} from '#accounts/contract'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { deviceOf } from './device.ts'

/** Where this account is signed in, each to be ended. */
export function Component() {
  const say = useSay()
  const { message } = App.useApp()
  const list = useCall(listSessions, {})
  const done = () => void message.success(say('office.sessions.ended'))
  const end = useAct(revokeSession, { refreshes: [listSessions], done })
  const endOthers = useAct(revokeOtherSessions, { refreshes: [listSessions], done })
  const sessions = list.data?.sessions ?? []
  const place = (session: SessionView) => {
    const device = deviceOf(session.userAgent)
    return (
      <>
        {device ? say('office.sessions.device', device) : say('office.sessions.unknown')}
        {session.current && <b> · {say('office.sessions.current')}</b>}
      </>
    )
  }
  return (
    <>
      <PageTitle
        title={say('office.sessions.title')}
        about={say('office.sessions.about')}
        actions={
          sessions.length > 1 && (
            <Popconfirm
              title={say('office.sessions.endOthers')}
              onConfirm={() => endOthers.mutate({})}
            >
              <Button danger>{say('office.sessions.endOthers')}</Button>
            </Popconfirm>
          )
        }
      />
      <RefusalNote error={list.error ?? end.error ?? endOthers.error} />
      <div className="query-table">
        <CardTable<SessionView>
          rowKey={(session) => session.id}
          loading={list.isPending}
          rows={sessions}
          columns={[
            { key: 'place', title: say('office.sessions.place'), show: place },
            { key: 'ip', title: say('office.sessions.ip'), show: (session) => session.ip },
            {
              key: 'since',
              title: say('office.sessions.since'),
              show: (session) => <DateText of={session.createdAt} minute />,
            },
            {
              key: 'seen',
              title: say('office.sessions.seen'),
              show: (session) => <DateText of={session.seenAt} minute />,
            },
            {
              key: 'end',
              title: '',
              align: 'right',
              show: (session) =>
                !session.current && (
                  <Button size="small" onClick={() => end.mutate({ id: session.id })}>
                    {say('office.sessions.end')}
                  </Button>
                ),
            },
          ]}
        />
      </div>
    </>
  )
}
