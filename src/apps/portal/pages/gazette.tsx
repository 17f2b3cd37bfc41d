import type { ContentsLine, IssuePage, PublicIssue } from '#gazette'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw, Page } from '../page.tsx'
import { Day, ValidityMark } from '../parts/lines.tsx'
import { QrCode } from '../qr.tsx'
import type { ColumnIdentity, Validity } from '../views.ts'

export interface GazetteView {
  readonly title: string
  readonly sponsor: string
  readonly years: readonly { readonly year: number; readonly issues: number }[]
  readonly year: number | null
  readonly issues: readonly PublicIssue[]
}

/** A line of the contents with how its document stands today: the gazette prints what was, once. */
type IssueLine = ContentsLine & { readonly validity?: Validity | null }
export interface IssueView extends IssuePage {
  readonly lines: readonly IssueLine[]
  /** The link under which its file entered the public chain. */
  readonly seal?: { readonly number: number; readonly hash: string } | null
}

/** The gazette as a column of the site. */
export const useGazette = (): ColumnIdentity => {
  const { say } = useChrome()
  return {
    name: say('portal.gazette.title'),
    description: say('portal.gazette.lead'),
    keywords: [say('portal.gazette.title')],
    type: 'policy',
    address: addresses.gazette(),
  }
}

export const GazetteSearchBox = ({ q = '' }: { q?: string }) => {
  const { say, to } = useChrome()
  return (
    <form class="filters gazette-search" action={to(addresses.gazetteSearch())} method="get">
      <label class="wide">
        <span>{say('portal.gazette.search')}</span>
        <input type="search" name="q" value={q} maxLength={100} />
      </label>
      <button class="button" type="submit">
        {say('portal.gazette.find')}
      </button>
    </form>
  )
}

/** A cover set in type: the numbers are what one looks for. */
const Cover = ({ title, issue }: { title: string; issue: PublicIssue }) => {
  const { say, to, contentLang } = useChrome()
  return (
    <li>
      <a class="cover" href={to(addresses.gazetteIssue(issue.year, issue.number))}>
        <span class="cover-title" lang={contentLang}>
          {title}
        </span>
        <span class="cover-number">
          {issue.year}
          <b>{say('portal.gazette.number', { number: issue.number })}</b>
        </span>
        <span class="about">{say('portal.gazette.total', { total: issue.total })}</span>
        <span class="cover-foot">
          <Day on={issue.publishedOn} />
          <span>{say('portal.gazette.texts', { n: issue.texts })}</span>
        </span>
      </a>
    </li>
  )
}

