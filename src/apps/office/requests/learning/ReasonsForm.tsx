import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  askReasons,
  judgeReasons,
  likeRequests,
  type Resemblance,
  requestCase,
} from '#requests/contract'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

const refreshes = [likeRequests, requestCase] as const

function Ask(props: { id: number; of: Resemblance }) {
  const say = useSay()
  const [ground, setGround] = useState('')
  const act = useAct(askReasons, { refreshes })
  return (
    <div className="stack-fields">
      <RefusalNote error={act.error} />
      <Field label={say('learning.reasons.ground')} optional>
        {(ids) => (
          <Input
            {...ids}
            maxLength={500}
            value={ground}
            onChange={({ target }) => setGround(target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          loading={act.isPending}
          onClick={() =>
            act.mutate({
              id: props.id,
              version: props.of.version,
              on: dateAt(new Date()),
              ground,
            })
          }
        >
          {say('learning.reasons.ask')}
        </Button>
      </div>
    </div>
  )
}

function Judge(props: { id: number; of: Resemblance }) {
  const say = useSay()
  const [outcome, setOutcome] = useState<'reasonable' | 'unreasonable'>('reasonable')
  const [delayedUntil, setDelayedUntil] = useState('')
  const [note, setNote] = useState('')
  const act = useAct(judgeReasons, { refreshes })
  return (
    <form
      className="stack-fields"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({
          id: props.id,
          version: props.of.version,
          outcome,
          delayedUntil: outcome === 'reasonable' && delayedUntil !== '' ? delayedUntil : null,
          note,
        })
      }}
    >
      <RefusalNote error={act.error} />
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
        <Field
          label={say('learning.reasons.until')}
          hint={props.of.dueOn && say('learning.reasons.due', { on: props.of.dueOn })}
        >
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={delayedUntil}
              onChange={({ target }) => setDelayedUntil(target.value)}
            />
          )}
        </Field>
      )}
      <Field label={say('learning.reasons.note')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <div>
        <Button htmlType="submit" disabled={note.trim().length < 2} loading={act.isPending}>
          {say('learning.reasons.judge')}
        </Button>
      </div>
    </form>
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
