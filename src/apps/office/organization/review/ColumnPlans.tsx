import { Button } from 'antd'
import { useState } from 'react'
import { dropReviewPlan, reviewPlan, reviewPlans } from '#documents/contract'
import type { AnswerOf } from '../../call.ts'
import { CardTable } from '../../parts/CardTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useColumns } from '../parts/use-columns.ts'
import { useUnit } from '../unit.ts'
import { PlanDialog } from './PlanDialog.tsx'

type Plan = AnswerOf<typeof reviewPlans>['plans'][number]

/** Columns whose texts pass other steps than the rest of the unit's. */
export function ColumnPlans(props: { mayChange: boolean }) {
  const say = useSay()
  const { unit } = useUnit()
  const { byKey, trailOf } = useColumns()
  const { data, error } = useCall(reviewPlans, { organizationId: unit.id })
  const usual = useCall(reviewPlan, { organizationId: unit.id })
  const [open, setOpen] = useState<Plan | 'new' | null>(null)
  const drop = useAct(dropReviewPlan, {
    refreshes: [reviewPlan, reviewPlans],
    said: say('office.unit.saved'),
  })
  const plans = data?.plans.filter((plan) => plan.columnKey !== '') ?? []
  const nameOf = (plan: Plan): string => {
    const column = byKey.get(plan.columnKey)
    return column ? trailOf(column).join(' › ') : plan.columnName || plan.columnKey
  }
  const add = props.mayChange && (
    <Button onClick={() => setOpen('new')}>{say('office.unit.review.column.add')}</Button>
  )
  return (
    <section className="block" aria-labelledby="column-plans">
      <header className="block-head">
        <h2 id="column-plans">{say('office.unit.review.columns')}</h2>
        {plans.length > 0 && add}
      </header>
      <RefusalNote error={error ?? drop.error} />
      {data && plans.length === 0 ? (
        <Empty
          title={say('office.unit.review.columns.none')}
          next={say('office.unit.review.columns.none.next')}
          action={add}
        />
      ) : (
        <CardTable<Plan>
          rows={plans}
          rowKey={(plan) => plan.columnKey}
          columns={[
            { key: 'column', title: say('office.unit.column'), show: nameOf },
            {
              key: 'steps',
              title: say('office.unit.review.steps'),
              show: (plan) => plan.steps.map((role) => say(`office.role.${role}`)).join(' → '),
            },
            {
              key: 'setBy',
              title: say('office.unit.review.setBy'),
              width: 200,
              show: (plan) =>
                plan.setBy.id === unit.id ? say('office.unit.review.setBy.own') : plan.setBy.name,
            },
            {
              key: 'acts',
              title: '',
              width: 190,
              align: 'right',
              show: (plan) =>
                props.mayChange && (
                  <span className="row-acts">
                    <Button
                      size="small"
                      aria-label={say('office.unit.review.change.of', { name: nameOf(plan) })}
                      onClick={() => setOpen(plan)}
                    >
                      {say('office.unit.review.change')}
                    </Button>
                    {plan.setBy.id === unit.id && (
                      <Button
                        size="small"
                        type="text"
                        aria-label={say('office.unit.review.column.drop', { name: nameOf(plan) })}
                        onClick={() =>
                          drop.mutate({ organizationId: unit.id, columnKey: plan.columnKey })
                        }
                      >
                        {say('office.unit.review.drop')}
                      </Button>
                    )}
                  </span>
                ),
            },
          ]}
        />
      )}
      {open && (
        <PlanDialog
          columnKey={open === 'new' ? null : open.columnKey}
          {...(open !== 'new' && { columnName: nameOf(open) })}
          steps={open === 'new' ? (usual.data?.steps ?? []) : open.steps}
          taken={plans.map((plan) => plan.columnKey)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
