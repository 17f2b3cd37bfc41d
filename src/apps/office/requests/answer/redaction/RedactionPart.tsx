import { useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { answerPage, removeRedaction, uploadOriginal } from '#requests/contract'
import { type AnswerOf, type RefusalError, upload } from '../../../call.ts'
import { DropFile } from '../../../documents/DropFile.tsx'
import { RefusalNote } from '../../../parts/RefusalNote.tsx'
import { refresh, useAct } from '../../../query.ts'
import { type Say, useSay } from '../../../words.tsx'

type Page = AnswerOf<typeof answerPage>

/** `page:3`, `body`, `header1` as a person reads it. */
const placeWords = (say: Say, where: string): string => {
  const [, name = where, number = ''] = /^([a-z]+):?(\d*)$/.exec(where) ?? []
  return say(`office.redact.where.${name}`, { n: number })
}

/** Files of which parts are withheld: both versions, and what was taken out on which ground. */
export function RedactionPart({ id, page }: { id: number; page: Page }) {
  const say = useSay()
  const client = useQueryClient()
  const [share, setShare] = useState<number | null>(null)
  const drop = useAct(removeRedaction, { refreshes: [answerPage] })
  const [error, setError] = useState<RefusalError | null>(null)
  const navigate = useNavigate()
  const send = async (files: File[]) => {
    const [file] = files
    if (!file) return
    setError(null)
    try {
      const { redactionId } = await upload(uploadOriginal, { id }, file, setShare)
      await refresh(client, [answerPage])
      void navigate(`/requests/${id}/redactions/${redactionId}`)
    } catch (refused) {
      setError(refused as RefusalError)
    }
    setShare(null)
  }
  const mayChange = page.mayHandle && !page.answered
  if (!mayChange && page.redactions.length === 0) return null
  return (
    <section className="block" aria-labelledby="answer-redaction">
      <h2 id="answer-redaction">{say('office.answer.redaction')}</h2>
      <ol className="letters">
        {page.redactions.map((one) => (
          <li key={one.id} className="letter">
            <p>
              <strong>{one.name}</strong>{' '}
              <span className={one.released ? 'mark met' : 'mark due'}>
                {say(one.released ? 'office.redact.made' : 'office.redact.notMade')}
              </span>
            </p>
            <ul>
              {one.removed.map(({ n, where, ground, note }) => (
                <li key={n}>
                  {n}. {placeWords(say, where)} · {say(`requests.result.${ground}`)} {note}
                </li>
              ))}
            </ul>
            <div className="part-actions">
              {mayChange && (
                <Link to={`/requests/${id}/redactions/${one.id}`}>
                  <Button tabIndex={-1}>
                    {say(one.released ? 'office.redact.again' : 'office.answer.choose')}
                  </Button>
                </Link>
              )}
              <a href={`/api/requests/redactions/${one.id}/file?which=original`} download>
                {say('office.answer.original')}
              </a>
              {one.released && (
                <a href={`/api/requests/redactions/${one.id}/file?which=released`} download>
                  {say('office.answer.released')}
                </a>
              )}
              {mayChange && (
                <Popconfirm
                  title={say('office.redact.dropAsk')}
                  okText={say('office.redact.drop')}
                  cancelText={say('office.cancel')}
                  onConfirm={() => drop.mutate({ redactionId: one.id })}
                >
                  <Button type="text">{say('office.redact.drop')}</Button>
                </Popconfirm>
              )}
            </div>
          </li>
        ))}
      </ol>
      <RefusalNote error={error ?? drop.error} />
      {mayChange && (
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
