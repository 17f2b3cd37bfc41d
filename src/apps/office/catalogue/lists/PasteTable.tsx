import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useSay } from '../../words.tsx'
import { cellsOf } from './table.ts'

// Enough to see whether the columns are the right ones.
const rowsShown = 8

/**
 * Takes a table in by pasting it: shows how it was read first, then what was not understood. What was
 * pasted stays until the window is closed.
 */
export function PasteTable(props: {
  title: string
  columns: readonly string[]
  example: string
  before?: ReactNode
  error: unknown
  isPending: boolean
  /** What the server made of it; null before it was asked. */
  result: { said: string; notUnderstood: readonly { row: number; what: string }[] } | null
  onSend: (rows: string[][]) => void
  onClose: () => void
}) {
  const say = useSay()
  const [text, setText] = useState('')
  const rows = cellsOf(text)
  return (
    <Modal
      open
      width={760}
      title={props.title}
      onCancel={props.onClose}
      footer={
        <div className="actions">
          <Button
            type="primary"
            disabled={rows.length === 0}
            loading={props.isPending}
            onClick={() => props.onSend(rows)}
          >
            {say('office.catalogue.paste.send', { count: rows.length })}
          </Button>
          <Button onClick={props.onClose}>{say('office.close')}</Button>
        </div>
      }
    >
      <div className="stack">
        <RefusalNote error={props.error} />
        {props.result && (
          <div role="status" className="paste-result">
            <p>
              <b>{props.result.said}</b>
            </p>
            {props.result.notUnderstood.length > 0 && (
              <>
                <p>{say('office.catalogue.paste.notUnderstood')}</p>
                <ul className="plain-list">
                  {props.result.notUnderstood.map((one) => (
                    <li key={`${one.row} ${one.what}`}>
                      {say('office.catalogue.paste.row', { row: one.row })} {one.what}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
        {props.before}
        <TextAreaField
          label={say('office.catalogue.paste')}
          hint={say('office.catalogue.paste.hint', { columns: props.columns.join(' | ') })}
          rows={7}
          value={text}
          placeholder={props.example}
          onChange={setText}
        />
        {rows.length > 0 && (
          <div className="scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  {props.columns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, rowsShown).map((row, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: pasted lines may repeat.
                  <tr key={at}>
                    {props.columns.map((name, column) => (
                      <td key={name}>{row[column] ?? ''}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {rows.length > rowsShown && (
              <p className="quiet">
                {say('office.catalogue.andMore', { count: rows.length - rowsShown })}
              </p>
            )}
          </div>
        )}
      </div>
    </Modal>
  )
}
