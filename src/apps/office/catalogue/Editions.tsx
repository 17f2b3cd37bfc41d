import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type CatalogueEdition, editions, openDraft } from '#catalogue/contract'
import type { AnswerOf } from '../call.ts'
import { CardTable, type Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import { useGovernment } from './government.ts'
import { OpenDraft } from './OpenDraft.tsx'
import { CatalogueTitle } from './parts/CatalogueTitle.tsx'
import { EditionTag } from './parts/EditionTag.tsx'
import './catalogue.css'

const columnsOf = (say: Say): Column<CatalogueEdition>[] => [
  {
    key: 'title',
    title: say('office.catalogue.edition'),
    show: (one) => (
      <Link to={`/catalogue/editions/${one.id}`}>
        {one.title}
        <small className="quiet below">
          {say('office.catalogue.edition.number', { number: one.number })}
        </small>
      </Link>
    ),
  },
  {
    key: 'state',
    title: say('office.catalogue.state'),
    width: 120,
    show: (one) => <EditionTag edition={one} />,
  },
  {
    key: 'effectiveOn',
    title: say('office.catalogue.effectiveOn'),
    width: 120,
    show: (one) => <DateText of={one.effectiveOn} />,
  },
  {
    key: 'adopted',
    title: say('office.catalogue.adopted'),
    width: 180,
    show: (one) =>
      one.adoptedAt ? (
        <span className="quiet">
          {one.adoptedBy} <DateText of={one.adoptedAt} />
        </span>
      ) : (
        <span className="quiet">—</span>
      ),
  },
  {
    key: 'matters',
    title: say('office.catalogue.matters'),
    width: 90,
    align: 'right',
    show: (one) => one.matterCount,
  },
  {
    key: 'deviations',
    title: say('office.catalogue.deviations'),
    width: 90,
    align: 'right',
    show: (one) => (
      <Link to={`/catalogue/editions/${one.id}/deviations`}>{one.deviationCount}</Link>
    ),
  },
  {
    key: 'questions',
    title: say('office.catalogue.questions'),
    width: 90,
    align: 'right',
    show: (one) => (
      <Link to={`/catalogue/editions/${one.id}/questions`}>{one.openQuestionCount}</Link>
    ),
  },
]

/** Every edition of a government's catalogue, the draft first, and the catalogue to start from. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { government, mayChange } = useGovernment()
  const [isOpening, setOpening] = useState(false)
  const { data, error, isPending, refetch } = useCall(
    editions,
    government ? { organizationId: government.id } : null,
  )
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  const draft = data?.editions.find((one) => one.state === 'draft')
  return (
    <>
      <CatalogueTitle
        actions={
          mayChange &&
          (draft ? (
            <Button type="primary" onClick={() => void navigate(`/catalogue/editions/${draft.id}`)}>
              {say('office.catalogue.draft.go')}
            </Button>
          ) : (
            <Button type="primary" disabled={isPending} onClick={() => setOpening(true)}>
              {say('office.catalogue.draft.open')}
            </Button>
          ))
        }
      />
      <section className="table-block" aria-label={say('office.catalogue.editions')}>
        <CardTable
          rows={data?.editions ?? []}
          rowKey={(one) => one.id}
          columns={columnsOf(say)}
          loading={isPending}
          empty={
            <Empty
              title={say('office.catalogue.editions.none')}
              next={say(
                data?.above
                  ? 'office.catalogue.editions.none.above'
                  : 'office.catalogue.editions.none.next',
                { title: data?.above?.edition.title ?? '' },
              )}
              action={
                mayChange && (
                  <Button onClick={() => setOpening(true)}>
                    {say('office.catalogue.draft.open')}
                  </Button>
                )
              }
            />
          }
        />
      </section>
      {data?.above && government && (
        <Above
          above={data.above}
          organizationId={government.id}
          mayStart={mayChange && data.editions.length === 0}
        />
      )}
      {data?.reference && <Reference edition={data.reference} />}
      {isOpening && government && (
        <OpenDraft
          organizationId={government.id}
          hasInForce={data?.editions.some((one) => one.state === 'inForce') ?? false}
          reference={data?.reference ?? null}
          above={data?.above?.edition ?? null}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  )
}

/** The catalogue in force above, from which a town's own begins in one step. */
function Above(props: {
  above: NonNullable<AnswerOf<typeof editions>['above']>
  organizationId: number
  mayStart: boolean
}) {
  const say = useSay()
  const navigate = useNavigate()
  const { organizationId } = props
  const { edition, reaching } = props.above
  const start = useAct(openDraft, {
    refreshes: [editions],
    done: (draft) => void navigate(`/catalogue/editions/${draft.id}`),
  })
  return (
    <section className="block reference" aria-labelledby="catalogue-above">
      <h2 id="catalogue-above">
        <Link to={`/catalogue/editions/${edition.id}`}>{edition.title}</Link>{' '}
        <span className="mark none">{say('office.catalogue.above')}</span>
      </h2>
      <p>{say('office.catalogue.above.reaching', { count: reaching })}</p>
      {props.mayStart && (
        <>
          <p className="quiet">{say('office.catalogue.above.about')}</p>
          <RefusalNote error={start.error} />
          <p className="actions">
            <Button
              type="primary"
              loading={start.isPending}
              onClick={() => start.mutate({ organizationId, base: 'above' })}
            >
              {say('office.catalogue.above.start')}
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

/** What the program brings, and honestly what it is not. */
function Reference(props: { edition: CatalogueEdition }) {
  const say = useSay()
  return (
    <section className="block reference">
      <h2>
        <Link to={`/catalogue/editions/${props.edition.id}`}>{props.edition.title}</Link>{' '}
        <span className="mark none">{say('office.catalogue.reference')}</span>
      </h2>
      <p className="quiet">{props.edition.source || say('catalogue.referenceSource')}</p>
      <p>{say('office.catalogue.reference.counts', { count: props.edition.matterCount })}</p>
    </section>
  )
}
