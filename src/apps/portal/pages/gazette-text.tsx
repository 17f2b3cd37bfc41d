import type { ContentsLine, GazetteHit, PublicIssue } from '#gazette'
import { addresses, after } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw, Page } from '../page.tsx'
import { Banner, withScrollingTables } from '../parts/document.tsx'
import { ValidityMark } from '../parts/lines.tsx'
import type { DocumentView, Validity } from '../views.ts'
import { GazetteSearchBox, useGazette, useIssueColumn } from './gazette.tsx'

export interface PrintedTextView {
  readonly title: string
  readonly issue: PublicIssue
  readonly line: ContentsLine
  readonly text: {
    readonly documentId: number
    readonly number: number
    readonly page: number | null
    readonly title: string
    readonly html: string
    readonly documentNumber: string
    readonly issuingOrgan: string
    readonly corrected: boolean
  }
  /** How the document stands today. */
  readonly validity: DocumentView['validity']
}

const PrintedText = ({ title, issue, line, text, validity }: PrintedTextView) => {
  const { say, to, site, contentLang } = useChrome()
  const column = useGazette()
  const own = useIssueColumn(issue)
  const cited = addresses.gazetteCitation(issue.year, issue.number, text.number)
  const crumbs = [column, own, { name: say('portal.document.text'), address: null }]
  return (
    <Page title={text.title} column={own} crumbs={crumbs} frame="with-margin">
      <article lang={contentLang}>
        <Banner validity={validity} />
        {text.corrected && (
          <p class="banner amended">
            {say('portal.gazette.corrected')}{' '}
            <a href={to(addresses.document(text.documentId))}>{say('portal.gazette.onSite')}</a>
          </p>
        )}
        <h1 class="document-title">{text.title}</h1>
        {text.documentNumber && <p>{text.documentNumber}</p>}
        <p class="printed-in">
          {line.standard && <strong class="standard-text">{say('portal.gazette.standard')}</strong>}{' '}
          {say('portal.gazette.printedIn', { title })} <a href={to(own.address)}>{own.name}</a>
          {text.page !== null && <> {say('portal.gazette.page', { page: text.page })}</>}
        </p>
        {line.standard && (
          <p class="about">{say('portal.gazette.standardBy', { rule: line.standard })}</p>
        )}
        <div
          class="text"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the documents module
          dangerouslySetInnerHTML={{ __html: withScrollingTables(text.html, say('portal.table')) }}
        />
      </article>
      <aside class="margin">
        <section>
          <h2>{say('portal.gazette.citation')}</h2>
          <p class="plain-address">
            <a href={to(cited)}>{site.origin + cited}</a>
          </p>
          <p>
            <a href={to(addresses.document(text.documentId))}>{say('portal.gazette.onSite')}</a>
          </p>
        </section>
      </aside>
    </Page>
  )
}

/** One text as the gazette printed it. */
export const renderPrintedText = (view: PrintedTextView, chrome: Chrome): string =>
  draw(chrome, <PrintedText {...view} />)

/** A hit with how its document stands today: what was printed once may have ended since. */
type MarkedHit = GazetteHit & { readonly validity: Validity | null }

export interface GazetteSearchView {
  readonly query: {
    readonly q: string
    readonly year: number | null
    readonly after: string | null
  }
  readonly years: readonly number[]
  readonly hits: readonly MarkedHit[]
  readonly next: string | null
}

const Marked = ({ text }: { text: GazetteHit['title'] }) =>
  text.map((piece, at) =>
    piece.found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
      <mark key={at}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  )

const Hit = ({ hit }: { hit: MarkedHit }) => {
  const { say, to, contentLang } = useChrome()
  const name = say('gazette.issueName', { year: hit.year, number: hit.number, total: hit.total })
  const page = hit.page === null ? '' : say('portal.gazette.page', { page: hit.page })
  // A browser opens a PDF at a page when told so.
  const address =
    hit.entryNumber === null
      ? `${addresses.gazetteFile(hit.year, hit.number)}#page=${hit.page ?? 1}`
      : to(addresses.gazetteText(hit.year, hit.number, hit.entryNumber))
  return (
    <li lang={contentLang}>
      <h2>
        <a href={address}>
          {hit.title.length > 0 ? <Marked text={hit.title} /> : `${name} ${page}`}
        </a>
        <ValidityMark state={hit.validity} />
      </h2>
      <p>
        <Marked text={hit.excerpt} />
      </p>
      <p class="line-about">
        <a href={to(addresses.gazetteIssue(hit.year, hit.number))}>{name}</a>
        {page && <span>{page}</span>}
        {hit.entryNumber !== null && (
          <span>{addresses.gazetteCitation(hit.year, hit.number, hit.entryNumber)}</span>
        )}
      </p>
    </li>
  )
}

const Search = ({ query, years, hits, next }: GazetteSearchView) => {
  const { say, to } = useChrome()
  const column = useGazette()
  const name = say('portal.gazette.searchTitle')
  const asked = addresses.gazetteSearch({ q: query.q, year: query.year })
  return (
    <Page title={name} column={column} crumbs={[column, { name, address: null }]}>
      <h1>{name}</h1>
      <GazetteSearchBox q={query.q} />
      {query.q !== '' && (
        <nav class="tabs" aria-label={say('portal.gazette.years')}>
          {[null, ...years].map((year) => (
            <a
              key={year ?? 'all'}
              href={to(addresses.gazetteSearch({ q: query.q, year }))}
              aria-current={year === query.year ? 'page' : undefined}
            >
              {year ?? say('portal.all')}
            </a>
          ))}
        </nav>
      )}
      {hits.length === 0 ? (
        <p class="sentence" role="status">
          {say(query.q === '' ? 'portal.gazette.askSomething' : 'portal.gazette.nothing')}
        </p>
      ) : (
        <ol class="hits">
          {hits.map((hit) => (
            <Hit key={`${hit.year}.${hit.number}.${hit.entryNumber}.${hit.page}`} hit={hit} />
          ))}
        </ol>
      )}
      {next && (
        <p class="more">
          <a href={to(after(asked, next))}>{say('portal.pages.next')}</a>
        </p>
      )}
    </Page>
  )
}

/** Words found in the gazette from its first issue on, with the place to cite. */
export const renderGazetteSearch = (view: GazetteSearchView, chrome: Chrome): string =>
  draw(chrome, <Search {...view} />)
