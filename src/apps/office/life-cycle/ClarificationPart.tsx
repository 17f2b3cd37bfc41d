import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  clarifications,
  documentList,
  linkClarification,
  unlinkClarification,
} from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import './life-cycle.css'

type Line = AnswerOf<typeof clarifications>['corrects'][number]

function Said(props: { of: Line }) {
  const say = useSay()
  const { document, rumour, rumourSource, rumourSeenOn } = props.of
  if (document)
    return (
      <span>
        <Link to={`/documents/${document.id}`}>{document.title}</Link>
        {!document.live && <small className="quiet"> {say('clarification.draft')}</small>}
      </span>
    )
  return (
    <span>
      {rumour}
      <small className="quiet">
        {' '}
        {rumourSource} {rumourSeenOn && <DateText of={rumourSeenOn} />}
      </small>
    </span>
  )
}

function AddDialog(props: { documentId: number; onClose: () => void }) {
  const say = useSay()
  const [kind, setKind] = useState<'document' | 'rumour'>('document')
  const [words, setWords] = useState('')
  const [correctsId, setCorrects] = useState<number | null>(null)
  const [rumour, setRumour] = useState('')
  const [rumourSource, setSource] = useState('')
  const [rumourSeenOn, setSeen] = useState('')
  const { data } = useCall(
    documentList,
    { state: 'published', ...(words && { q: words }), limit: 20 },
    { keepPrevious: true },
  )
  const act = useAct(linkClarification, { refreshes: [clarifications], done: props.onClose })
  const isDocument = kind === 'document'
  const isReady = isDocument
    ? correctsId !== null
    : rumour.trim().length > 1 && rumourSource.trim().length > 1
  return (
    <Modal
      open
      title={say('clarification.corrects')}
      okText={say('clarification.add')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() =>
        act.mutate(
          isDocument
            ? { id: props.documentId, correctsId }
            : {
                id: props.documentId,
                rumour: rumour.trim(),
                rumourSource: rumourSource.trim(),
                rumourSeenOn: rumourSeenOn || null,
              },
        )
      }
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <Radio.Group
          aria-label={say('clarification.corrects')}
          className="choices"
          value={kind}
          onChange={({ target }) => setKind(target.value as typeof kind)}
          options={(['document', 'rumour'] as const).map((value) => ({
            value,
            label: say(`clarification.kind.${value}`),
          }))}
        />
        {isDocument ? (
          <Field label={say('clarification.document')}>
            {(ids) => (
              <Select
                {...ids}
                className="whole"
                placeholder={say('clarification.search')}
                showSearch={{ filterOption: false, onSearch: setWords }}
                value={correctsId}
                onChange={(id: number) => setCorrects(id)}
                options={(data?.items ?? [])
                  .filter((line) => line.documentId !== props.documentId)
                  .map((line) => ({ value: line.documentId, label: line.title }))}
              />
            )}
          </Field>
        ) : (
          <>
            <Field label={say('clarification.rumour')}>
              {(ids) => (
                <Input.TextArea
                  {...ids}
                  maxLength={1000}
                  value={rumour}
                  onChange={(event) => setRumour(event.target.value)}
                />
              )}
            </Field>
            <Field label={say('clarification.source')}>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={500}
                  value={rumourSource}
                  onChange={(event) => setSource(event.target.value)}
                />
              )}
            </Field>
            <Field label={say('clarification.seenOn')} optional>
              {(ids) => (
                <Input
                  {...ids}
                  type="date"
                  value={rumourSeenOn}
                  onChange={(event) => setSeen(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
      </div>
    </Modal>
  )
}

/** What this sets right, and what sets it right (M40). */
export function ClarificationPart(props: { documentId: number }) {
  const say = useSay()
  const [isAdding, setAdding] = useState(false)
  const { data } = useCall(clarifications, { id: props.documentId })
  const remove = useAct(unlinkClarification, { refreshes: [clarifications] })
  if (!data) return null
  const { corrects, correctedBy, mayLink } = data
  if (corrects.length + correctedBy.length === 0 && !mayLink) return null
  return (
    <section className="part" aria-labelledby="part-clarification">
      <h2 id="part-clarification">{say('clarification.title')}</h2>
      <RefusalNote error={remove.error} />
      {corrects.length + correctedBy.length === 0 && (
        <p className="quiet">{say('clarification.none')}</p>
      )}
      {correctedBy.length > 0 && (
        <>
          <h3>{say('clarification.correctedBy')}</h3>
          <ul className="said">
            {correctedBy.map((line) => (
              <li key={line.id}>
                <Said of={line} />
              </li>
            ))}
          </ul>
        </>
      )}
      {corrects.length > 0 && (
        <>
          <h3>{say('clarification.corrects')}</h3>
          <ul className="said">
            {corrects.map((line) => (
              <li key={line.id}>
                <div className="said-head">
                  <Said of={line} />
                  {mayLink && (
                    <Button size="small" type="text" onClick={() => remove.mutate({ id: line.id })}>
                      {say('clarification.remove')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayLink && (
        <div className="part-actions">
          <Button size="small" onClick={() => setAdding(true)}>
            {say('clarification.add')}
          </Button>
        </div>
      )}
      {isAdding && <AddDialog documentId={props.documentId} onClose={() => setAdding(false)} />}
    </section>
  )
}
