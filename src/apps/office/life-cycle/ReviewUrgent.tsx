import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import {
  desk,
  owed,
  reviewUrgent,
  urgentChoices,
  urgentOutcomes,
  urgentReleases,
} from '#documents/contract'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
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
    <Modal
      open
      width={560}
      title={props.urgent.title}
      okText={say('urgent.review')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: note.trim().length < 2, danger: outcome === 'withdraw' }}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() => act.mutate({ id: props.urgent.id, outcome, note: note.trim() })}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
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
        <Field
          label={say('urgent.note')}
          hint={outcome !== 'confirm' && <p>{say('urgent.note.public')}</p>}
        >
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 3 }}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
