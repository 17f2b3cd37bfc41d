import { useState } from 'react'
import { type OverruleGroundCode, overruleFinding, overruleGroundList } from '#documents/contract'
import { Dialog } from '../../parts/Dialog.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import type { Seen } from './examination.ts'

const shortestReason = 4

/** Answers by name for something that looks like personal data and has to be public. */
export function OverruleDialog(props: {
  editionId: number
  seen: Seen
  onDone: () => void
  onClose: () => void
}) {
  const say = useSay()
  const { seen } = props
  const grounds = useCall(overruleGroundList, {})
  const [ground, setGround] = useState<OverruleGroundCode | null>(null)
  const [reason, setReason] = useState('')
  const act = useAct(overruleFinding, {
    said: say('desk.overrule.done'),
    done: props.onDone,
  })
  return (
    <Dialog
      title={say('desk.overrule.title')}
      ok={say('desk.examined.overrule')}
      act={{ error: act.error ?? grounds.error, isPending: act.isPending }}
      isReady={ground !== null && reason.trim().length >= shortestReason}
      onOk={() =>
        ground &&
        act.mutate({ id: props.editionId, kind: seen.kind, value: seen.value, ground, reason })
      }
      onClose={props.onClose}
    >
      <p>{say('desk.overrule.about', { masked: seen.masked })}</p>
      <SelectField
        label={say('desk.overrule.ground')}
        value={ground}
        onChange={setGround}
        options={(grounds.data ?? []).map(({ code, article }) => ({
          value: code,
          label: [say(`documents.overrule.${code}`), article].filter(Boolean).join(' · '),
        }))}
      />
      <TextAreaField
        label={say('desk.overrule.reason')}
        hint={say('desk.overrule.reason.hint')}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}
