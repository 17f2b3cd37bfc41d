import { minuteAt } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import type { EventLine, EventPage, NegativeListView } from '../life-cycle-views.ts'
import { draw, Page } from '../page.tsx'
import { CardTable, Cell } from '../parts/card-table.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { DocumentName } from '../parts/lines.tsx'

const Minute = ({ at }: { at: Date }) => <time dateTime={at.toISOString()}>{minuteAt(at)}</time>

const NegativeList = ({ groups }: NegativeListView) => {
  const { say, to, contentLang } = useChrome()
  const columns = ['category', 'attribute', 'article', 'extent'].map((name) => ({
    name,
    words: say(`portal.negative.${name}`),
  }))
  return (
    <FixedPage name="negativeList" door="platform">
      <p class="lead">{say('portal.negative.lead')}</p>
      <p>
        <a href={to(addresses.request)}>{say('portal.negative.request')}</a>
      </p>
      {groups.length === 0 && <p class="sentence">{say('portal.negative.none')}</p>}
      {groups.map(({ unit, entries }) => (
        <section key={unit}>
          <h2 lang={contentLang}>{unit}</h2>
          <CardTable caption={unit} columns={columns} kind="negative">
            <tbody lang={contentLang}>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <Cell label={say('portal.negative.category')}>{entry.category}</Cell>
                  <Cell label={say('portal.negative.attribute')}>
                    {say(`portal.negative.attribute.${entry.attribute}`)}
                  </Cell>
                  <Cell label={say('portal.negative.article')}>{entry.article}</Cell>
                  <Cell label={say('portal.negative.extent')}>
                    {entry.extent === 'part'
                      ? say('portal.negative.part', { note: entry.extentNote })
                      : say('portal.negative.whole')}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </CardTable>
        </section>
      ))}
    </FixedPage>
  )
}

const State = ({ open }: { open: boolean }) => {
  const { say } = useChrome()
  return (
    <span class={`tag ${open ? 'due' : 'notApplicable'}`}>
      {say(open ? 'portal.event.open' : 'portal.event.closed')}
    </span>
  )
}

const Events = ({ events }: { events: readonly EventLine[] }) => {
  const { say, to, figure, contentLang } = useChrome()
  return (
    <FixedPage name="events" door="platform">
      {events.length === 0 && <p class="sentence">{say('portal.event.none')}</p>}
      <ul class="lines">
        {events.map((event) => (
          <li key={event.id}>
            <span class="line-title">
              <a href={to(addresses.event(event.id))} lang={contentLang}>
                {event.title}
              </a>{' '}
              <State open={event.open} />
            </span>
            <span class="line-about">
              <span lang={contentLang}>{event.unit.name}</span>
              <span>{say('portal.event.count', { n: figure(event.updates) })}</span>
              {event.latestAt && <Minute at={event.latestAt} />}
            </span>
          </li>
        ))}
      </ul>
    </FixedPage>
  )
}

/** What the rules ask of such news and when it came: told as facts, so that a kept page stays true. */
const Clock = ({ clock }: { clock: EventPage['clocks'][number] }) => {
  const { say, contentLang } = useChrome()
  const { doneAt, dueAt } = clock
  const after = doneAt && doneAt > dueAt ? 'lateDone' : doneAt ? 'met' : null
  return (
    <li>
      {say('portal.event.clock', {
        name: say(`portal.event.${clock.name}`),
        hours: clock.hours,
        due: minuteAt(dueAt),
      })}
      {after && doneAt && say(`portal.event.clock.${after}`, { at: minuteAt(doneAt) })}
      <span class="about" lang={contentLang}>
        {' '}
        {clock.source}
      </span>
    </li>
  )
}

const Event = (event: EventPage) => {
  const { say, contentLang } = useChrome()
  const column = fixedColumn(say, 'events')
  return (
    <Page
      title={event.title}
      column={column}
      crumbs={[
        fixedColumn(say, 'platform'),
        column,
        { name: event.title, address: addresses.event(event.id) },
      ]}
      door="platform"
    >
      <h1 lang={contentLang}>{event.title}</h1>
      <p class="about">
        <span lang={contentLang}>{event.unit.name}</span> ·{' '}
        {say('portal.event.known', { at: minuteAt(event.knownAt) })} <State open={event.open} />
      </p>
      {event.summary && (
        <p class="lead" lang={contentLang}>
          {event.summary}
        </p>
      )}
      <section>
        <h2>{say('portal.event.updates')}</h2>
        <ol class="updates">
          {event.words.map((word) => (
            <li key={word.id}>
              <Minute at={word.at} />
              <div lang={contentLang}>
                <h3>
                  <DocumentName link={word} />
                </h3>
                <p>{word.summary}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{say('portal.event.limits')}</h2>
        <ul class="clocks">
          {event.clocks.map((clock) => (
            <Clock key={clock.name} clock={clock} />
          ))}
        </ul>
      </section>
    </Page>
  )
}

/** Categories that are not disclosed, with ground and extent, unit by unit (M6). */
export const renderNegativeList = (view: NegativeListView, chrome: Chrome): string =>
  draw(chrome, <NegativeList {...view} />)

/** Emergencies, open ones first (M45). */
export const renderEvents = (events: readonly EventLine[], chrome: Chrome): string =>
  draw(chrome, <Events events={events} />)

/** One emergency: what is known, newest word first, and the limits that hold for it. */
export const renderEvent = (event: EventPage, chrome: Chrome): string =>
  draw(chrome, <Event {...event} />)
