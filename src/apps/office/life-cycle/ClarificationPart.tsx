import { Button, Radio } from 'antd'
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
import { Dialog } from '../parts/Dialog.tsx'
import { optionsOf } from '../parts/options.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
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
    <Dialog
      title={say('clarification.corrects')}
      ok={say('clarification.add')}
      act={act}
      isReady={isReady}
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
      onClose={props.onClose}
    >
      <Radio.Group
        aria-label={say('clarification.corrects')}
        className="choices"
        value={kind}
        onChange={({ target }) => setKind(target.value as typeof kind)}
        options={optionsOf(['document', 'rumour'] as const, (value) =>
          say(`clarification.kind.${value}`),
        )}
      />
      {isDocument ? (
        <SelectField
          label={say('clarification.document')}
          className="whole"
          placeholder={say('clarification.search')}
          showSearch={{ filterOption: false, onSearch: setWords }}
          value={correctsId}
          onChange={(id: number) => setCorrects(id)}
          options={(data?.items ?? [])
            .filter((line) => line.documentId !== props.documentId)
            .map((line) => ({ value: line.documentId, label: line.title }))}
        />
      ) : (
        <>
          <TextAreaField
            label={say('clarification.rumour')}
            maxLength={1000}
            value={rumour}
            onChange={setRumour}
          />
          <TextField
            label={say('clarification.source')}
            maxLength={500}
            value={rumourSource}
            onChange={setSource}
          />
          <DayField
            label={say('clarification.seenOn')}
            optional
            value={rumourSeenOn}
            onChange={setSeen}
          />
        </>
      )}
    </Dialog>
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
