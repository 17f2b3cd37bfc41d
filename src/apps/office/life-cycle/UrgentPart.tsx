import { App, Button } from 'antd'
import { useState } from 'react'
import { desk, owed, releaseUrgently, today, urgentChoices } from '#documents/contract'
import { minuteAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { type Answering, answered, SecrecyForm } from '../desk/actions/SecrecyForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { ReviewUrgent } from './ReviewUrgent.tsx'
import './life-cycle.css'

type Choices = AnswerOf<typeof urgentChoices>

function ReleaseDialog(props: {
  editionId: number
  choices: Choices
  ready: () => Promise<number>
  onClose: () => void
  onDone: (reviewer: string) => void
}) {
  const say = useSay()
  const { choices } = props
  const [reason, setReason] = useState('')
  const [reviewerId, setReviewer] = useState<number | null>(null)
  const [secrecy, setSecrecy] = useState<Answering>({})
  const act = useAct(releaseUrgently, {
    refreshes: [desk, urgentChoices, today, owed],
    done: () => props.onDone(choices.reviewers.find((one) => one.id === reviewerId)?.name ?? ''),
  })
  return (
    <Dialog
      title={say('urgent.title')}
      ok={say('urgent.release')}
      act={act}
      width={600}
      danger
      isReady={reason.trim().length >= 2 && reviewerId !== null && answered(secrecy) !== null}
      onOk={async () => {
        const answers = answered(secrecy)
        if (reviewerId === null || answers === null) return
        const version = await props.ready()
        act.mutate({
          id: props.editionId,
          version,
          reason: reason.trim(),
          reviewerId,
          secrecy: answers,
        })
      }}
      onClose={props.onClose}
    >
      <p>{say('urgent.about')}</p>
      <TextAreaField
        label={say('urgent.reason')}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <SelectField
        label={say('urgent.reviewer')}
        problem={choices.reviewers.length === 0 && say('urgent.reviewer.none')}
        hint={
          <p>
            {say('urgent.reviewer.hint', {
              date: minuteAt(new Date(choices.dueAt)),
              source: choices.source,
            })}
          </p>
        }
        className="whole"
        value={reviewerId}
        onChange={(id: number) => setReviewer(id)}
        options={choices.reviewers.map((one) => ({ value: one.id ?? 0, label: one.name }))}
      />
      <SecrecyForm given={secrecy} onChange={setSecrecy} />
    </Dialog>
  )
}

/** Releasing ahead of review, and the second look that is owed for it (M38). */
export function UrgentPart(props: { editionId: number; ready: () => Promise<number> }) {
  const say = useSay()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'release' | 'review' | null>(null)
  const { data } = useCall(urgentChoices, { id: props.editionId })
  const done = data?.release
  if (!data || (!data.mayRelease && !done)) return null
  return (
    <section className="part" aria-labelledby="part-urgent">
      <h2 id="part-urgent">{say('urgent.title')}</h2>
      {done && (
        <div className="said">
          <p>{done.reason}</p>
          <p className="quiet">
            {done.releasedBy} <DateText of={done.releasedAt} minute />
          </p>
          {done.outcome === null ? (
            <p>
              <span className={`mark ${done.late ? 'late' : 'due'}`}>
                {say('urgent.waits', {
                  name: done.reviewer.name,
                  date: minuteAt(new Date(done.dueAt)),
                })}
              </span>
            </p>
          ) : (
            <p>
              <span className={`mark ${done.outcome === 'confirm' ? 'met' : 'late'}`}>
                {say('urgent.reviewed', {
                  name: done.reviewedBy,
                  outcome: say(`urgent.outcome.${done.outcome}`),
                })}
              </span>{' '}
              {done.note}
            </p>
          )}
        </div>
      )}
      <div className="part-actions">
        {done?.mayReview && (
          <Button size="small" type="primary" onClick={() => setOpen('review')}>
            {say('urgent.review')}
          </Button>
        )}
        {data.mayRelease && (
          <Button size="small" danger onClick={() => setOpen('release')}>
            {say('urgent.release')}
          </Button>
        )}
      </div>
      {open === 'release' && (
        <ReleaseDialog
          editionId={props.editionId}
          choices={data}
          ready={props.ready}
          onClose={() => setOpen(null)}
          onDone={(name) => {
            setOpen(null)
            void message.success(say('urgent.done', { name }))
          }}
        />
      )}
      {open === 'review' && done && (
        <ReviewUrgent
          urgent={done}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            void message.success(say('agreement.done'))
          }}
        />
      )}
    </section>
  )
}
