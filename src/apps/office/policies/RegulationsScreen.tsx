import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  importText,
  importTextFile,
  regulationTexts,
  type TextCheck,
  textCheckOf,
} from '#policies/contract'
import { type AnswerOf, type RefusalError, upload } from '../call.ts'
import { CardTable, type Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { queries, refresh, useAct, useCall } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import { PolicyTitle } from './PolicyTitle.tsx'
import './policies.css'

type Line = AnswerOf<typeof regulationTexts>[number]

const columnsOf = (say: Say, onOpen: (line: Line) => void): Column<Line>[] => [
  {
    key: 'title',
    title: say('desk.field.title'),
    show: (line) => (
      <>
        <Link to={`/documents/${line.id}`}>{line.title}</Link>
        <small className="quiet number">{line.documentNumber}</small>
      </>
    ),
  },
  { key: 'unit', title: say('office.organization'), width: 150, show: (line) => line.unit },
  {
    key: 'check',
    title: say('policies.text.check'),
    width: 260,
    show: ({ check }) =>
      check === null ? (
        <span className="quiet">{say('policies.text.never')}</span>
      ) : (
        <>
          <span className={check.same ? '' : 'late'}>
            {check.same
              ? say('policies.text.same', { source: check.source })
              : say('policies.text.differs', { n: check.differing })}
          </span>
          <small className="quiet">
            <DateText of={check.checkedAt} />
          </small>
        </>
      ),
  },
  {
    key: 'act',
    title: '',
    width: 130,
    show: (line) => (
      <Button size="small" onClick={() => onOpen(line)}>
        {say('policies.text.compare')}
      </Button>
    ),
  },
]

/** Where the two copies differ: ours struck out, the official wording marked. */
function Differences({ check }: { check: Pick<TextCheck, 'articles' | 'same'> | null }) {
  const say = useSay()
  if (!check) return null
  if (check.same) return <p>{say('policies.text.allSame')}</p>
  return (
    <ul className="article-differences">
      {check.articles.map((article, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a label may stand twice
        <li key={at}>
          <strong>{article.label}</strong> {say(`policies.text.${article.kind}`)}
          <p>
            {article.parts.map((part, place) =>
              part.kind === 'same' ? (
                part.text
              ) : part.kind === 'added' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
                <ins key={place}>{part.text}</ins>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
                <del key={place}>{part.text}</del>
              ),
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Compare({ line, onClose }: { line: Line; onClose: () => void }) {
  const say = useSay()
  const [text, setText] = useState('')
  const [source, setSource] = useState(line.check?.source ?? say('policies.text.library'))
  const [fileError, setFileError] = useState<RefusalError | null>(null)
  const { data } = useCall(textCheckOf, { id: line.id })
  const refreshes = [regulationTexts, textCheckOf]
  const take = useAct(importText, { refreshes })
  const sendFile = async (file: File) => {
    setFileError(null)
    await upload(importTextFile, { id: line.id, source }, file).catch((error) =>
      setFileError(error),
    )
    await refresh(queries, refreshes)
  }
  return (
    <Modal open width={860} title={line.title} footer={null} onCancel={onClose}>
      <RefusalNote error={take.error ?? fileError} />
      <Differences check={data?.check ?? null} />
      <Field label={say('policies.text.source')}>
        {(ids) => (
          <Input {...ids} value={source} onChange={({ target }) => setSource(target.value)} />
        )}
      </Field>
      <Field label={say('policies.text.paste')} hint={say('policies.text.paste.hint')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={8}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <Button
          type="primary"
          disabled={text.length < 20}
          loading={take.isPending}
          onClick={() => take.mutate({ id: line.id, text, source })}
        >
          {say('policies.text.compare')}
        </Button>
        <label className="link">
          {say('policies.text.file')}
          <input
            type="file"
            accept=".docx,.txt"
            className="aside-text"
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file) void sendFile(file)
            }}
          />
        </label>
      </div>
    </Modal>
  )
}

/** Regulations on the site and how each copy compares with the official one. */
export function Component() {
  const say = useSay()
  const [open, setOpen] = useState<Line | null>(null)
  const { data, error, isPending, refetch } = useCall(regulationTexts, {})
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  return (
    <>
      <PolicyTitle about={say('policies.texts.about')} />
      <CardTable
        rows={data ?? []}
        rowKey={(line) => line.id}
        columns={columnsOf(say, setOpen)}
        loading={isPending}
        empty={
          <Empty title={say('policies.texts.empty')} next={say('policies.texts.empty.next')} />
        }
      />
      {open && <Compare line={open} onClose={() => setOpen(null)} />}
    </>
  )
}
