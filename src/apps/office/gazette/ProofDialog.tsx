import { Button, Modal } from 'antd'
import { useState } from 'react'
import { entryText, issueById, judgeNewer, markProof } from '#gazette/contract'
import type { AnswerOf } from '../call.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

type Entry = AnswerOf<typeof issueById>['entries'][number]

/** A text as it will be printed, to be read: marked as read, or with an objection. */
export function ProofDialog(props: { entry: Entry; mayMark: boolean; close: () => void }) {
  const say = useSay()
  const { entry } = props
  const { data, error } = useCall(entryText, { id: entry.id }, { staleTime: 0 })
  const [note, setNote] = useState('')
  const mark = useAct(markProof, { refreshes: [issueById], done: props.close })
  const put = (verdict: 'read' | 'objection') =>
    data && mark.mutate({ id: entry.id, editionId: data.editionId, verdict, note })
  return (
    <Modal
      open
      width={860}
      title={data?.title ?? entry.title}
      onCancel={props.close}
      footer={
        props.mayMark && (
          <div className="actions">
            <Button disabled={note.trim() === ''} onClick={() => put('objection')}>
              {say('office.gazette.object')}
            </Button>
            <Button type="primary" disabled={!data} onClick={() => put('read')}>
              {say('office.gazette.read')}
            </Button>
          </div>
        )
      }
    >
      <RefusalNote error={error ?? mark.error} />
      <div
        className="gazette-proof"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the documents module
        dangerouslySetInnerHTML={{ __html: data?.html ?? '' }}
      />
      {props.mayMark && (
        <TextAreaField
          label={say('office.gazette.note')}
          optional
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
      )}
    </Modal>
  )
}

/** The text was corrected on the site since it was chosen: the new one, or the old with a reason. */
export function NewerDialog(props: { entry: Entry; close: () => void }) {
  const say = useSay()
  const { entry } = props
  const [reason, setReason] = useState('')
  const judge = useAct(judgeNewer, { refreshes: [issueById], done: props.close })
  const editionId = entry.newerEditionId ?? 0
  const compare = `/office/documents/${entry.documentId}/compare?from=${entry.editionId}&to=${editionId}`
  const put = (take: boolean) => judge.mutate({ id: entry.id, editionId, take, reason })
  return (
    <Modal
      open
      title={entry.title}
      onCancel={props.close}
      footer={
        <div className="actions">
          <Button disabled={reason.trim() === ''} onClick={() => put(false)}>
            {say('office.gazette.newer.keep')}
          </Button>
          <Button type="primary" onClick={() => put(true)}>
            {say('office.gazette.newer.take')}
          </Button>
        </div>
      }
    >
      <RefusalNote error={judge.error} />
      <p>{say('office.gazette.newer.about')}</p>
      <p>
        <a href={compare} target="_blank" rel="noreferrer">
          {say('office.gazette.newer.compare')}
        </a>
      </p>
      <TextField
        label={say('office.gazette.newer.reason')}
        optional
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </Modal>
  )
}
