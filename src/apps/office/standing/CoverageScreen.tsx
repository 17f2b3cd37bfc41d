import { Radio, Select } from 'antd'
import { Link } from 'react-router'
import { type CoverageLine, coverage } from '#assessment/contract'
import { dateAt } from '#platform/civil-date'
import { useAddress } from '../address.ts'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { CoverageTable } from './CoverageTable.tsx'
import { daysOf, kindOf, type PeriodKind, periodOf, periodsBefore } from './period.ts'
import { StandingTitle, useUnit } from './StandingTitle.tsx'

const groupings = ['field', 'level', 'organization'] as const
const kinds = ['all', 'year', 'quarter', 'month'] as const
/** How far back one looks: five years, three years of quarters, two of months. */
const spans = { year: 5, quarter: 12, month: 24 } as const

/** Coverage and timeliness by field, level or unit, at large or in a span of time. */
export function Component() {
  const say = useSay()
  const address = useAddress()
  const { id } = useUnit()
  const organizations = useOrganizations()
  const by = address.oneOf('by', groupings) ?? 'field'
  const period = address.read('period')
  const kind = kindOf(period)
  const today = dateAt(new Date())
  const { data, error, refetch, isFetching } = useCall(
    coverage,
    { organizationId: id, by, ...(period && { period }) },
    { keepPrevious: true },
  )
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  const idOf = new Map(organizations.map((one) => [one.code, one.id]))
  const addressOf = (line: CoverageLine): string => {
    if (by === 'organization') return `/standing/cells?of=${idOf.get(line.key) ?? id}`
    return `/standing/cells?of=${id}&below=true&${by}=${line.key}`
  }
  const nameOf = (line: CoverageLine) =>
    by === 'level' ? say(`office.standing.level.${line.key}`) : line.name
  return (
    <>
      <StandingTitle />
      <search className="filters">
        <Radio.Group
          optionType="button"
          aria-label={say('office.standing.by')}
          value={by}
          onChange={({ target }) => address.set({ by: target.value })}
          options={optionsOf(groupings, (value) => say(`office.standing.by.${value}`))}
        />
        <Select
          className="choice"
          aria-label={say('office.standing.period')}
          value={kind}
          onChange={(value: PeriodKind) => address.set({ period: periodOf(value, today) })}
          options={optionsOf(kinds, (value) => say(`office.standing.period.${value}`))}
        />
        {kind !== 'all' && (
          <Select
            className="choice"
            aria-label={say('office.standing.period.which')}
            value={period}
            onChange={(value) => address.set({ period: value })}
            options={periodsBefore(kind, today, spans[kind]).map((value) => ({
              value,
              label: value,
            }))}
          />
        )}
      </search>
      {period && (
        <p className="quiet span-note">{say('office.standing.period.note', daysOf(period))}</p>
      )}
      {!data && <Waiting rows={8} />}
      {data && data.lines.length === 0 && (
        <Empty title={say('office.standing.none')} next={say('office.standing.none.next')} />
      )}
      {data && data.lines.length > 0 && (
        <section className="block coverage-block" aria-busy={isFetching}>
          <CoverageTable
            heading={say(`office.standing.unit.${by}`)}
            lines={data.lines}
            total={data.total}
            nameOf={nameOf}
            show={(line) => <Link to={addressOf(line)}>{nameOf(line)}</Link>}
          />
        </section>
      )}
    </>
  )
}
