import { Input, Modal, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import {
  agreementAnswers,
  agreements,
  answerAgreement,
  askAgreement,
  decideAgreement,
  desk,
  owed,
} from '#documents/contract'
import { Field } from '../parts/Field.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import type { Asked } from './AgreementPart.tsx'

const refreshes = [agreements, desk, owed]

function Dialog(props: {
  title: string
  ok: string
  isReady: boolean
  isBusy: boolean
  error: unknown
  onOk: () => void
  onClose: () => void
  children: ReactNode
}) {
  const say = useSay()
  return (
    <Modal
      open
      title={props.title}
      okText={props.ok}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !props.isReady }}
      confirmLoading={props.isBusy}
      onOk={props.onOk}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={props.error} />
        {props.children}
      </div>
    </Modal>
  )
}

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
      isBusy={act.isPending}
      error={act.error}
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
      <Field label={say('agreement.units')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            className="whole"
            value={organizationIds}
            onChange={(chosen: number[]) => setUnits(chosen)}
            showSearch={{ optionFilterProp: 'label' }}
            options={organizations.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label={say('agreement.question')} optional>
        {(ids) => (
          <Input.TextArea
            {...ids}
            maxLength={1000}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={say('agreement.dueOn')}
        optional
        hint={<p>{say('agreement.due.hint', { source: props.source })}</p>}
      >
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={dueOn}
            onChange={(event) => setDue(event.target.value)}
          />
        )}
      </Field>
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
      isBusy={act.isPending}
      error={act.error}
      onClose={props.onClose}
      onOk={() => act.mutate({ id: props.of.id, answer, note: note.trim() })}
    >
      <Radio.Group
        aria-label={say('agreement.answer')}
        className="choices"
        value={answer}
        onChange={({ target }) => setAnswer(target.value as typeof answer)}
        options={agreementAnswers.map((value) => ({
          value,
          label: say(`agreement.answer.${value}`),
        }))}
      />
      <Field
        label={say('agreement.answer.note')}
        optional={answer === 'agreed'}
        hint={answer !== 'agreed' && <p>{say('agreement.answer.need')}</p>}
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
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
      isBusy={act.isPending}
      error={act.error}
      onClose={props.onClose}
      onOk={() => act.mutate({ id: props.editionId, verdict, reason: reason.trim() })}
    >
      <Radio.Group
        aria-label={say('agreement.decide')}
        className="choices"
        value={verdict}
        onChange={({ target }) => setVerdict(target.value as typeof verdict)}
        options={(['proceed', 'refrain'] as const).map((value) => ({
          value,
          label: say(`agreement.verdict.${value}`),
        }))}
      />
      <Field label={say('agreement.reason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
