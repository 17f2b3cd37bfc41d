import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReviewRole, reviewRoles } from '#documents/contract'
import { useSay } from '../../words.tsx'

/** Steps in an order of one's own, by buttons, so that it works without a mouse. */
export function StepOrder(props: {
  steps: readonly ReviewRole[]
  onChange: (steps: readonly ReviewRole[]) => void
}) {
  const say = useSay()
  const { steps, onChange } = props
  const rest = reviewRoles.filter((role) => !steps.includes(role))
  const swap = (at: number, other: number) =>
    onChange(
      steps.map((role, i) => (i === at ? steps[other] : i === other ? steps[at] : role) ?? role),
    )
  return (
    <fieldset className="choices">
      <legend>{say('office.unit.review.steps')}</legend>
      <ol className="step-order" aria-live="polite">
        {steps.map((role, at) => {
          const name = say(`office.role.${role}`)
          return (
            <li key={role}>
              <span>{name}</span>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={say('office.unit.review.up', { name })}
                disabled={at === 0}
                onClick={() => swap(at, at - 1)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={say('office.unit.review.down', { name })}
                disabled={at === steps.length - 1}
                onClick={() => swap(at, at + 1)}
              />
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined aria-hidden />}
                aria-label={say('office.unit.review.without', { name })}
                onClick={() => onChange(steps.filter((one) => one !== role))}
              />
            </li>
          )
        })}
      </ol>
      {rest.length > 0 && (
        <p className="add-steps">
          <span className="quiet">{say('office.unit.review.add')}</span>
          {rest.map((role) => (
            <Button key={role} size="small" onClick={() => onChange([...steps, role])}>
              + {say(`office.role.${role}`)}
            </Button>
          ))}
        </p>
      )}
      {!steps.includes('secrecyReviewer') && (
        <p className="problem">{say('documents.planNeedsSecrecy')}</p>
      )}
    </fieldset>
  )
}
