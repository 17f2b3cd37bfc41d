import { useState } from 'react'
import { type AnswerLine, addAnswer, changeAnswer, listAnswers } from '#interpretation/contract'
import type { Wire } from '../call.ts'
import { drafters } from '../documents/drafters.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationField } from '../parts/OrganizationField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
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
    <Dialog
      title={say(answer ? 'office.consultation.change' : 'office.consultation.add')}
      ok={say('office.save')}
      act={answer ? change : add}
      width={720}
      isReady={isReady}
      onOk={send}
      onClose={props.onClose}
    >
      {!answer && (
        <OrganizationField
          label={say('office.organization')}
          value={organizationId}
          onChange={setOrganization}
          may={(one) => holds(drafters, one.path)}
        />
      )}
      <Field label={say('office.interpretation.policy')} optional>
        {(ids) => (
          <PolicySelect
            {...ids}
            value={fields.policyId}
            known={answer?.policy ?? null}
            onChange={(policyId) => set({ policyId })}
          />
        )}
      </Field>
      <TextField
        label={say('office.consultation.question')}
        maxLength={500}
        value={fields.question}
        onChange={(question) => set({ question })}
      />
      <TextAreaField
        label={say('office.consultation.answer')}
        autoSize={{ minRows: 4 }}
        maxLength={10_000}
        value={fields.answer}
        onChange={(answer) => set({ answer })}
      />
      <DayField
        label={say('office.consultation.validUntil')}
        optional
        hint={say('office.consultation.validUntil.hint')}
        value={fields.validUntil}
        onChange={(validUntil) => set({ validUntil })}
      />
    </Dialog>
  )
}
