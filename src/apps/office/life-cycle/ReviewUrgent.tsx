import { Radio } from 'antd'
import { useState } from 'react'
import {
  desk,
  owed,
  reviewUrgent,
  urgentChoices,
  urgentOutcomes,
  urgentReleases,
} from '#documents/contract'
import { Dialog } from '../parts/Dialog.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

type Outcome = (typeof urgentOutcomes)[number]

/** The second pair of eyes: confirm, have it corrected, or take it off. */
export function ReviewUrgent(props: {
  urgent: { readonly id: number; readonly title: string }
  onDone: () => void
  onClose: () => void
}) {
  const say = useSay()
  const [outcome, setOutcome] = useState<Outcome>('confirm')
  const [note, setNote] = useState('')
  const act = useAct(reviewUrgent, {
    refreshes: [urgentReleases, urgentChoices, owed, desk],
    done: props.onDone,
  })
  return (
    <Dialog
      title={props.urgent.title}
      ok={say('urgent.review')}
      act={act}
      isReady={note.trim().length >= 2}
      danger={outcome === 'withdraw'}
      onOk={() => act.mutate({ id: props.urgent.id, outcome, note: note.trim() })}
      onClose={props.onClose}
    >
      <Radio.Group
        className="choices"
        aria-label={say('urgent.review')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
      >
        {urgentOutcomes.map((value) => (
          <Radio key={value} value={value}>
            {say(`urgent.outcome.${value}`)}
            <small>{say(`urgent.${value}.about`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      <TextAreaField
        label={say('urgent.note')}
        hint={outcome !== 'confirm' && say('urgent.note.public')}
        autoSize={{ minRows: 3 }}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  )
}
