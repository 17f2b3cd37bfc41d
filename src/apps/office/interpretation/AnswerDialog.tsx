import { Input, Modal } from 'antd'
import { useState } from 'react'
import { type AnswerLine, addAnswer, changeAnswer, listAnswers } from '#interpretation/contract'
import type { Wire } from '../call.ts'
import { drafters } from '../documents/drafters.ts'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { PolicySelect } from './PolicySelect.tsx'

/** Writes an answer, or changes one: what was passed stays up until the change is passed. */
export function AnswerDialog(props: { answer: Wire<AnswerLine> | null; onClose: () => void }) {
  const say = useSay()
  const { me, holds } = useSession()
  const { answer } = props
  const [organizationId, setOrganization] = useState<number | null>(me.staff.organizationId)
  const [fields, setFields] = useState({
    policyId: answer?.policy?.documentId ?? null,
    question: answer?.question ?? '',
    answer: answer?.answer ?? '',
    validUntil: answer?.validUntil ?? '',
  })
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const options = { refreshes: [listAnswers], done: props.onClose }
  const add = useAct(addAnswer, options)
  const change = useAct(changeAnswer, options)
  const send = () => {
    const input = { ...fields, validUntil: fields.validUntil || null }
    if (answer) change.mutate({ ...input, id: answer.id, version: answer.version })
    else if (organizationId !== null) add.mutate({ ...input, organizationId })
  }
  const isReady = fields.question.trim() !== '' && fields.answer.trim() !== ''
  return (
    <Modal
      open
      width={720}
      title={say(answer ? 'office.consultation.change' : 'office.consultation.add')}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={add.isPending || change.isPending}
      onOk={send}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={add.error ?? change.error} />
        {!answer && (
          <Field label={say('office.organization')}>
            {({ id }) => (
              <OrganizationSelect
                id={id}
                value={organizationId}
                onChange={setOrganization}
                may={(one) => holds(drafters, one.path)}
              />
            )}
          </Field>
        )}
        <Field label={say('office.interpretation.policy')} optional>
          {({ id }) => (
            <PolicySelect
              id={id}
              value={fields.policyId}
              known={answer?.policy ?? null}
              onChange={(policyId) => set({ policyId })}
            />
          )}
        </Field>
        <Field label={say('office.consultation.question')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={500}
              value={fields.question}
              onChange={(event) => set({ question: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('office.consultation.answer')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 4 }}
              maxLength={10_000}
              value={fields.answer}
              onChange={(event) => set({ answer: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={say('office.consultation.validUntil')}
          optional
          hint={say('office.consultation.validUntil.hint')}
        >
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={fields.validUntil}
              onChange={(event) => set({ validUntil: event.target.value })}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
