import { addresses, type SearchQuery } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { SearchBox } from '../header.tsx'
import { draw, Page } from '../page.tsx'
import { Day, Pager, ValidityMark } from '../parts/lines.tsx'
import type { Found, SearchHit, SearchView } from '../views.ts'

const Marked = ({ text }: { text: Found }) =>
  text.map((piece, at) =>
    piece.found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
      <mark key={at}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  )

const Hit = ({ hit }: { hit: SearchHit }) => {
  const { say, to, contentLang } = useChrome()
  return (
    <li lang={contentLang}>
      <h2>
        <a href={to(addresses.document(hit.id))}>
          {hit.category && <span class="category">[{hit.category}] </span>}
          <Marked text={hit.foundTitle} />
        </a>
        <ValidityMark state={hit.validity} />
      </h2>
      {hit.excerpt.length > 0 && (
        <p>
          <Marked text={hit.excerpt} />
        </p>
      )}
      <p class="line-about">
        <span>{hit.unit.name}</span>
        {hit.documentNumber && <span>{hit.documentNumber}</span>}
        <Day on={hit.publishedOn} />
        {hit.attachment && (
          <span>{say('portal.search.inAttachment', { name: hit.attachment })}</span>
        )}
      </p>
    </li>
  )
}

/** Facets as links: chosen ones can be taken back, so every narrowing has its address. */
const Facets = ({ query, facets }: Pick<SearchView, 'query' | 'facets'>) => {
  const { say, to, figure, contentLang } = useChrome()
  const groups = (['field', 'organization', 'year'] as const).filter(
    (name) => facets[name].length > 0,
  )
  const narrowed = (name: (typeof groups)[number], value: string | null): SearchQuery =>
    ({ ...query, [name]: value }) as SearchQuery
  return (
    <nav class="facets" id="facets" aria-label={say('portal.search.narrow')}>
      {groups.map((name) => (
        <section key={name}>
          <h2>{say(`portal.facet.${name}`)}</h2>
          <ul lang={contentLang}>
            {facets[name].map(({ value, label, count }) => {
              const chosen = String(query[name] ?? '') === value
              return (
                <li key={value}>
                  <a
                    href={to(addresses.search(narrowed(name, chosen ? null : value)))}
                    aria-current={chosen ? 'true' : undefined}
                    rel="nofollow"
                  >
                    <span>{label}</span>
                    <span class="about number">
                      {chosen ? say('portal.facet.remove') : figure(count)}
                    </span>
                  </a>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** No hits: what one may try next, instead of an empty page. */
const Nothing = ({ query, questions }: Pick<SearchView, 'query' | 'questions'>) => {
  const { say, to, contentLang } = useChrome()
  const narrowed = query.field ?? query.organization ?? query.year
  return (
    <div class="sentence">
      {query.q !== '' && <p>{say('portal.search.nothing', { q: query.q })}</p>}
      <ul class="hints">
        {narrowed !== null && (
          <li>
            <a href={to(addresses.search({ q: query.q }))}>{say('portal.search.widen')}</a>
          </li>
        )}
        <li>{say('portal.search.shorter')}</li>
        <li>
          <a href={to(addresses.organizations)}>{say('portal.search.byUnit')}</a>
        </li>
        <li>
          <a href={to(addresses.request)}>{say('portal.search.ask')}</a>
        </li>
      </ul>
      {questions.length > 0 && (
        <>
          <p>{say('portal.home.asked')}</p>
          <ul class="inline" lang={contentLang}>
            {questions.map((q) => (
              <li key={q}>
                <a href={to(addresses.search({ q }))}>{q}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const Search = ({ query, count, capped, hits, facets, questions }: SearchView) => {
  const { say, figure } = useChrome()
  const column = fixedColumn(say, 'search')
  const asked = query.q === '' ? column.name : say('portal.search.title', { q: query.q })
  const found = hits.items.length > 0
  return (
    <Page
      title={asked}
      column={column}
      crumbs={[column]}
      searched={query.q}
      indexed={false}
      frame={found ? 'with-facets' : undefined}
    >
      <header>
        <h1>{asked}</h1>
        {query.q === '' && <SearchBox id="q-main" large />}
        {found && (
          <p class="about" role="status">
            {say(capped ? 'portal.search.atLeast' : 'portal.search.count', { n: figure(count) })}
            <a class="to-facets" href="#facets">
              {say('portal.search.narrow')}
            </a>
          </p>
        )}
      </header>
      {found ? (
        <>
          <div class="results">
            <ol class="hits">
              {hits.items.map((hit) => (
                <Hit key={hit.id} hit={hit} />
              ))}
            </ol>
            <Pager slice={hits} address={addresses.search(query)} />
          </div>
          <Facets query={query} facets={facets} />
        </>
      ) : (
        <Nothing query={query} questions={questions} />
      )}
    </Page>
  )
}

/** What was found, narrowed by links; an empty result helps on (M157). */
export const renderSearch = (view: SearchView, chrome: Chrome): string =>
  draw(chrome, <Search {...view} />)
