import { App, Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { type DatasetLine, importRows, type Schema } from '#datasets/contract'
import { type AnswerOf, type RefusalError, upload } from '../call.ts'
import { DropFile } from '../documents/DropFile.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useSay } from '../words.tsx'
import { IssueList } from './IssueList.tsx'
import { useSchemas } from './words.ts'

type Look = AnswerOf<typeof importRows>
type Mode = 'replace' | 'append'

/** What becomes of each heading of the file. */
function Headings(props: { look: Look; schema: Schema }) {
  const say = useSay()
  const { heading } = useSchemas()
  return (
    <table className="table-look">
      <thead>
        <tr>
          <th scope="col">{say('office.data.import.heading')}</th>
          <th scope="col">{say('office.data.import.to')}</th>
        </tr>
      </thead>
      <tbody>
        {props.look.headings.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike.
          <tr key={at}>
            <td>{one.heading}</td>
            <td>
              {one.to === 'never' ? (
                <strong>{say('office.data.import.never')}</strong>
              ) : one.to === null ? (
                <span className="quiet">{say('office.data.import.ignored')}</span>
              ) : (
                heading(props.schema, one.to)
              )}
              {one.factor !== 1 && (
                <small className="quiet">
                  {' '}
                  {say('office.data.import.factor', { factor: one.factor })}
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sample(props: { look: Look; schema: Schema }) {
  const say = useSay()
  const { heading } = useSchemas()
  const { look, schema } = props
  const columns = schema.columns.filter(({ key }) => look.sample.some((cells) => cells[key]))
  return (
    <details>
      <summary>{say('office.data.import.sample', { n: look.sample.length })}</summary>
      <div className="table-scroll">
        <table className="table-look">
          <thead>
            <tr>
              {columns.map(({ key }) => (
                <th key={key} scope="col">
                  {heading(schema, key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.sample.map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place.
              <tr key={at}>
                {columns.map(({ key }) => (
                  <td key={key}>{cells[key] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** Takes a file in: first a look at what would become of it, then for good. */
export function ImportPart(props: { dataset: DatasetLine; schema: Schema; done: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const { heading } = useSchemas()
  const { dataset, schema } = props
  const [file, setFile] = useState<File | null>(null)
  const [look, setLook] = useState<Look | null>(null)
  const [mode, setMode] = useState<Mode>('replace')
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<RefusalError | null>(null)
  const send = async (chosen: File, how: Mode, apply: boolean) => {
    setFailure(null)
    setShare(0)
    try {
      const asked = {
        id: dataset.id,
        version: dataset.version,
        mode: how,
        apply: String(apply) as 'true',
      }
      const answer = await upload(importRows, asked, chosen, setShare)
      if (!apply) return setLook(answer)
      void message.success(say('office.data.import.done', { rows: answer.rows }))
      setLook(null)
      setFile(null)
      props.done()
    } catch (error) {
      setFailure(error as RefusalError)
    } finally {
      setShare(null)
    }
  }
  const again = (how: Mode) => {
    setMode(how)
    if (file) void send(file, how, false)
  }
  return (
    <>
      <DropFile
        label={say('office.data.import.drop')}
        accept=".xlsx,.xls,.csv,.et"
        share={share}
        onFiles={([chosen]) => {
          if (!chosen) return
          setFile(chosen)
          void send(chosen, mode, false)
        }}
      />
      {!look && <RefusalNote error={failure} />}
      <Modal
        open={look !== null}
        width={860}
        title={say('office.data.import.title')}
        onCancel={() => setLook(null)}
        footer={[
          <Button key="no" onClick={() => setLook(null)}>
            {say('office.data.import.cancel')}
          </Button>,
          <Button
            key="yes"
            type="primary"
            loading={share !== null}
            onClick={() => file && void send(file, mode, true)}
          >
            {say('office.data.import.apply')}
          </Button>,
        ]}
      >
        <RefusalNote error={failure} />
        {look && (
          <div className="form">
            <p>
              {say('office.data.import.sheet', {
                sheet: look.sheet,
                rows: look.rows,
                leftOut: look.leftOut,
              })}
            </p>
            {dataset.rows > 0 && (
              <Radio.Group
                aria-label={say('office.data.import.mode')}
                value={mode}
                onChange={({ target }) => again(target.value as Mode)}
                options={(['replace', 'append'] as const).map((value) => ({
                  value,
                  label: say(`office.data.import.${value}`),
                }))}
              />
            )}
            {look.missing.length > 0 && (
              <p className="problem">
                {say('office.data.import.missing', {
                  columns: look.missing.map((key) => heading(schema, key)).join(say('office.and')),
                })}
              </p>
            )}
            <Headings look={look} schema={schema} />
            <p className="quiet">{say('office.data.import.masked', { n: look.masked })}</p>
            <IssueList
              issues={look.issues}
              errors={look.errors}
              warnings={look.warnings}
              schema={schema}
            />
            <Sample look={look} schema={schema} />
          </div>
        )}
      </Modal>
    </>
  )
}
