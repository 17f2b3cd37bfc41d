import { Radio } from 'antd'
import { useState } from 'react'
import {
  agreementAnswers,
  agreements,
  answerAgreement,
  askAgreement,
  decideAgreement,
  desk,
  owed,
} from '#documents/contract'
import { Dialog } from '../parts/Dialog.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import type { Asked } from './AgreementPart.tsx'

const refreshes = [agreements, desk, owed]

/** Which units, what they should look at, by when. */
export function AskDialog(props: {
  editionId: number
  units: number[]
  source: string
  onClose: () => void
}) {
  const say = useSay()
  const organizations = useOrganizations()
  const [organizationIds, setUnits] = useState(props.units)
  const [question, setQuestion] = useState('')
  const [dueOn, setDue] = useState('')
  const act = useAct(askAgreement, { refreshes, done: props.onClose })
  return (
    <Dialog
      title={say('agreement.title')}
      ok={say('agreement.ask')}
      isReady={organizationIds.length > 0}
      act={act}
      onClose={props.onClose}
      onOk={() =>
        act.mutate({
          id: props.editionId,
          organizationIds,
          question: question.trim(),
          dueOn: dueOn || null,
        })
      }
    >
      <SelectField
        label={say('agreement.units')}
        mode="multiple"
        className="whole"
        value={organizationIds}
        onChange={(chosen: number[]) => setUnits(chosen)}
        showSearch={{ optionFilterProp: 'label' }}
        options={organizations.map((one) => ({ value: one.id, label: one.name }))}
      />
      <TextAreaField
        label={say('agreement.question')}
        optional
        maxLength={1000}
        value={question}
        onChange={setQuestion}
      />
      <DayField
        label={say('agreement.dueOn')}
        optional
        hint={say('agreement.due.hint', { source: props.source })}
        value={dueOn}
        onChange={setDue}
      />
    </Dialog>
  )
}

/** A unit's word: agreed, agreed with changes, objected with its reason. */
export function AnswerDialog(props: { of: Asked; onClose: () => void }) {
  const say = useSay()
  const [answer, setAnswer] = useState<(typeof agreementAnswers)[number]>('agreed')
  const [note, setNote] = useState('')
  const act = useAct(answerAgreement, { refreshes, done: props.onClose })
  return (
    <Dialog
      title={say('agreement.answer.title', { name: props.of.organization.name })}
      ok={say('agreement.answer')}
      isReady={answer === 'agreed' || note.trim().length >= 2}
      act={act}
      onClose={props.onClose}
      onOk={() => act.mutate({ id: props.of.id, answer, note: note.trim() })}
    >
      <Radio.Group
        aria-label={say('agreement.answer')}
        className="choices"
        value={answer}
        onChange={({ target }) => setAnswer(target.value as typeof answer)}
        options={optionsOf(agreementAnswers, (value) => say(`agreement.answer.${value}`))}
      />
      <TextAreaField
        label={say('agreement.answer.note')}
        optional={answer === 'agreed'}
        hint={answer !== 'agreed' && say('agreement.answer.need')}
        autoSize={{ minRows: 3 }}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  )
}

/** The common superior decides where units do not agree. */
export function DecideDialog(props: { editionId: number; onClose: () => void }) {
  const say = useSay()
  const [verdict, setVerdict] = useState<'proceed' | 'refrain'>('proceed')
  const [reason, setReason] = useState('')
  const act = useAct(decideAgreement, { refreshes, done: props.onClose })
  return (
    <Dialog
      title={say('agreement.decide.title')}
      ok={say('agreement.decide')}
      isReady={reason.trim().length >= 2}
      act={act}
      onClose={props.onClose}
      onOk={() => act.mutate({ id: props.editionId, verdict, reason: reason.trim() })}
    >
      <Radio.Group
        aria-label={say('agreement.decide')}
        className="choices"
        value={verdict}
        onChange={({ target }) => setVerdict(target.value as typeof verdict)}
        options={optionsOf(['proceed', 'refrain'] as const, (value) =>
          say(`agreement.verdict.${value}`),
        )}
      />
      <TextAreaField
        label={say('agreement.reason')}
        autoSize={{ minRows: 3 }}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}
