import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { bundle, handIn, owed } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { BundleActions, TakeOut } from './BundleActions.tsx'
import { Rooms } from './Rooms.tsx'

export type Bundle = AnswerOf<typeof bundle>['bundle']

const states = ['open', 'collated', 'signed', 'released'] as const

/** Who did each step of the quarter, and when. */
function Steps(props: { of: Bundle }) {
  const say = useSay()
  const { of: one } = props
  const at = states.indexOf(one.state)
  const done = {
    open: ['', one.items[0]?.handedInAt ?? null],
    collated: [one.collatedBy, one.collatedAt],
    signed: [one.signedBy, one.signedAt],
    released: [one.releasedBy, one.releasedAt],
  } as const
  return (
    <ol className="quarter-steps">
      {states.map((state, place) => {
        const [by, when] = done[state]
        // The step that waits: handing in while open, else the one after the last that was done.
        const isCurrent = one.state === 'open' ? place === 0 : place === at + 1
        return (
          <li
            key={state}
            className={isCurrent ? 'current' : place <= at ? 'done' : ''}
            aria-current={isCurrent ? 'step' : undefined}
          >
            <b>{say(`bundle.step.${state}`)}</b>
            {when && place > 0 && place <= at ? (
              <span>
                {by} <DateText of={when} minute />
              </span>
            ) : (
              <span>{place === 0 ? <DateText of={one.handInBy} /> : '—'}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Items(props: { of: Bundle }) {
  const say = useSay()
  const { items, may } = props.of
  const inside = items.filter((item) => item.takenOutReason === null)
  return (
    <section className="block" aria-labelledby="bundle-items">
      <h2 id="bundle-items">{say('bundle.items', { n: inside.length })}</h2>
      {items.length === 0 && <Empty title={say('bundle.items.none')} />}
      <ul className="ruled-list">
        {items.map((item) => (
          <li key={`${item.editionId} ${item.handedInAt}`}>
            <div>
              <Link
                to={`/documents/${item.documentId}`}
                className={item.takenOutReason === null ? undefined : 'gone'}
              >
                {item.title}
              </Link>
              <p className="quiet">
                {item.organization.name} · {item.handedInBy}{' '}
                <DateText of={item.handedInAt} minute />
              </p>
              {item.takenOutReason !== null && (
                <p className="quiet">{say('bundle.takenOut', { reason: item.takenOutReason })}</p>
              )}
            </div>
            {item.late && <span className="mark late">{say('bundle.late')}</span>}
            {item.publishedAt && <span className="mark met">{say('bundle.state.released')}</span>}
            {item.takenOutReason === null && may.includes('takeOut') && (
              <TakeOut editionId={item.editionId} title={item.title} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ready(props: { lines: AnswerOf<typeof bundle>['ready'] }) {
  const say = useSay()
  const act = useAct(handIn, {
    refreshes: [bundle, owed],
    said: say('bundle.done'),
  })
  if (props.lines.length === 0) return null
  return (
    <section className="block" aria-labelledby="bundle-ready">
      <h2 id="bundle-ready">{say('bundle.ready', { n: props.lines.length })}</h2>
      <RefusalNote error={act.error} />
      <ul className="ruled-list">
        {props.lines.map((line) => (
          <li key={line.editionId}>
            <div>
              <Link to={`/documents/${line.documentId}`}>{line.title}</Link>
              <p className="quiet">{line.organization.name}</p>
            </div>
            {line.mayHandIn && (
              <Button
                size="small"
                loading={act.isPending && act.variables.id === line.editionId}
                onClick={() => act.mutate({ id: line.editionId })}
              >
                {say('bundle.handIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const beside = (year: number, quarter: number, by: 1 | -1): string => {
  const at = year * 4 + (quarter - 1) + by
  return `?year=${Math.floor(at / 4)}&quarter=${(at % 4) + 1}`
}

/** The bundle of a quarter: handed in, collated, signed, released together (M36). */
export function Component() {
  const say = useSay()
  const [query] = useSearchParams()
  const year = Number(query.get('year'))
  const quarter = Number(query.get('quarter'))
  const { data, error } = useCall(bundle, year && quarter ? { year, quarter } : {})
  const one = data?.bundle
  return (
    <>
      <PageTitle
        title={say('bundle.title')}
        about={
          one && say('bundle.days', { handIn: one.handInBy, end: one.endsOn, source: one.source })
        }
        actions={one && <BundleActions of={one} />}
      />
      <Rooms />
      {error && !data && <Fault error={error} />}
      {!data && !error && <Waiting rows={8} />}
      {data && one && (
        <>
          <div className="filters">
            <Link to={beside(one.year, one.quarter, -1)}>{say('bundle.previous')}</Link>
            <strong>{say('bundle.quarter', { year: one.year, quarter: one.quarter })}</strong>
            <Link to={beside(one.year, one.quarter, 1)}>{say('bundle.next')}</Link>
            <span className={`mark ${one.state === 'released' ? 'met' : 'going'}`}>
              {say(`bundle.state.${one.state}`)}
            </span>
          </div>
          <Steps of={one} />
          {one.note && <p className="desk-note">{one.note}</p>}
          <div className="bundle-grid">
            <div>
              <Items of={one} />
              <Ready lines={data.ready} />
            </div>
            <section className="block" aria-labelledby="bundle-missing">
              <h2 id="bundle-missing">{say('bundle.missing', { n: one.missing.length })}</h2>
              <ul className="ruled-list">
                {one.missing.map((unit) => (
                  <li key={unit.id}>{unit.name}</li>
                ))}
              </ul>
            </section>
          </div>
        </>
      )}
    </>
  )
}
