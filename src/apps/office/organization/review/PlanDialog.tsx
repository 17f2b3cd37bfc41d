import { useState } from 'react'
import { type ReviewRole, reviewPlan, reviewPlans, setReviewPlan } from '#documents/contract'
import { Field } from '../../parts/Field.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { ColumnSelect } from '../parts/ColumnSelect.tsx'
import { useUnit } from '../unit.ts'
import { StepOrder } from './StepOrder.tsx'

/** Sets the steps for the unit, or for one column of it; `null` asks first for which. */
export function PlanDialog(props: {
  columnKey: string | null
  columnName?: string
  steps: readonly ReviewRole[]
  /** Columns that have a plan of their own already. */
  taken?: readonly string[]
  onClose: () => void
}) {
  const say = useSay()
  const { unit } = useUnit()
  const [chosen, setChosen] = useState<string | null>(null)
  const [steps, setSteps] = useState(props.steps)
  const asks = props.columnKey === null
  return (
    <AskDialog
      title={
        props.columnName
          ? say('office.unit.review.of', { name: props.columnName })
          : say(asks ? 'office.unit.review.column.add' : 'office.unit.review.title', {
              name: unit.shortName,
            })
      }
      ok={say('office.save')}
      done={say('office.unit.saved')}
      endpoint={setReviewPlan}
      input={{
        organizationId: unit.id,
        // Nothing chosen is told apart from the empty key, which stands for every column.
        columnKey: asks ? chosen : props.columnKey,
        steps: [...steps],
      }}
      refreshes={[reviewPlan, reviewPlans]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          {asks && (
            <Field
              label={say('office.unit.column')}
              hint={say('office.unit.review.column.about')}
              problem={problemOf('columnKey')}
            >
              {(ids) => (
                <ColumnSelect
                  {...ids}
                  value={chosen}
                  onChange={setChosen}
                  may={(column) => !props.taken?.includes(column.key)}
                />
              )}
            </Field>
          )}
          <StepOrder steps={steps} onChange={setSteps} />
          {problemOf('steps') && <p className="problem">{problemOf('steps')}</p>}
          <p className="field-about">{say('office.unit.review.running')}</p>
        </>
      )}
    </AskDialog>
  )
}
