import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { fileOldReport, listReports, type readOldReport } from '#annual-report/contract'
import type { AnswerOf } from '../call.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { cellName, sidesOf } from './cell-name.ts'
import { EntryTables, type Typed } from './EntryTables.tsx'

type Read = AnswerOf<typeof readOldReport>
type Tables = Read['tables']

const flat = (tables: Tables): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, value]) => [
          `${table}/${row}/${column}`,
          value === null ? '' : String(value),
        ]),
      ),
    ),
  )

/** What is typed as figures; what is no number stays open. */
const figures = (tables: Tables, typed: Typed): Tables => {
  const copy = structuredClone(tables)
  for (const [cell, text] of Object.entries(typed)) {
    const [table = '', row = '', column = ''] = cell.split('/')
    const cells = copy[table as keyof Tables]?.[row]
    if (cells) cells[column] = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null
  }
  return copy
}

/** Everything that the file says and the form does not understand, each with its place. */
function Unread({ read }: { read: Read }) {
  const say = useSay()
  return (
    <section className="block read-notes" aria-labelledby="old-unread">
      <h2 id="old-unread">
        {say('office.reports.old.read', {
          name: read.source.name,
          blanks: read.blanks.length,
          unread: read.unread.length,
        })}
      </h2>
      {read.doubts.map((doubt) => (
        <Alert
          key={doubt}
          type="warning"
          showIcon
          title={say(`annualReport.filing.doubt.${doubt}`, { title: read.title ?? '' })}
        />
      ))}
      {read.unread.length === 0 && <p>{say('office.reports.old.allRead')}</p>}
      <ul className="points">
        {read.unread.map((one) => (
          <li key={`${one.why}-${one.place?.row}-${one.place?.column}-${one.text}`}>
            {one.place && <b>{say('annualReport.filing.at', { ...one.place })} </b>}
            {say(`annualReport.filing.why.${one.why}`)}{' '}
            {one.cell ? (
              <a href={`#${one.cell}`}>{one.text || '—'}</a>
            ) : one.why === 'rowMissing' || one.why === 'tableMissing' ? (
              <q>{rowName(one.text, say)}</q>
            ) : (
              <q>{one.text}</q>
            )}
          </li>
        ))}
      </ul>
      {read.blanks.length > 0 && <p className="quiet">{say('office.reports.old.blanks')}</p>}
    </section>
  )
}

const rowName = (row: string, say: ReturnType<typeof useSay>): string => {
  if (/^\d$/.test(row)) return say(`annualReport.part.${row}`)
  const table =
    /^r/.test(row) && row !== 'rules' ? 't3' : /econsideration|direct/.test(row) ? 't4' : 't2'
  return say(`annualReport.${table}.${row}`)
}

/** The figures and texts as they were read: corrected, checked against each other, filed. */
export function OldReportForm({ read }: { read: Read }) {
  const say = useSay()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(() => flat(read.tables))
  const [told, setTold] = useState({
    publishedOn: read.publishedOn ?? '',
    address: '',
    overview: read.overview,
    problems: read.problems,
    other: read.other,
    reason: '',
  })
  const check = useAct(fileOldReport)
  const file = useAct(fileOldReport, {
    refreshes: [listReports],
    done: ({ id }) => void (id && navigate(`/reports/${id}`)),
  })
  const tell = (key: keyof typeof told) => (text: string) =>
    setTold((before) => ({ ...before, [key]: text }))
  const input = (apply: boolean) => {
    const { address, publishedOn, ...texts } = told
    return {
      ...texts,
      organizationId: read.organizationId,
      year: read.year,
      publishedOn: publishedOn || null,
      tables: figures(read.tables, typed) as never,
      source: { ...read.source, address },
      apply,
    }
  }
  const findings = (check.data ?? read).findings
  const broken = findings.filter(({ level }) => level === 'ERROR')
  // Blanks are shown in the tables; here their number is enough.
  const open = findings.filter(({ id }) => id === 'V05')
  const rest = findings.filter(({ id }) => id !== 'V05')
  const wantsReason = broken.length > 0 || read.replaces
  return (
    <>
      <Unread read={read} />
      <section className="block" aria-labelledby="old-tables">
        <h2 id="old-tables">{say('office.reports.old.tables')}</h2>
        <EntryTables
          tables={read.tables}
          typed={typed}
          wrong={new Set(broken.map(({ cell }) => cell))}
          blank={new Set(read.blanks)}
          onType={(cell, text) => setTyped((before) => ({ ...before, [cell]: text }))}
        />
        <Button onClick={() => check.mutate(input(false))} loading={check.isPending}>
          {say('office.reports.old.check')}
        </Button>
        <RefusalNote error={check.error} />
        <div aria-live="polite">
          {findings.length === 0 ? (
            <p>{say('office.reports.findings.none')}</p>
          ) : (
            <ul className="points">
              {open.length > 0 && (
                <li>
                  <b className="mark">{say('office.reports.old.open', { n: open.length })}</b>{' '}
                  <a href={`#${open[0]?.cell}`}>{cellName(open[0]?.cell ?? '', say)}</a>
                </li>
              )}
              {rest.map((one) => (
                <li key={`${one.id}-${one.cell}-${one.equation.slice(0, 60)}`}>
                  <b className={one.level === 'ERROR' ? 'mark' : undefined}>
                    {one.id}{' '}
                    {say(one.level === 'ERROR' ? 'office.reports.broken' : 'office.reports.odd')}
                  </b>{' '}
                  {say(`annualReport.rule.${one.id}`)}
                  <br />
                  <a href={`#${one.cell}`}>{cellName(one.cell, say) || one.cell}</a>（{sidesOf(one)}
                  ）
                </li>
              ))}
            </ul>
          )}
        </div>
      </section>
      <section className="block" aria-labelledby="old-texts">
        <h2 id="old-texts">{say('office.reports.texts')}</h2>
        <div className="stack-fields">
          {(['overview', 'problems', 'other'] as const).map((key, at) => (
            <TextAreaField
              key={key}
              label={say(`annualReport.part.${[1, 5, 6][at] ?? 1}`)}
              maxLength={50_000}
              value={told[key]}
              onChange={tell(key)}
            />
          ))}
          <DayField
            label={say('office.reports.old.publishedOn')}
            value={told.publishedOn}
            onChange={tell('publishedOn')}
          />
          <TextField
            label={say('office.reports.old.address')}
            optional
            type="url"
            maxLength={500}
            value={told.address}
            onChange={tell('address')}
          />
          <TextAreaField
            label={say('office.reports.note')}
            hint={say(wantsReason ? 'office.reports.old.reason' : 'office.reports.old.noReason')}
            optional={!wantsReason}
            maxLength={2000}
            value={told.reason}
            onChange={tell('reason')}
          />
          <RefusalNote error={file.error} />
          <div className="part-actions">
            <Button
              type="primary"
              loading={file.isPending}
              onClick={() => file.mutate(input(true))}
            >
              {say('office.reports.old.file', { name: read.organizationName, year: read.year })}
            </Button>
            <span className="quiet">{say('office.reports.old.file.hint')}</span>
          </div>
        </div>
      </section>
    </>
  )
}
