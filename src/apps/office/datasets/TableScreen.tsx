import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import {
  changeDataset,
  datasetRows,
  listDatasets,
  removeDataset,
  type Schema,
  saveRows,
} from '#datasets/contract'
import type { AnswerOf } from '../call.ts'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { Grid, type GridRow } from './Grid.tsx'
import { ImportPart } from './ImportPart.tsx'
import { IssueList } from './IssueList.tsx'
import { useSchemas } from './words.ts'
import './datasets.css'

const rowsOnScreen = 100

/** Rows pasted from a spreadsheet: a line each, columns parted by tabs. */
const pastedRows = (text: string, schema: Schema): Record<string, string>[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      Object.fromEntries(
        line.split('\t').flatMap((cell, at) => {
          const key = schema.columns[at]?.key
          return key && cell.trim() ? [[key, cell.trim()]] : []
        }),
      ),
    )

function Paste(props: { schema: Schema; onRows: (rows: Record<string, string>[]) => void }) {
  const say = useSay()
  const { heading } = useSchemas()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('office.data.paste')}</Button>
      <Modal
        open={isOpen}
        title={say('office.data.paste')}
        okText={say('office.data.paste.add')}
        onCancel={() => setOpen(false)}
        onOk={() => {
          props.onRows(pastedRows(text, props.schema))
          setText('')
          setOpen(false)
        }}
      >
        <p>{say('office.data.paste.hint')}</p>
        <p className="quiet">
          {props.schema.columns.map(({ key }) => heading(props.schema, key)).join(' | ')}
        </p>
        <Input.TextArea
          aria-label={say('office.data.paste')}
          autoSize={{ minRows: 6, maxRows: 16 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Modal>
    </>
  )
}

