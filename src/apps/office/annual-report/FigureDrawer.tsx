import { Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { casesOfCell, enterFigure, reportById } from '#annual-report/contract'
import type { AnswerOf } from '../call.ts'
import { ActForm } from '../parts/ActForm.tsx'
import { Fault } from '../parts/Fault.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { TextField } from '../parts/TextField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

type Report = AnswerOf<typeof reportById>
type Case = AnswerOf<typeof casesOfCell>['cases'][number]

/** Where what stands behind a figure is read. */
const placeOf = (one: Case): string | null =>
  one.kind === 'request'
    ? `/requests/${one.id}`
    : one.kind === 'document' || one.kind === 'dataset'
      ? `/documents/${one.id}`
      : one.kind === 'unit'
        ? `/reports/${one.id}`
        : null

const isTotal = (cell: string): boolean => /\/(c7|total)$|\/r3\.7\/|\/unknown\//.test(cell)

/** Enters a figure that no case tells, or corrects a counted one with the reason. */
function Entry(props: { report: Report; cell: string }) {
  const say = useSay()
  const { report, cell } = props
  const known = report.entries.find((entry) => entry.cell === cell)
  const [amount, setAmount] = useState(known?.amount ?? 0)
  const [reason, setReason] = useState(known?.reason ?? '')
  const enter = useAct(enterFigure, { refreshes: [reportById, casesOfCell] })
  return (
    <ActForm
      plain
      act={enter}
      ok={say('office.reports.enter')}
      onSubmit={() =>
        enter.mutate({ id: report.id, version: report.version, cell, amount, reason })
      }
    >
      <NumberField
        label={say('office.reports.entered')}
        hint={say('office.reports.entered.hint')}
        value={amount}
        onChange={(value) => setAmount(value ?? 0)}
      />
      <TextField
        label={say('office.reports.evidence')}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  )
}

/** One figure: what it counts, each case behind it, and what was entered. */
export function FigureDrawer(props: { report: Report; cell: string | null; onClose: () => void }) {
  const say = useSay()
  const { report, cell } = props
  const { data, error, refetch } = useCall(casesOfCell, cell ? { id: report.id, cell } : null, {
    staleTime: 0,
  })
  return (
    <Drawer
      open={cell !== null}
      onClose={props.onClose}
      title={say('office.reports.behind', { n: data?.count ?? '…' })}
      size="large"
    >
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} />}
      {data && data.cases.length === 0 && <p>{say('office.reports.behind.none')}</p>}
      {data && (
        <ul className="points">
          {data.cases.map((one) => {
            const to = placeOf(one)
            return (
              <li key={`${one.kind}-${one.id}-${one.label}`}>
                {to ? <Link to={to}>{one.label}</Link> : one.label}{' '}
                <small className="quiet">
                  {one.about} {one.from} {one.until && `→ ${one.until}`}{' '}
                  {one.amount !== 1 && `${one.amount}`}
                </small>
              </li>
            )
          })}
        </ul>
      )}
      {data?.next && <p className="quiet">{say('office.reports.behind.more')}</p>}
      {cell && report.state === 'draft' && report.may.write && !isTotal(cell) && (
        <Entry key={`${cell}-${report.version}`} report={report} cell={cell} />
      )}
    </Drawer>
  )
}
