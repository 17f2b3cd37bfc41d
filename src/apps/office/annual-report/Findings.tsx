import { Button, Input } from 'antd'
import { useState } from 'react'
import { noteFinding, reportById } from '#annual-report/contract'
import type { AnswerOf } from '../call.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { cellName, sidesOf } from './cell-name.ts'

type Report = AnswerOf<typeof reportById>

interface Point {
  readonly rule: string
  readonly cell: string
  readonly broken: boolean
  readonly text: string
  readonly detail: string
}

/** Broken equations, warnings, jumps and missing units as one list: each is put right or explained. */
const pointsOf = (report: Report, say: ReturnType<typeof useSay>): Point[] => [
  ...report.findings.map((one) => ({
    rule: one.id as string,
    cell: one.cell,
    broken: one.level === 'ERROR',
    text: say(`annualReport.rule.${one.id}`),
    detail: `${cellName(one.cell, say)} ${one.equation}（${sidesOf(one)}）`,
  })),
  ...report.jumps.map((one) => ({
    rule: 'jump',
    cell: one.cell,
    broken: false,
    text: say('office.reports.jump'),
    detail: `${cellName(one.cell, say)}: ${one.before} → ${one.now}`,
  })),
  ...report.missing.map((one) => ({
    rule: 'missing',
    cell: one.code,
    broken: false,
    text: say(`office.reports.missing.${one.why}`, { name: one.name }),
    detail: one.code,
  })),
]

function PointLine(props: { report: Report; point: Point; onOpen: (cell: string) => void }) {
  const say = useSay()
  const { report, point } = props
  const known = report.notes.find((one) => one.rule === point.rule && one.cell === point.cell)
  const [note, setNote] = useState(known?.note ?? '')
  const put = useAct(noteFinding, { refreshes: [reportById] })
  const mayNote = report.state === 'draft' && report.may.write
  // V04 alone may be explained although it is broken: last year's report was corrected.
  const takesNote = !point.broken || point.rule === 'V04'
  return (
    <li>
      <b className={point.broken ? 'mark' : undefined}>
        {point.rule.startsWith('V') ? point.rule : ''}{' '}
        {say(point.broken ? 'office.reports.broken' : 'office.reports.odd')}
      </b>{' '}
      {point.text}
      <br />
      {/^t\d\//.test(point.cell) ? (
        <Button type="link" onClick={() => props.onOpen(point.cell)}>
          {point.detail.length > 160 ? `${point.detail.slice(0, 160)}…` : point.detail}
        </Button>
      ) : (
        <small className="quiet">{point.detail}</small>
      )}
      <RefusalNote error={put.error} />
      {takesNote && mayNote && (
        <div className="actions">
          <Input
            aria-label={say('office.reports.note')}
            placeholder={say('office.reports.note')}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            size="small"
            loading={put.isPending}
            disabled={note.trim() === (known?.note ?? '')}
            onClick={() =>
              put.mutate({
                id: report.id,
                version: report.version,
                rule: point.rule,
                cell: point.cell,
                note,
              })
            }
          >
            {say('office.reports.note.save')}
          </Button>
        </div>
      )}
      {known && !mayNote && <p className="quiet">{known.note}</p>}
    </li>
  )
}

export function Findings(props: { report: Report; onOpen: (cell: string) => void }) {
  const say = useSay()
  const points = pointsOf(props.report, say)
  return (
    <section className="block" aria-labelledby="report-findings">
      <h2 id="report-findings">{say('office.reports.findings')}</h2>
      {props.report.withoutResult > 0 && (
        <p>
          <Button type="link" onClick={() => props.onOpen('t3/unknown/c7')}>
            {say('office.reports.withoutResult', { n: props.report.withoutResult })}
          </Button>
        </p>
      )}
      {points.length === 0 ? (
        <p>{say('office.reports.findings.none')}</p>
      ) : (
        <ul className="points">
          {points.map((point) => (
            <PointLine
              key={`${point.rule}-${point.cell}-${point.detail.slice(0, 40)}`}
              report={props.report}
              point={point}
              onOpen={props.onOpen}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
