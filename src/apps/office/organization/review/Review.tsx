import { App, Button } from 'antd'
import { useState } from 'react'
import { dropReviewPlan, reviewPlan, reviewPlans } from '#documents/contract'
import { Fault } from '../../parts/Fault.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { existsToday, useUnit } from '../unit.ts'
import { ColumnPlans } from './ColumnPlans.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { PlanSteps } from './PlanSteps.tsx'

/** The steps that texts of the unit pass, whose plan that is, and where a column has its own. */
export function Component() {
  const say = useSay()
  const { modal } = App.useApp()
  const { unit, may } = useUnit()
  const [isChanging, setChanging] = useState(false)
  const { data, error, refetch } = useCall(reviewPlan, { organizationId: unit.id })
  const drop = useAct(dropReviewPlan, {
    refreshes: [reviewPlan, reviewPlans],
    said: say('office.unit.saved'),
  })
  if (error) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const isOwn = data.setBy?.id === unit.id
  const mayChange = may.setPlan && existsToday(unit)
  const askDrop = () =>
    modal.confirm({
      title: say('office.unit.review.drop.sure'),
      content: say('office.unit.review.drop.about'),
      okText: say('office.unit.review.drop'),
      cancelText: say('office.cancel'),
      onOk: () => drop.mutate({ organizationId: unit.id }),
    })
  return (
    <>
      <section className="block" aria-labelledby="plan">
        <header className="block-head">
          <h2 id="plan">{say('office.unit.review')}</h2>
          {mayChange && (
            <div className="actions">
              {isOwn && <Button onClick={askDrop}>{say('office.unit.review.drop')}</Button>}
              <Button type="primary" onClick={() => setChanging(true)}>
                {say(isOwn ? 'office.unit.review.change' : 'office.unit.review.set')}
              </Button>
            </div>
          )}
        </header>
        <RefusalNote error={drop.error} />
        <p className="lead">
          {data.setBy === null
            ? say('office.unit.review.usual')
            : isOwn
              ? say('office.unit.review.own')
              : say('office.unit.review.from', { name: data.setBy.name })}
        </p>
        <PlanSteps steps={data.steps} />
        <p className="field-about">{say('office.unit.review.about')}</p>
      </section>
      <ColumnPlans mayChange={mayChange} />
      {isChanging && (
        <PlanDialog columnKey="" steps={data.steps} onClose={() => setChanging(false)} />
      )}
    </>
  )
}