function Table(props: {
  data: AnswerOf<typeof datasetRows>
  schema: Schema
  isOpen: boolean
  after: number
  onlyWrong: boolean
  goTo: (after: number) => void
  setOnlyWrong: (only: boolean) => void
  reread: () => void
}) {
  const say = useSay()
  const navigate = useNavigate()
  const { message, modal } = App.useApp()
  const { name, heading } = useSchemas()
  const { data, schema, isOpen, reread } = props
  const { dataset } = data
  const [typed, setTyped] = useState<ReadonlyMap<string, GridRow>>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const done = () => {
    setTyped(new Map())
    setChosen(new Set())
    reread()
  }
  const save = useAct(saveRows, {
    refreshes: [datasetRows],
    done: () => {
      void message.success(say('office.data.saved'))
      done()
    },
  })
  const change = useAct(changeDataset, { refreshes: [datasetRows], done })
  const remove = useAct(removeDataset, {
    refreshes: [listDatasets],
    done: () => void navigate(`/documents/${dataset.documentId}`),
  })
  const of = { id: dataset.id, version: dataset.version }
  const add = (rows: readonly Record<string, string>[]) =>
    setTyped((before) => {
      const next = new Map(before)
      for (const cells of rows) {
        const key = `new ${next.size} ${Math.random()}`
        next.set(key, { row: null, key, cells })
      }
      return next
    })
  const rows: GridRow[] = [
    ...data.rows.map(({ row, cells }) => typed.get(`${row}`) ?? { row, key: `${row}`, cells }),
    ...[...typed.values()].filter(({ row }) => row === null),
  ]
  const masked = schema.columns.filter(({ privacy }) => privacy === 'name')
  const toRow = (row: number) => {
    props.goTo(Math.max(0, row - 1))
    document.getElementById(`row-${row}`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      <PageTitle
        title={`${dataset.title || name(schema.code)} · ${dataset.year}`}
        about={<Link to={`/documents/${dataset.documentId}`}>{say('office.data.back')}</Link>}
        actions={
          isOpen && (
            <>
              <Button
                danger
                onClick={() =>
                  void modal.confirm({
                    title: say('office.data.removeTable'),
                    content: say('office.data.removeTable.sure'),
                    onOk: () => remove.mutate(of),
                  })
                }
              >
                {say('office.data.removeTable')}
              </Button>
              <Button
                type="primary"
                disabled={typed.size === 0}
                loading={save.isPending}
                onClick={() =>
                  save.mutate({
                    ...of,
                    put: [...typed.values()].map(({ row, cells }) => ({ row, cells })),
                  })
                }
              >
                {say('office.data.save')}
              </Button>
            </>
          )
        }
      />
      <RefusalNote error={save.error ?? change.error ?? remove.error} />
      {isOpen ? (
        <div className="block form">
          <ImportPart dataset={dataset} schema={schema} done={done} />
          {masked.length + schema.never.length > 0 && (
            <p className="quiet">
              {say('office.data.masking', {
                columns: masked.map(({ key }) => heading(schema, key)).join(say('office.and')),
                never: schema.never.map((one) => one.name.zh).join(say('office.and')),
              })}
            </p>
          )}
        </div>
      ) : (
        <p className="quiet">{say('office.data.readOnly')}</p>
      )}
      <div className="block">
        <IssueList
          issues={data.issues}
          errors={dataset.errors}
          warnings={dataset.warnings}
          schema={schema}
          onRow={toRow}
        />
        {isOpen && Object.keys(dataset.stated).length > 0 && dataset.errors > 0 && (
          <Button type="link" onClick={() => change.mutate({ ...of, forgetStated: true })}>
            {say('office.data.stated.forget')}
          </Button>
        )}
      </div>
      <div className="block">
        <div className="actions table-actions">
          {isOpen && (
            <>
              <Button onClick={() => add([{}])}>{say('office.data.addRow')}</Button>
              <Paste schema={schema} onRows={add} />
              {chosen.size > 0 && (
                <Button onClick={() => save.mutate({ ...of, remove: [...chosen] })}>
                  {say('office.data.remove', { n: chosen.size })}
                </Button>
              )}
            </>
          )}
          <Checkbox
            checked={props.onlyWrong}
            onChange={({ target }) => props.setOnlyWrong(target.checked)}
          >
            {say('office.data.onlyWrong')}
          </Checkbox>
          <span className="quiet">
            {say('portal.data.rows', { n: dataset.rows })}
            {typed.size > 0 && ` · ${say('office.data.unsaved', { n: typed.size })}`}
          </span>
        </div>
        {rows.length === 0 ? (
          <Empty title={say('office.data.empty')} next={say('office.data.empty.next')} />
        ) : (
          <Grid
            schema={schema}
            rows={rows}
            issues={data.rows.flatMap(({ issues }) => issues)}
            chosen={chosen}
            isOpen={isOpen}
            onChoose={(row, isChosen) =>
              setChosen((before) => {
                const next = new Set(before)
                if (isChosen) next.add(row)
                else next.delete(row)
                return next
              })
            }
            onCell={(line, key, text) =>
              setTyped((before) =>
                new Map(before).set(line.key, { ...line, cells: { ...line.cells, [key]: text } }),
              )
            }
          />
        )}
        <p className="actions">
          {props.after > 0 && (
            <Button onClick={() => props.goTo(0)}>{say('portal.data.first')}</Button>
          )}
          {data.next !== null && (
            <Button onClick={() => props.goTo(data.next ?? 0)}>{say('portal.data.next')}</Button>
          )}
        </p>
      </div>
    </>
  )
}

/** One table of a draft: import, mend, add; or of a released edition, to read. */
export function Component() {
  const id = Number(useParams().id)
  const { of } = useSchemas()
  const [after, goTo] = useState(0)
  const [onlyWrong, setOnlyWrong] = useState(false)
  const { data, error, refetch } = useCall(
    datasetRows,
    { id, after, limit: rowsOnScreen, wrong: String(onlyWrong) as 'true' },
    { staleTime: 0, keepPrevious: true },
  )
  const { data: about } = useCall(listDatasets, data ? { id: data.dataset.editionId } : null, {
    staleTime: 0,
  })
  const schema = data && of(data.dataset.schemaCode)
  if (error && !data) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data || !schema || !about) return <Waiting rows={12} />
  return (
    <Table
      data={data}
      schema={schema}
      isOpen={about.mayChange}
      after={after}
      onlyWrong={onlyWrong}
      goTo={goTo}
      setOnlyWrong={(only) => {
        goTo(0)
        setOnlyWrong(only)
      }}
      reread={() => void refetch()}
    />
  )
}
