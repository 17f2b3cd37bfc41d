import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { addDays, dateAt } from '#platform/civil-date'
import { type AnalysisShape, requestAnalysis } from '#requests/contract'
import { Field } from '../../parts/Field.tsx'
import { OrganizationSelect } from '../../parts/OrganizationSelect.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { DayField } from '../../parts/TextField.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { RequestRooms } from '../RequestRooms.tsx'
import { Cases, type Figure } from './Cases.tsx'
import { LikeGroups } from './LikeGroups.tsx'
import { Proposals } from './Proposals.tsx'
import './learning.css'

const quarterDays = 91

interface Period {
  readonly from: string
  readonly to: string
  readonly organizationId?: number
}

type Open = (figure: Figure) => void

function Totals({ of, onOpen }: { of: AnalysisShape; onOpen: Open }) {
  const say = useSay()
  const figures = [
    ['all', of.received],
    ['answered', of.answered],
    ['late', of.late],
    ['lapsed', of.lapsed],
    ['pending', of.pending],
  ] as const
  return (
    <div className="figures">
      {figures.map(([by, count]) => (
        <div key={by}>
          {say(`learning.total.${by}`)}
          <b>{count}</b>
          <button
            type="button"
            className="link no-print"
            onClick={() => onOpen({ by, key: '', name: say(`learning.total.${by}`) })}
          >
            {say('learning.open')}
          </button>
        </div>
      ))}
      <div>
        {say('learning.total.before')}
        <b>{of.receivedBefore}</b>
      </div>
      <div>
        {say('learning.total.days')}
        <b>{of.medianDays ?? '—'}</b>
      </div>
    </div>
  )
}

function Bars(props: {
  title: string
  rows: readonly { key: string; name: string; count: number }[]
  onOpen: (row: { key: string; name: string }) => void
}) {
  const say = useSay()
  const most = Math.max(1, ...props.rows.map(({ count }) => count))
  const hundred = 100
  return (
    <section className="block">
      <h2>{props.title}</h2>
      {props.rows.length === 0 && <p className="quiet">{say('learning.noFigures')}</p>}
      <ul className="bars">
        {props.rows.map((row) => (
          <li key={row.key}>
            <span>{row.name}</span>
            <span
              className="bar"
              aria-hidden="true"
              style={{ width: `${(row.count / most) * hundred}%` }}
            />
            <button
              type="button"
              className="link"
              aria-label={say('learning.openOf', { name: row.name, n: row.count })}
              onClick={() => props.onOpen(row)}
            >
              {row.count}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Body({ of, period, onOpen }: { of: AnalysisShape; period: Period; onOpen: Open }) {
  const say = useSay()
  const nameOf = (by: string, figure: { key: string; name: string }) => {
    if (by === 'door') return say(`request.door.${figure.key}`)
    if (by === 'requester') return say(`learning.requester.${figure.key}`)
    if (by === 'result')
      return figure.key === '' ? say('learning.noResult') : say(`learning.result.${figure.key}`)
    return figure.name || say('learning.noSubject')
  }
  const { satisfaction } = of
  return (
    <>
      <Totals of={of} onOpen={onOpen} />
      <div className="analysis-grid">
        {of.groups.map(({ by, figures }) => (
          <Bars
            key={by}
            title={say(`learning.by.${by}`)}
            rows={figures.map((figure) => ({ ...figure, name: nameOf(by, figure) }))}
            onOpen={({ key, name }) => onOpen({ by, key, name })}
          />
        ))}
        <Bars
          title={say('learning.satisfaction', {
            n: satisfaction.rated,
            average: satisfaction.average ?? '—',
          })}
          rows={satisfaction.stars
            .map((count, at) => ({
              key: String(at + 1),
              name: say('learning.stars', { n: at + 1 }),
              count,
            }))
            .reverse()}
          onOpen={({ key, name }) => onOpen({ by: 'stars', key, name })}
        />
        {of.frequent.length > 0 && (
          <section className="block">
            <h2>{say('learning.frequentAskers')}</h2>
            <p className="quiet">{say('learning.frequentAskers.about')}</p>
            <ul className="like-list">
              {of.frequent.map((one) => (
                <li key={`${one.month} ${one.organization.id} ${one.items}`}>
                  {say('learning.frequentAsker', {
                    month: one.month,
                    name: one.organization.name,
                    n: one.items,
                  })}
                </li>
              ))}
            </ul>
          </section>
        )}
        <LikeGroups groups={of.likes} from={period.from} to={period.to} />
      </div>
    </>
  )
}

/** What a period's requests teach; a page that a leader can print (M75, M71). */
export function Component() {
  const say = useSay()
  const today = dateAt(new Date())
  const [period, setPeriod] = useState<Period>({ from: addDays(today, -quarterDays), to: today })
  const [open, setOpen] = useState<Figure | null>(null)
  const whole = period.from !== '' && period.to !== ''
  const { data: of, error } = useCall(requestAnalysis, whole ? period : null, {
    keepPrevious: true,
  })
  return (
    <>
      <PageTitle
        title={say('learning.analysis')}
        about={say('learning.analysis.about')}
        actions={<Button onClick={() => window.print()}>{say('office.case.print')}</Button>}
      />
      <RequestRooms />
      <div className="filters">
        <DayField
          label={say('learning.from')}
          value={period.from}
          onChange={(text) => setPeriod({ ...period, from: text })}
        />
        <DayField
          label={say('learning.to')}
          value={period.to}
          onChange={(text) => setPeriod({ ...period, to: text })}
        />
        <Field label={say('office.organization')}>
          {({ id }) => (
            <OrganizationSelect
              id={id}
              allowClear
              value={period.organizationId ?? null}
              onChange={(chosen) =>
                setPeriod({
                  from: period.from,
                  to: period.to,
                  ...(chosen !== null && { organizationId: chosen }),
                })
              }
            />
          )}
        </Field>
      </div>
      <RefusalNote error={error} />
      {of ? <Body of={of} period={period} onOpen={setOpen} /> : !error && <Waiting rows={8} />}
      <Proposals />
      <Drawer open={open !== null} title={open?.name} onClose={() => setOpen(null)} destroyOnHidden>
        {open && <Cases period={period} figure={open} />}
      </Drawer>
    </>
  )
}
