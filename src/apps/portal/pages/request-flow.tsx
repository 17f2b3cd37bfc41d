import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { CardTable, Cell } from '../parts/card-table.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import type { FlowView, LogView } from '../request-views.ts'

// Units of the drawing; the style sheet lets it shrink to the width there is.
const size = { box: 300, side: 250, height: 56, gap: 30, between: 70 }

/** Boxes one below the other, side roads beside the step from which they lead off. */
const Chart = ({ steps }: FlowView) => {
  const { say } = useChrome()
  const width = size.box + size.between + size.side + 8
  let y = 4
  const rows = steps.map((step) => {
    const top = y
    const lanes = Math.max(1, step.aside.length)
    y += lanes * size.height + (lanes - 1) * 12 + size.gap
    return { step, top }
  })
  const middle = 4 + size.box / 2
  return (
    <svg
      class="flow-chart"
      role="img"
      aria-labelledby="flow-title"
      aria-describedby="flow-steps"
      viewBox={`0 0 ${width} ${y}`}
    >
      <title id="flow-title">{say('portal.flow.alt')}</title>
      {rows.map(({ step, top }, at) => (
        <g key={step.step}>
          {at > 0 && (
            <path class="way" d={`M${middle} ${top - size.gap}V${top - 2}m-5 -7 5 7 5-7`} />
          )}
          {at < rows.length - 1 && step.aside.length > 1 && (
            <path
              class="way"
              d={`M${middle} ${top + size.height}V${(rows[at + 1]?.top ?? top) - size.gap}`}
            />
          )}
          <rect class="step" x="4" y={top} width={size.box} height={size.height} rx="4" />
          <text x={middle} y={top + 24} text-anchor="middle">
            {say(`portal.flow.step.${step.step}`)}
          </text>
          <text class="limit" x={middle} y={top + 45} text-anchor="middle">
            {say('portal.flow.within', { days: step.days })}
          </text>
          {step.aside.map(({ road, limit }, lane) => {
            const laneTop = top + lane * (size.height + 12)
            const left = 4 + size.box + size.between
            const level = laneTop + size.height / 2
            const from = lane === 0 ? 4 + size.box : 4 + size.box + size.between / 2
            return (
              <g key={road}>
                <path
                  class="way aside"
                  d={`${lane === 0 ? `M${from} ${level}` : `M${from} ${top + size.height / 2}V${level}`}H${left - 2}m-7 -5 7 5 -7 5`}
                />
                <rect
                  class="aside"
                  x={left}
                  y={laneTop}
                  width={size.side}
                  height={size.height}
                  rx="4"
                />
                <text x={left + size.side / 2} y={laneTop + 24} text-anchor="middle">
                  {say(`portal.flow.road.${road}`)}
                </text>
                <text class="limit" x={left + size.side / 2} y={laneTop + 45} text-anchor="middle">
                  {say(`portal.flow.limit.${road}`, { days: limit.days })}
                </text>
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

const Flow = (view: FlowView) => {
  const { say, to, contentLang } = useChrome()
  return (
    <FixedPage name="requestFlow" door="request">
      <p class="lead">
        {say('portal.flow.lead', { days: view.reply.days, article: view.reply.article })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, by the keyboard too */}
      <section class="scroll" tabIndex={0} aria-label={say('portal.flow.alt')}>
        <Chart {...view} />
      </section>
      <section id="flow-steps" aria-labelledby="flow-words">
        <h2 id="flow-words">{say('portal.flow.words')}</h2>
        <ol class="flow-steps">
          {view.steps.map(({ step, days, source, aside }) => (
            <li key={step}>
              <strong>{say(`portal.flow.step.${step}`)}</strong>{' '}
              {say('portal.flow.within', { days })}{' '}
              <span class="about" lang={contentLang}>
                {source}
              </span>
              {aside.length > 0 && (
                <ul>
                  {aside.map(({ road, limit }) => (
                    <li key={road}>
                      {say(`portal.flow.road.${road}`)}{' '}
                      {say(`portal.flow.limit.${road}`, { days: limit.days })}{' '}
                      <span class="about" lang={contentLang}>
                        {limit.article}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </section>
      <p>
        <a class="button" href={to(addresses.requestNew)}>
          {say('portal.ask.entry.new')}
        </a>
      </p>
    </FixedPage>
  )
}

const Log = ({ lines, next, first }: LogView) => {
  const { say, to, contentLang } = useChrome()
  const columns = ['title', 'office', 'received', 'answered', 'result', 'document'] as const
  return (
    <FixedPage name="requestLog" door="request">
      <p class="lead">{say('portal.log.lead')}</p>
      {lines.length === 0 ? (
        <p class="sentence">{say('portal.log.none')}</p>
      ) : (
        <CardTable
          caption={say('portal.column.requestLog')}
          columns={columns.map((name) => ({ name, words: say(`portal.log.${name}`) }))}
        >
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row" lang={contentLang}>
                  {line.title}
                </th>
                <Cell label={say('portal.log.office')}>
                  <a href={to(addresses.organization(line.organization.code))} lang={contentLang}>
                    {line.organization.name}
                  </a>
                </Cell>
                <Cell label={say('portal.log.received')}>
                  <time>{line.receivedOn}</time>
                </Cell>
                <Cell label={say('portal.log.answered')}>
                  <time>{line.answeredOn}</time>
                </Cell>
                <Cell label={say('portal.log.result')}>
                  {line.resultCode && say(`portal.ask.result.${line.resultCode}`)}
                </Cell>
                <Cell label={say('portal.log.document')}>
                  {line.document && (
                    <a href={to(addresses.document(line.document.id))} lang={contentLang}>
                      {line.document.title}
                    </a>
                  )}
                </Cell>
              </tr>
            ))}
          </tbody>
        </CardTable>
      )}
      <p class="pager">
        {!first && <a href={to(addresses.requestLog())}>{say('portal.log.newest')}</a>}{' '}
        {next && <a href={to(addresses.requestLog(next))}>{say('portal.log.older')}</a>}
      </p>
    </FixedPage>
  )
}

/** How requests go through the house, drawn from the limits in force (M77). */
export const renderRequestFlow = (view: FlowView, chrome: Chrome): string =>
  draw(chrome, <Flow {...view} />)

/** Answered requests that anybody may read of (M78). */
export const renderRequestLog = (view: LogView, chrome: Chrome): string =>
  draw(chrome, <Log {...view} />)
