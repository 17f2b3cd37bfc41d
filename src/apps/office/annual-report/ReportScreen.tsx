import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import {
  checkFigures,
  correctReport,
  listReports,
  publishReport,
  reopenReport,
  reportById,
  reportTasks,
  signReport,
} from '#annual-report/contract'
import type { AnswerOf } from '../call.ts'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { FigureDrawer } from './FigureDrawer.tsx'
import { Findings } from './Findings.tsx'
import { OfficialTables } from './OfficialTable.tsx'
import { Texts } from './Texts.tsx'
import { Units } from './Units.tsx'

type Report = AnswerOf<typeof reportById>

/** The steps that this person can take now: check, sign, publish, send back, correct. */
function Steps({ report }: { report: Report }) {
  const say = useSay()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'reopen' | 'correct' | null>(null)
  const refreshes = [reportById, listReports, reportTasks]
  const check = useAct(checkFigures, { refreshes })
  const sign = useAct(signReport, { refreshes })
  const publish = useAct(publishReport, { refreshes })
  const reopen = useAct(reopenReport, { refreshes, done: () => setAsking(null) })
  const correct = useAct(correctReport, {
    refreshes,
    done: ({ id }) => void navigate(`/reports/${id}`),
  })
  const step = { id: report.id, version: report.version }
  const asked = asking === 'reopen' ? reopen : correct
  return (
    <>
      <div className="actions report-steps">
        {report.state === 'published' && (
          <a href={`/reports/${report.organizationCode}/${report.year}`}>
            {say('office.reports.read')}
          </a>
        )}
        {report.state === 'draft' && report.may.write && (
          <Button type="primary" loading={check.isPending} onClick={() => check.mutate(step)}>
            {say('office.reports.check')}
          </Button>
        )}
        {report.may.sign && (
          <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate(step)}>
            {say('office.reports.sign')}
          </Button>
        )}
        {report.may.publish && (
          <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(step)}>
            {say('office.reports.publish')}
          </Button>
        )}
        {(report.state === 'checked' || report.state === 'signed') && report.may.write && (
          <Button onClick={() => setAsking('reopen')}>{say('office.reports.reopen')}</Button>
        )}
        {report.may.correct && (
          <Button onClick={() => setAsking('correct')}>{say('office.reports.correct')}</Button>
        )}
        {report.may.fileAgain && (
          <Link to={`/reports/old?year=${report.year}&organization=${report.organizationId}`}>
            {say('office.reports.imported.again')}
          </Link>
        )}
      </div>
      <RefusalNote error={check.error ?? sign.error ?? publish.error} />
      {asking && (
        <ReasonDialog
          title={say(`office.reports.${asking}`)}
          label={say('office.reports.reason')}
          ok={say(`office.reports.${asking}`)}
          most={2000}
          act={asked}
          onReason={(reason) => asked.mutate({ ...step, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

/** One annual report: what is open, the told parts, the tables with their cases, the steps. */
export function Component() {
  const say = useSay()
  const { id } = useParams()
  const [cell, setCell] = useState<string | null>(null)
  const { data: report, error, refetch } = useCall(reportById, { id: Number(id) }, { staleTime: 0 })
  if (error && !report) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!report) return <Waiting rows={10} />
  const broken = new Set(
    report.findings.filter(({ level }) => level === 'ERROR').map((found) => found.cell),
  )
  return (
    <>
      <PageTitle
        title={say('office.reports.of', { name: report.organizationName, year: report.year })}
        about={
          <>
            {say(`office.reports.state.${report.state}`)}
            {report.dueOn && ` · ${say('office.reports.due')} ${report.dueOn}（${report.article}）`}
            {report.reason && ` · ${report.reason}`}
          </>
        }
      />
      <Steps report={report} />
      {report.source && (
        <p className="quiet">
          {say('office.reports.imported', { name: report.source.name })}{' '}
          {report.source.address && <a href={report.source.address}>{report.source.address}</a>}
        </p>
      )}
      <Findings report={report} onOpen={setCell} />
      <Texts key={`${report.id}-${report.state}`} report={report} />
      <div className="block">
        <OfficialTables
          tables={report.tables}
          figure={({ at, text }) => ({
            show: (
              <button type="button" onClick={() => setCell(at)}>
                {text}
              </button>
            ),
            mark: broken.has(at) ? 'broken' : undefined,
          })}
        />
      </div>
      <Units report={report} />
      <FigureDrawer report={report} cell={cell} onClose={() => setCell(null)} />
    </>
  )
}
