import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import {
  answerPage,
  redactionSegments,
  releaseRedaction,
  resultCodes,
  uploadOriginal,
} from '#requests/contract'
import { type AnswerOf, type RefusalError, upload } from '../../call.ts'
import { DropFile } from '../../documents/DropFile.tsx'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { refresh, useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

type Page = AnswerOf<typeof answerPage>
type Redaction = Page['redactions'][number]

const grounds = resultCodes.filter(
  (code) => code.startsWith('refused/') && code !== 'refused/query_matter',
)

interface Part {
  readonly from?: number
  readonly to?: number
}

/** Paragraphs or lines of a file; what is ticked, or selected with the mouse or keyboard, is taken out. */
function Chooser({ of, onDone }: { of: Redaction; onDone: () => void }) {
  const say = useSay()
  const [chosen, setChosen] = useState<Readonly<Record<string, Part>>>({})
  const [ground, setGround] = useState<(typeof grounds)[number]>('refused/third_party')
  const [note, setNote] = useState('')
  const read = useAct(redactionSegments)
  const release = useAct(releaseRedaction, { refreshes: [answerPage], done: onDone })
  const choose = (segment: string, part: Part | null) => {
    const { [segment]: _, ...rest } = chosen
    setChosen(part ? { ...rest, [segment]: part } : rest)
  }
  if (!read.data)
    return (
      <>
        <RefusalNote error={read.error} />
        <Button loading={read.isPending} onClick={() => read.mutate({ redactionId: of.id })}>
          {say('office.answer.choose')}
        </Button>
      </>
    )
  return (
    <div className="stack-fields">
      <p className="quiet">{say('office.answer.chooseAbout')}</p>
      <ol className="segments" lang="zh-CN">
        {read.data.segments.map((one) => {
          const part = chosen[one.id]
          const [from, to] = [part?.from ?? 0, part?.to ?? one.text.length]
          return (
            <li key={one.id}>
              <Checkbox
                checked={part !== undefined}
                aria-label={one.text}
                onChange={({ target }) => choose(one.id, target.checked ? {} : null)}
              />
              <textarea
                readOnly
                rows={Math.min(6, Math.ceil(one.text.length / 40))}
                aria-label={`${one.where} ${one.text}`}
                value={one.text}
                onSelect={({ currentTarget }) => {
                  const { selectionStart, selectionEnd } = currentTarget
                  if (selectionEnd > selectionStart && !one.where.startsWith('page:'))
                    choose(one.id, { from: selectionStart, to: selectionEnd })
                }}
              />
              {part && <mark>{one.text.slice(from, to)}</mark>}
            </li>
          )
        })}
      </ol>
      <div className="field-row">
        <Field label={say('office.answer.ground')}>
          {(ids) => (
            <Select
              {...ids}
              value={ground}
              onChange={setGround}
              options={grounds.map((value) => ({ value, label: say(`requests.result.${value}`) }))}
            />
          )}
        </Field>
        <TextField label={say('office.answer.note')} optional value={note} onChange={setNote} />
      </div>
      <RefusalNote error={release.error} />
      <Button
        type="primary"
        loading={release.isPending}
        disabled={Object.keys(chosen).length === 0}
        onClick={() =>
          release.mutate({
            redactionId: of.id,
            version: of.version,
            marks: Object.entries(chosen).map(([segment, part]) => ({
              segment,
              ...part,
              ground,
              note,
            })),
          })
        }
      >
        {say('office.answer.release')}
      </Button>
    </div>
  )
}

/** Files of which parts are withheld: both versions, and what was taken out on which ground. */
export function RedactionPart({ id, page }: { id: number; page: Page }) {
  const say = useSay()
  const client = useQueryClient()
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<RefusalError | null>(null)
  const [open, setOpen] = useState<number | null>(null)
  const send = async (files: File[]) => {
    const [file] = files
    if (!file) return
    setError(null)
    try {
      const { redactionId } = await upload(uploadOriginal, { id }, file, setShare)
      setOpen(redactionId)
    } catch (refused) {
      setError(refused as RefusalError)
    }
    setShare(null)
    await refresh(client, [answerPage])
  }
  return (
    <section className="block" aria-labelledby="answer-redaction">
      <h2 id="answer-redaction">{say('office.answer.redaction')}</h2>
      <ol className="letters">
        {page.redactions.map((one) => (
          <li key={one.id} className="letter">
            <p>
              <strong>{one.name}</strong>{' '}
              <a href={`/api/requests/redactions/${one.id}/file?which=original`} download>
                {say('office.answer.original')}
              </a>{' '}
              {one.released && (
                <a href={`/api/requests/redactions/${one.id}/file?which=released`} download>
                  {say('office.answer.released')}
                </a>
              )}
            </p>
            <ul>
              {one.removed.map(({ n, where, ground, note }) => (
                <li key={n}>
                  {n}. {where} · {say(`requests.result.${ground}`)} {note}
                </li>
              ))}
            </ul>
            {!page.answered && page.mayHandle && (
              <Chooser
                key={`${one.id}-${one.version}-${open === one.id}`}
                of={one}
                onDone={() => setOpen(null)}
              />
            )}
          </li>
        ))}
      </ol>
      <RefusalNote error={error} />
      {page.mayHandle && !page.answered && (
        <DropFile
          label={say('office.answer.dropOriginal')}
          accept=".docx,.pdf"
          share={share}
          onFiles={(files) => void send(files)}
        />
      )}
    </section>
  )
}
