import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { topicById } from '#topics/contract'
import type { AnswerOf } from '../call.ts'
import { PolicySelect } from '../interpretation/PolicySelect.tsx'
import { Field } from '../parts/Field.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useSay } from '../words.tsx'

type Gathered = AnswerOf<typeof topicById>['choices'][number]

/** Documents with what can be done about each, and the reason for it. */
export function Lines(props: {
  documents: readonly Gathered[]
  action: string
  /** A reason is asked for where a person decides against the rule. */
  asks: boolean
  onAct: ((documentId: number, reason: string) => void) | null
}) {
  const say = useSay()
  const { modal } = App.useApp()
  const act = (one: Gathered) => {
    if (!props.asks) return props.onAct?.(one.documentId, '')
    let reason = ''
    void modal.confirm({
      title: props.action,
      content: (
        <Input
          aria-label={say('office.topics.reason')}
          placeholder={say('office.topics.reason')}
          maxLength={200}
          onChange={(event) => {
            reason = event.target.value
          }}
        />
      ),
      onOk: () => props.onAct?.(one.documentId, reason),
    })
  }
  return (
    <ul className="points">
      {props.documents.map((one) => (
        <li key={one.documentId}>
          {one.verdict !== 'rule' && <b>{say(`office.topics.${one.verdict}`)} </b>}
          <a href={`/d/${one.documentId}`}>{one.title}</a>{' '}
          <small className="quiet">
            {one.organizationName} {one.publishedOn} {one.reason}
          </small>{' '}
          {props.onAct && (
            <Button size="small" type="link" onClick={() => act(one)}>
              {props.action}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Puts in a document that the rule does not find: looked for by words of its title, or by its number. */
export function Pick(props: { onPick: (documentId: number, reason: string) => void }) {
  const say = useSay()
  const [documentId, setDocumentId] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (documentId) props.onPick(documentId, reason)
      }}
    >
      <Field label={say('office.topics.pick.id')}>
        {(ids) => (
          <PolicySelect
            {...ids}
            placeholder={say('office.topics.pick.choose')}
            value={documentId}
            onChange={setDocumentId}
          />
        )}
      </Field>
      <TextField
        label={say('office.topics.reason')}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <Button htmlType="submit" disabled={!documentId || reason.trim() === ''}>
        {say('office.topics.pick')}
      </Button>
    </form>
  )
}
