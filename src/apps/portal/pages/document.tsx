import { dateAt, minuteAt } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { type Chrome, errorReportOf, useChrome } from '../chrome.ts'
import { fixedAbove, fixedColumn } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { Datasets } from '../parts/dataset.tsx'
import {
  Attachments,
  AttributeMark,
  Banner,
  Metadata,
  Notes,
  SealMark,
  withScrollingTables,
} from '../parts/document.tsx'
import { ExplainsEnded, Explanation } from '../parts/interpretation.tsx'
import { ClarifiedBanner, Clarifies, LifeMargin } from '../parts/life-cycle.tsx'
import { Lines, Links } from '../parts/lines.tsx'
import { CitedEnded, OfficialCopy } from '../parts/policies.tsx'
import { QrCode } from '../qr.tsx'
import type { DocumentView } from '../views.ts'

/** Who published it and when, and what one can do with it. */
const Byline = (view: DocumentView) => {
  const { say, to, figure, site, address, contentLang } = useChrome()
  return (
    <div class="byline">
      <p>
        <span>
          {say('portal.document.source')} <span lang={contentLang}>{view.source}</span>
        </span>
        <span>
          {say('portal.document.published')}{' '}
          <time dateTime={view.publishedAt.toISOString()}>{minuteAt(view.publishedAt)}</time>
        </span>
        {view.updatedAt && (
          <span>
            {say('portal.document.updated')}{' '}
            <time dateTime={view.updatedAt.toISOString()}>{minuteAt(view.updatedAt)}</time>
          </span>
        )}
        {view.visits !== null && (
          <span>{say('portal.document.visits', { n: figure(view.visits) })}</span>
        )}
      </p>
      <p class="actions">
        {/* Shown by the deferred script, which gives them their work. */}
        <button type="button" data-do="print" hidden>
          {say('portal.document.print')}
        </button>
        <button type="button" data-do="close" hidden>
          {say('portal.document.close')}
        </button>
        {view.editions > 1 && (
          <a href={to(addresses.history(view.id))}>
            {say('portal.document.history', { n: view.editions })}
          </a>
        )}
        <a href={errorReportOf({ site, address })}>{say('portal.document.reportError')}</a>
      </p>
    </div>
  )
}

/** Where the gazette printed it: the place that is cited. */
const PrintedIn = ({ printed }: Pick<DocumentView, 'printed'>) => {
  const { say, to } = useChrome()
  if (!printed) return null
  const { year, number, entryNumber, title } = printed
  return (
    <p class="note">
      {say('portal.gazette.printedIn', { title })}{' '}
      <a href={to(addresses.gazetteCitation(year, number, entryNumber))}>
        {say('gazette.issueName', { ...printed })}
      </a>
    </p>
  )
}

/** What stands beside the text: explanations both ways, the same matter, the other columns. */
const Margin = (view: DocumentView) => {
  const { say, to, site, contentLang } = useChrome()
  return (
    <aside class="margin">
      <LifeMargin cycle={view.cycle} />
      {view.explainedBy.length > 0 && (
        <section>
          <h2>{say('portal.document.explainedBy')}</h2>
          <Links documents={view.explainedBy} />
          <p>
            <a href={to(addresses.consultation({ policy: view.id }))}>
              {say('portal.consultation.ask')}
            </a>
          </p>
        </section>
      )}
      {view.explains.length > 0 && (
        <section>
          <h2>{say('portal.document.explains')}</h2>
          <Links documents={view.explains} />
        </section>
      )}
      {view.alsoIn.length > 0 && (
        <section>
          <h2>{say('portal.document.alsoIn')}</h2>
          <ul class="links" lang={contentLang}>
            {view.alsoIn.map(({ name, address }) => (
              <li key={address}>
                <a href={to(address)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.life?.[0] && (
        <section>
          <h2>{say('topics.stage')}</h2>
          <p>
            {say(`topics.stage.${view.life[0].stage}`)}{' '}
            <a href={to(addresses.life(view.life[0].organizationCode, view.life[0].matterCode))}>
              {say('portal.life.link')}
            </a>
          </p>
        </section>
      )}
      <section class="share">
        <h2>{say('portal.document.share')}</h2>
        <QrCode
          text={site.origin + addresses.document(view.id)}
          label={say('portal.document.qr')}
        />
        <p class="plain-address">{site.origin + addresses.document(view.id)}</p>
      </section>
    </aside>
  )
}

const Article = (view: DocumentView) => {
  const { say, contentLang } = useChrome()
  const own = view.trail.at(-1) ?? fixedColumn(say, 'platform')
  const crumbs = [
    ...fixedAbove(say, own.address),
    ...view.trail,
    { name: say('portal.document.text'), address: null },
  ]
  return (
    <Page
      title={view.title}
      column={own}
      crumbs={crumbs}
      door={own.address.split('/')[1]}
      frame="with-margin"
      article={view}
    >
      <article lang={contentLang}>
        <Banner validity={view.validity} />
        <ExplainsEnded explains={view.explains} />
        <CitedEnded cited={view.cited} />
        <ClarifiedBanner cycle={view.cycle} />
        <h1 class="document-title">{view.title}</h1>
        <Byline {...view} />
        <Notes notes={view.notes} />
        <Clarifies cycle={view.cycle} />
        <Metadata {...view} publishedOn={dateAt(view.publishedAt)} />
        <PrintedIn printed={view.printed} />
        <OfficialCopy official={view.official} />
        <Explanation explanation={view.explanation ?? null} />
        <div
          class="text"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the documents module
          dangerouslySetInnerHTML={{
            __html: withScrollingTables(view.bodyHtml, say('portal.table')),
          }}
        />
        <AttributeMark {...view} />
        <Attachments document={view.id} attachments={view.attachments} />
        <SealMark {...view} />
      </article>
      <Margin {...view} />
      {view.tables && (
        <Datasets
          page={addresses.document(view.id)}
          tables={view.tables}
          seal={view.seal ?? null}
        />
      )}
      {view.neighbours.length > 0 && (
        <section class="neighbours">
          <h2>{say('portal.document.neighbours')}</h2>
          <Lines documents={view.neighbours} />
        </section>
      )}
    </Page>
  )
}

/** One document in its live edition, as it was signed. */
export const renderDocument = (view: DocumentView, chrome: Chrome): string =>
  draw(chrome, <Article {...view} />)
