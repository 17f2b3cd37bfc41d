import { Button } from 'antd'
import { Link } from 'react-router'
import { today } from '#documents/contract'
import { ReportTasks } from '../annual-report/ReportTasks.tsx'
import type { AnswerOf } from '../call.ts'
import { drafters } from '../documents/drafters.ts'
import { HeldTasks } from '../interpretation/HeldTasks.tsx'
import { OwedTasks } from '../interpretation/OwedTasks.tsx'
import { Owed } from '../life-cycle/Owed.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { RequestTasks } from '../requests/RequestTasks.tsx'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { CalendarAwaited } from './CalendarAwaited.tsx'
import { TaskList } from './TaskList.tsx'
import { UnitStanding } from './UnitStanding.tsx'
import './today.css'

/** In the order in which a day goes: others wait for me, then mine, then what is coming. */
const lists = ['waiting', 'returned', 'ready', 'arrived', 'due', 'drafts'] as const

/** Where each list goes on when it was cut. */
const further: Readonly<Record<(typeof lists)[number], string>> = {
  waiting: '/documents?state=inReview',
  returned: '/documents?state=returned&mine=true',
  ready: '/documents?state=approved',
  arrived: '/documents?state=draft',
  due: '/documents?due=soon',
  drafts: '/documents?state=draft&mine=true',
}

type Tasks = AnswerOf<typeof today>

/** What stands in a list above, with its light, is not said twice. */
const onlyHere = (due: Tasks['due'], tasks: Tasks): Tasks['due'] => {
  const above = new Set(
    [
      ...tasks.waiting.items,
      ...tasks.returned.items,
      ...tasks.ready.items,
      ...tasks.arrived.items,
    ].map((line) => line.editionId),
  )
  return { ...due, items: due.items.filter((line) => !above.has(line.editionId)) }
}

/** The first screen: what waits for me, what came back, what is late; then where my unit stands. */
export function Component() {
  const say = useSay()
  const { me, holds } = useSession()
  const { data, error, refetch } = useCall(today, {}, { staleTime: 0 })
  const mayDraft = holds(drafters)
  const tasks = data && { ...data, due: onlyHere(data.due, data) }
  const shown = tasks ? lists.filter((name) => tasks[name].items.length > 0) : []
  return (
    <>
      <PageTitle
        title={say('office.menu.today')}
        about={me.staff.grants
          .map((grant) => `${grant.organizationName} · ${say(`office.role.${grant.role}`)}`)
          .slice(0, 3)
          .join(say('office.and'))}
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
          <CalendarAwaited />
          <RequestTasks />
          <Owed />
          <HeldTasks />
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
          {tasks &&
            shown.map((name) => (
              <TaskList key={name} name={name} list={tasks[name]} further={further[name]} />
            ))}
          <OwedTasks />
          <ReportTasks />
        </div>
        <UnitStanding />
      </div>
    </>
  )
}
