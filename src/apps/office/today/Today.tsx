import { Button } from 'antd'
import { Link } from 'react-router'
import { today } from '#documents/contract'
import { drafters } from '../documents/drafters.ts'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { TaskList } from './TaskList.tsx'
import { UnitStanding } from './UnitStanding.tsx'
import './today.css'

/** In the order in which a day goes: others wait for me, then mine, then what is coming. */
const lists = ['waiting', 'returned', 'ready', 'due', 'drafts'] as const

/** Where each list goes on when it was cut. */
const further: Readonly<Record<(typeof lists)[number], string>> = {
  waiting: '/documents?state=inReview',
  returned: '/documents?state=returned&mine=true',
  ready: '/documents?state=approved',
  due: '/documents?due=soon',
  drafts: '/documents?state=draft&mine=true',
}

/** The first screen: what waits for me, what came back, what is late; then where my unit stands. */
export function Component() {
  const say = useSay()
  const { me, holds } = useSession()
  const { data, error, refetch } = useCall(today, {}, { staleTime: 0 })
  const mayDraft = holds(drafters)
  const shown = data ? lists.filter((name) => data[name].items.length > 0) : []
  return (
    <>
      <PageTitle
        title={say('office.menu.today')}
        about={me.staff.grants
          .map((grant) => `${grant.organizationName} · ${say(`office.role.${grant.role}`)}`)
          .slice(0, 3)
          .join('，')}
        actions={
          mayDraft && (
            <Link to="/documents/new">
              <Button type="primary" tabIndex={-1}>
                {say('desk.new')}
              </Button>
            </Link>
          )
        }
      />
      <div className="today">
        <div>
          {error && !data && <Fault error={error} retry={() => void refetch()} />}
          {!data && !error && <Waiting rows={8} />}
          {data && shown.length === 0 && (
            <section className="block">
              <Empty
                title={say('desk.today.clear')}
                next={say(mayDraft ? 'desk.today.clear.draft' : 'desk.today.clear.wait')}
              />
            </section>
          )}
          {data &&
            shown.map((name) => (
              <TaskList key={name} name={name} list={data[name]} further={further[name]} />
            ))}
        </div>
        <UnitStanding />
      </div>
    </>
  )
}
