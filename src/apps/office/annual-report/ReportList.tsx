import { Button, Select } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { forms, listReports, openReport } from '#annual-report/contract'
import { dateAt, yearOf } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { ReportsTitle } from './ReportsTitle.tsx'

type Line = AnswerOf<typeof listReports>['lines'][number]

/** Who owes an annual report of a year, and how far each is. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const thisYear = yearOf(dateAt(new Date()))
  const first = forms[0].fromYear
  const year = Number(params.get('year')) || thisYear - 1
  const { data, error, refetch } = useCall(listReports, { year }, { staleTime: 0 })
  const open = useAct(openReport, {
    refreshes: [listReports],
    done: ({ id }) => void navigate(`/reports/${id}`),
  })
  return (
    <>
      <ReportsTitle
        about={say('office.reports.about')}
        actions={
          <Select
            aria-label={say('office.reports.year')}
            value={year}
            onChange={(chosen) => setParams({ year: String(chosen) })}
            options={Array.from({ length: thisYear - first + 1 }, (_, back) => ({
              value: thisYear - back,
              label: String(thisYear - back),
            }))}
          />
        }
      />
      <RefusalNote error={open.error} />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={8} />}
      {data && (
        <CardTable<Line>
          rows={data.lines}
          rowKey={(line) => line.organizationId}
          empty={
            <Empty title={say('office.reports.none')} next={say('office.reports.none.next')} />
          }
          columns={[
            {
              key: 'organization',
              title: say('office.reports.organization'),
              show: (line) =>
                line.reportId ? (
                  <Link to={`/reports/${line.reportId}`}>{line.organizationName}</Link>
                ) : (
                  line.organizationName
                ),
            },
            {
              key: 'state',
              title: say('office.reports.state'),
              show: (line) => say(`office.reports.state.${line.state ?? 'none'}`),
            },
            {
              key: 'due',
              title: say('office.reports.due'),
              show: (line) =>
                line.dueOn && (
                  <span title={line.article}>
                    <DateText of={line.dueOn} />
                    {line.late && <b className="mark"> {say('office.reports.late')}</b>}
                  </span>
                ),
            },
            {
              key: 'published',
              title: say('office.reports.publishedOn'),
              show: (line) =>
                line.publishedOn && (
                  <a href={`/reports/${line.organizationCode}/${line.year}`}>
                    <DateText of={line.publishedOn} />
                  </a>
                ),
            },
            {
              key: 'act',
              title: say('office.reports.act'),
              show: (line) =>
                !line.reportId && (
                  <div className="actions">
                    {line.mayWrite && (
                      <Button
                        size="small"
                        loading={
                          open.isPending && open.variables.organizationId === line.organizationId
                        }
                        onClick={() =>
                          open.mutate({ organizationId: line.organizationId, year: line.year })
                        }
                      >
                        {say('office.reports.open')}
                      </Button>
                    )}
                    {line.mayFile && (
                      <Link to={`/reports/old?year=${year}&organization=${line.organizationId}`}>
                        {say('office.reports.old')}
                      </Link>
                    )}
                  </div>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
