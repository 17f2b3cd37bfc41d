import { declareNotApplicable, type Obligation } from '#catalogue/contract'
import type { Endpoint } from '#platform/endpoint'
import { matterName } from '../../parts/MatterSelect.tsx'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** Declares that nothing of a kind happens at a unit; the reason stands on the public account. */
export function NotApplicable(props: {
  duty: Obligation
  refreshes: readonly Endpoint[]
  onClose: () => void
}) {
  const say = useSay()
  const { organizationId, matterCode } = props.duty
  const act = useAct(declareNotApplicable, {
    refreshes: props.refreshes,
    said: say('office.done'),
    done: props.onClose,
  })
  return (
    <ReasonDialog
      title={say('office.catalogue.notApplicable.title', { name: matterName(props.duty) })}
      label={say('office.catalogue.notApplicable.reason')}
      hint={say('office.catalogue.notApplicable.hint')}
      ok={say('office.catalogue.notApplicable')}
      most={1000}
      act={act}
      onReason={(reason) => act.mutate({ organizationId, matterCode, reason })}
      onClose={props.onClose}
    />
  )
}
