import { Select } from 'antd'
import { Link } from 'react-router'
import { formShares } from '#interpretation/contract'
import { dateAt, yearOf } from '#platform/civil-date'
import { useAddress } from '../address.ts'
import { CardTable } from '../parts/CardTable.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'

// As far back as an assessment asks.
const yearsBack = 4

const percentOf = (part: number, total: number) => Math.round((part / total) * 100)

/** The share of varied forms per unit and year beside the target; each figure opens its records. */
export function Component() {
  const say = useSay()
  const address = useAddress()
  const thisYear = yearOf(dateAt(new Date()))
  const year = address.number('year') ?? thisYear
  const { data, error, isPending, refetch } = useCall(formShares, { year })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  const target = data?.target
  return (
    <>
      <InterpretationTitle />
      <search className="filters">
        <Select
          className="choice"
          aria-label={say('office.interpretation.year')}
          value={year}
          onChange={(value) => address.set({ year: value })}
          options={Array.from({ length: yearsBack + 1 }, (_, back) => ({
            value: thisYear - back,
            label: String(thisYear - back),
          }))}
        />
      </search>
      {target && (
        <p className="quiet">
          {say('office.interpretation.target', {
            percent: target.percent,
            forms: target.countedForms.map((form) => say(`interpretation.form.${form}`)).join('、'),
            article: target.article,
          })}
        </p>
      )}
      <CardTable
        rows={data?.units ?? []}
        rowKey={(row) => row.organization.id}
        loading={isPending}
        columns={[
          {
            key: 'organization',
            title: say('office.organization'),
            show: (row) => row.organization.name,
          },
          {
            key: 'total',
            title: say('office.interpretation.total'),
            width: 140,
            align: 'right',
            show: (row) => (
              <Link to={`/interpretation?of=${row.organization.id}&year=${year}`}>{row.total}</Link>
            ),
          },
          {
            key: 'varied',
            title: say('office.interpretation.varied'),
            width: 140,
            align: 'right',
            show: (row) => (
              <Link to={`/interpretation?of=${row.organization.id}&year=${year}&varied=true`}>
                {row.varied}
              </Link>
            ),
          },
          {
            key: 'share',
            title: say('office.interpretation.share'),
            width: 180,
            show: (row) => {
              const percent = percentOf(row.varied, row.total)
              const isMet = percent >= (target?.percent ?? 0)
              return (
                <span className={`mark ${isMet ? 'met' : 'late'}`}>
                  {say(isMet ? 'office.interpretation.met' : 'office.interpretation.short', {
                    percent,
                  })}
                </span>
              )
            },
          },
        ]}
        empty={<Empty title={say('office.interpretation.none')} />}
      />
    </>
  )
}
