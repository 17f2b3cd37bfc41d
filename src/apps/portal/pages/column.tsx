import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedAbove } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { Day, LinesOrSentence } from '../parts/lines.tsx'
import type { ColumnDuty, ColumnEntry, ColumnView } from '../views.ts'

/** Columns beneath this one. A matter without content is named, though it has no page (M13). */
export const Columns = ({ entries }: { entries: readonly ColumnEntry[] }) => {
  const { say, to, contentLang } = useChrome()
  return (
    <ul class="columns">
      {entries.map((entry) => (
        <li key={entry.name}>
          {entry.address === null ? (
            <span class="folded" title={say('portal.column.folded')}>
              <span lang={contentLang}>{entry.name}</span>
              <span class="about">{say('portal.column.folded.short')}</span>
            </span>
          ) : (
            <a href={to(entry.address)}>
              <span lang={contentLang}>{entry.name}</span>
              <span class="about">
                {say('portal.field.documents', { n: entry.documents })}
                {entry.latestOn && (
                  <>
                    {' · '}
                    <Day on={entry.latestOn} />
                  </>
                )}
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the catalogue demands here, so that a reader can see what may be expected. */
const Duty = ({ duty }: { duty: ColumnDuty }) => {
  const { say, contentLang } = useChrome()
  const rows = [
    ['contents', duty.contents.join('；')],
    ['timeLimit', duty.timeLimit],
    ['bodies', duty.bodies.join('、')],
    ['bases', duty.bases.join('、')],
  ] as const
  return (
    <details class="duty">
      <summary>{say('portal.duty')}</summary>
      <dl class="pairs" lang={contentLang}>
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{say(`portal.catalogue.${name}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const Column = ({ column, trail, children, duty, documents }: ColumnView) => {
  const { say, contentLang } = useChrome()
  const crumbs = [...fixedAbove(say, column.address), ...trail, column]
  const door = column.address.split('/')[1]
  const feed = addresses.feed(column.address)
  return (
    <Page title={column.name} column={column} crumbs={crumbs} door={door} feed={feed}>
      <header class="title-row">
        <h1 lang={contentLang}>{column.name}</h1>
        <a class="quiet" href={feed}>
          {say('portal.feed')}
        </a>
      </header>
      {duty && <Duty duty={duty} />}
      {children.length > 0 && (
        <nav aria-label={say('portal.column.beneath')}>
          <Columns entries={children} />
        </nav>
      )}
      <LinesOrSentence
        slice={documents}
        address={column.address}
        empty={say('portal.column.empty')}
      />
    </Page>
  )
}

/** Any list of documents: an L1 or L2 matter, one organization's field, a hand-made column. */
export const renderColumn = (view: ColumnView, chrome: Chrome): string =>
  draw(chrome, <Column {...view} />)
