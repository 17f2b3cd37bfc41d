import { Radio } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  askReasons,
  judgeReasons,
  likeRequests,
  type Resemblance,
  requestCase,
} from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { DayField, TextField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

const refreshes = [likeRequests, requestCase] as const

function Ask(props: { id: number; of: Resemblance }) {
  const say = useSay()
  const [ground, setGround] = useState('')
  const act = useAct(askReasons, { refreshes })
  return (
    <ActForm
      act={act}
      ok={say('learning.reasons.ask')}
      plain
      onSubmit={() =>
        act.mutate({ id: props.id, version: props.of.version, on: dateAt(new Date()), ground })
      }
    >
      <TextField
        label={say('learning.reasons.ground')}
        optional
        maxLength={500}
        value={ground}
        onChange={setGround}
      />
    </ActForm>
  )
}

function Judge(props: { id: number; of: Resemblance }) {
  const say = useSay()
  const [outcome, setOutcome] = useState<'reasonable' | 'unreasonable'>('reasonable')
  const [delayedUntil, setDelayedUntil] = useState('')
  const [note, setNote] = useState('')
  const act = useAct(judgeReasons, { refreshes })
  return (
    <ActForm
      act={act}
      ok={say('learning.reasons.judge')}
      plain
      disabled={note.trim().length < 2}
      onSubmit={() =>
        act.mutate({
          id: props.id,
          version: props.of.version,
          outcome,
          delayedUntil: outcome === 'reasonable' && delayedUntil !== '' ? delayedUntil : null,
          note,
        })
      }
    >
      <Radio.Group
        aria-label={say('learning.reasons.outcome')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
        options={[
          { value: 'reasonable', label: say('learning.reasons.reasonable') },
          { value: 'unreasonable', label: say('learning.reasons.unreasonable') },
        ]}
      />
      {outcome === 'reasonable' && (
        <DayField
          label={say('learning.reasons.until')}
          hint={props.of.dueOn && say('learning.reasons.due', { on: props.of.dueOn })}
          value={delayedUntil}
          onChange={setDelayedUntil}
        />
      )}
      <TextAreaField
        label={say('learning.reasons.note')}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </ActForm>
  )
}

/** Reasons for a number clearly beyond what is reasonable: asked for, then judged (art. 35). */
export function ReasonsForm(props: { id: number; of: Resemblance }) {
  const say = useSay()
  const { excessive } = props.of
  return (
    <>
      <h3>{say('learning.reasons')}</h3>
      {!excessive && <Ask {...props} />}
      {excessive && (
        <p>
          {say('learning.reasons.asked', { on: excessive.askedOn })}
          {excessive.outcome && say(`learning.reasons.${excessive.outcome}`)}
          {excessive.delayedUntil &&
            say('learning.reasons.delayed', { on: excessive.delayedUntil })}
        </p>
      )}
      {excessive && !excessive.outcome && <Judge {...props} />}
    </>
  )
}
