import { Button } from 'antd'
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
import type { Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ListScreen } from '../parts/ListScreen.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { TextField } from '../parts/TextField.tsx'
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
    <Dialog
      width={860}
      title={line.title}
      ok={say('policies.text.compare')}
      act={{ error: take.error ?? fileError, isPending: take.isPending }}
      isReady={text.length >= 20}
      onOk={() => take.mutate({ id: line.id, text, source })}
      onClose={onClose}
    >
      <Differences check={data?.check ?? null} />
      <TextField label={say('policies.text.source')} value={source} onChange={setSource} />
      <TextAreaField
        label={say('policies.text.paste')}
        hint={say('policies.text.paste.hint')}
        autoSize={{ minRows: 8, maxRows: 16 }}
        value={text}
        onChange={setText}
      />
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
    </Dialog>
  )
}

/** Regulations on the site and how each copy compares with the official one. */
export function Component() {
  const say = useSay()
  const asked = useCall(regulationTexts, {})
  return (
    <ListScreen<Line>
      Title={PolicyTitle}
      about={say('policies.texts.about')}
      asked={asked}
      rows={asked.data ?? []}
      rowKey={(line) => line.id}
      columns={(open) => columnsOf(say, open)}
      empty={<Empty title={say('policies.texts.empty')} next={say('policies.texts.empty.next')} />}
      dialog={(line, close) => line && <Compare line={line} onClose={close} />}
    />
  )
}