const Gazette = ({ title, years, year, issues }: GazetteView) => {
  const { say, to, contentLang } = useChrome()
  const column = useGazette()
  return (
    <Page title={column.name} column={column} crumbs={[column]} feed={column.address}>
      <div class="title-row">
        <h1 lang={contentLang}>{title}</h1>
        <a class="quiet" href={addresses.feed(column.address)}>
          {say('portal.gazette.feed')}
        </a>
      </div>
      <p class="lead">{say('portal.gazette.lead')}</p>
      <GazetteSearchBox />
      {issues.length === 0 ? (
        <p class="sentence">{say('portal.gazette.empty')}</p>
      ) : (
        <>
          <nav class="tabs" aria-label={say('portal.gazette.years')}>
            {years.map((one) => (
              <a
                key={one.year}
                href={to(addresses.gazette(one.year))}
                aria-current={one.year === year ? 'page' : undefined}
              >
                {one.year}{' '}
                <span class="about">{say('portal.gazette.issues', { n: one.issues })}</span>
              </a>
            ))}
          </nav>
          <ul class="covers">
            {issues.map((issue) => (
              <Cover key={issue.id} title={title} issue={issue} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

/** The issues of a year by their covers. */
export const renderGazette = (view: GazetteView, chrome: Chrome): string =>
  draw(chrome, <Gazette {...view} />)

const Line = ({ issue, line }: { issue: PublicIssue; line: IssueLine }) => {
  const { say, to, contentLang } = useChrome()
  return (
    <li id={String(line.number)}>
      <span class="line-title" lang={contentLang}>
        <span class="about number">{line.number}</span>{' '}
        {line.title === null ? (
          <span class="about">{say('portal.gazette.gone')}</span>
        ) : (
          <a href={to(addresses.gazetteText(issue.year, issue.number, line.number))}>
            {line.title}
          </a>
        )}
        <ValidityMark state={line.validity} />
      </span>
      <span class="line-about">
        {line.documentNumber && <span lang={contentLang}>{line.documentNumber}</span>}
        {line.standard && line.title !== null && (
          <span class="standard-text">{say('portal.gazette.standard')}</span>
        )}
        {line.page !== null && <span>{say('portal.gazette.page', { page: line.page })}</span>}
      </span>
    </li>
  )
}

const Contents = ({ issue, lines, items }: IssueView) => {
  const { say, contentLang } = useChrome()
  const grouped = Map.groupBy(lines, ({ section }) => section)
  const backs = Map.groupBy(items, ({ section }) => section)
  return (
    <>
      {[...grouped].map(([section, own]) => (
        <section key={section}>
          <h2>{say(`gazette.section.${section}`)}</h2>
          <ol class="lines plain">
            {own.map((line) => (
              <Line key={line.number} issue={issue} line={line} />
            ))}
          </ol>
        </section>
      ))}
      {[...backs].map(([section, own]) => (
        <section key={section} lang={contentLang}>
          {section && <h2>{section}</h2>}
          <ol class="lines plain">
            {own.map((item) => (
              <li key={item.number} id={String(item.number)}>
                <span class="line-title">
                  <span class="about number">{item.number}</span> {item.title}
                </span>
                <span class="line-about">
                  {item.documentNumber && <span>{item.documentNumber}</span>}
                  {item.page !== null && (
                    <span>{say('portal.gazette.page', { page: item.page })}</span>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

export const useIssueColumn = (issue: PublicIssue): ColumnIdentity => {
  const { say } = useChrome()
  return {
    ...useGazette(),
    name: say('gazette.issueName', { year: issue.year, number: issue.number, total: issue.total }),
    address: addresses.gazetteIssue(issue.year, issue.number),
  }
}

const Issue = (view: IssueView) => {
  const { say, to, contentLang } = useChrome()
  const { title, issue, file } = view
  const column = useGazette()
  const own = useIssueColumn(issue)
  return (
    <Page title={`${title} ${own.name}`} column={own} crumbs={[column, own]}>
      <h1>
        <span lang={contentLang}>{title}</span> <small>{own.name}</small>
      </h1>
      <p class="lead">
        {say('portal.gazette.publishedOn', { day: issue.publishedOn })}{' '}
        <span class="about" lang={contentLang}>
          {view.sponsor}
        </span>
      </p>
      <p class="downloads">
        {file ? (
          <a href={addresses.gazetteFile(issue.year, issue.number)} download="">
            {say('portal.gazette.pdf', {
              pages: file.pages,
              size: Math.max(1, Math.round(file.size / 1024)),
            })}
          </a>
        ) : (
          <span class="about">{say('portal.gazette.noFile')}</span>
        )}
        <a href={to(addresses.gazetteSheet(issue.year, issue.number))}>
          {say('portal.gazette.sheet')}
        </a>
      </p>
      {file && view.pagesUnread > 0 && (
        <p class="note">
          {view.pagesUnread >= file.pages
            ? say('portal.gazette.scanned')
            : say('portal.gazette.scannedPages', { n: view.pagesUnread })}
        </p>
      )}
      {view.lines.length + view.items.length === 0 ? (
        <p class="sentence">{say('portal.gazette.noContents')}</p>
      ) : (
        <Contents {...view} />
      )}
      <p class="about gazette-cite">{say('portal.gazette.cite')}</p>
      {view.seal && file && (
        <p class="seal about">
          <a href={to(addresses.seals())}>
            {say('portal.seals.ofDocument', { number: view.seal.number })}
          </a>{' '}
          <code class="hash">{view.seal.hash.slice(0, 16)}</code>{' '}
          <a href={to(addresses.verify)}>{say('portal.gazette.verify')}</a>
        </p>
      )}
    </Page>
  )
}

/** One issue with its contents. */
export const renderIssue = (view: IssueView, chrome: Chrome): string =>
  draw(chrome, <Issue {...view} />)

const Sheet = (view: IssueView) => {
  const { say, site, contentLang } = useChrome()
  const { title, issue } = view
  const column = useGazette()
  const own = useIssueColumn(issue)
  const address = site.origin + own.address
  const lines = [
    ...view.lines.flatMap(({ number, title: text, documentNumber }) =>
      text === null ? [] : [{ number, text, documentNumber }],
    ),
    ...view.items.map(({ number, title: text, documentNumber }) => ({
      number,
      text,
      documentNumber,
    })),
  ]
  const name = say('portal.gazette.sheet')
  return (
    <Page
      title={`${title} ${own.name} ${name}`}
      column={own}
      crumbs={[column, own, { name, address: null }]}
      frame="gazette-sheet"
    >
      <div class="sheet-head">
        <h1>
          <span lang={contentLang}>{title}</span>
          <small>{own.name}</small>
        </h1>
        <QrCode text={address} label={say('portal.gazette.qr')} />
      </div>
      <p class="lead">
        {say('portal.gazette.publishedOn', { day: issue.publishedOn })} {say('portal.gazette.scan')}
      </p>
      <ol class="sheet-lines" lang={contentLang}>
        {lines.map(({ number, text, documentNumber }) => (
          <li key={number} value={number}>
            {text} {documentNumber && <span class="about">{documentNumber}</span>}
          </li>
        ))}
      </ol>
      <p class="plain-address">{address}</p>
      <p class="actions">
        <button type="button" data-do="print" hidden>
          {say('portal.document.print')}
        </button>
      </p>
    </Page>
  )
}

/** The issue on one sheet: titles, address and code, for kiosks, boards and new media. */
export const renderIssueSheet = (view: IssueView, chrome: Chrome): string =>
  draw(chrome, <Sheet {...view} />)
