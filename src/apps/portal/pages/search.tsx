import { addresses, type SearchQuery } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { SearchBox } from '../header.tsx'
import { draw, Page } from '../page.tsx'
import { Day, Pager, ValidityMark } from '../parts/lines.tsx'
import {
  type Found,
  type SearchFacetName,
  type SearchHit,
  type SearchView,
  searchFacets,
} from '../views.ts'

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
        {hit.apart && <span>{say('portal.search.apart')}</span>}
      </p>
      {hit.file && (
        <p class="found-file">
          <a href={addresses.attachment(hit.id, String(hit.file.id))}>
            {say('portal.search.inAttachment', { name: hit.file.name })}
          </a>
          <span>
            <Marked text={hit.file.passage} />
          </span>
        </p>
      )}
    </li>
  )
}

/** Facets as links: chosen ones can be taken back, so every narrowing has its address. */
const Facets = ({ query, facets }: Pick<SearchView, 'query' | 'facets'>) => {
  const { say, to, figure, contentLang } = useChrome()
  const groups = searchFacets.filter((name) => facets[name].length > 0)
  const narrowed = (name: SearchFacetName, value: string | null): SearchQuery =>
    ({ ...query, [name]: value }) as SearchQuery
  return (
    <nav class="facets" id="facets" aria-label={say('portal.search.narrow')}>
      {groups.map((name) => (
        <section key={name}>
          <h2>{say(`portal.facet.${name}`)}</h2>
          <ul lang={name === 'validity' ? undefined : contentLang}>
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
      <Days query={query} />
    </nav>
  )
}

/** First and last day of publication; what else narrows goes along unseen. */
const Days = ({ query }: Pick<SearchView, 'query'>) => {
  const { say, to } = useChrome()
  const { from, until, asTyped, ...others } = query
  const kept = { ...others, typed: asTyped ? 1 : null }
  return (
    <section>
      <h2>{say('portal.facet.days')}</h2>
      <form class="days" action={to(addresses.search())} method="get">
        {Object.entries(kept).map(
          ([name, value]) =>
            value !== null && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <label>
          {say('portal.facet.from')}
          <input type="date" name="from" value={from ?? ''} />
        </label>
        <label>
          {say('portal.facet.until')}
          <input type="date" name="until" value={until ?? ''} />
        </label>
        <button class="button" type="submit">
          {say('portal.facet.apply')}
        </button>
      </form>
    </section>
  )
}

/** What was sought in the place of what was typed, or may have been meant; each can be had. */
const Meant = ({ query, instead, meant }: Pick<SearchView, 'query' | 'instead' | 'meant'>) => {
  const { say, to, contentLang } = useChrome()
  if (instead !== null)
    return (
      <p class="meant">
        {say('portal.search.instead', { q: query.q, instead })}{' '}
        <a href={to(addresses.search({ ...query, asTyped: true }))}>
          {say('portal.search.asTyped', { q: query.q })}
        </a>
      </p>
    )
  return meant === null ? null : (
    <p class="meant">
      {say('portal.search.meant')}{' '}
      <a href={to(addresses.search({ ...query, q: meant }))} lang={contentLang}>
        {meant}
      </a>
    </p>
  )
}

/** What the box suggests to those with scripts stands here for everyone. */
const Further = ({ further }: Pick<SearchView, 'further'>) => {
  const { say, to, contentLang } = useChrome()
  return further.length === 0 ? null : (
    <section class="further" aria-labelledby="further">
      <h2 id="further">{say('portal.search.further')}</h2>
      <ul class="inline" lang={contentLang}>
        {further.map(({ text, documentId, validity }) => (
          <li key={`${text}${documentId}`}>
            <a
              href={to(
                documentId === null
                  ? addresses.search({ q: text })
                  : addresses.document(documentId),
              )}
            >
              {text}
            </a>
            <ValidityMark state={validity} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The matters that would hold it, with who has to disclose them. */
const Matters = ({ matters }: Pick<SearchView, 'matters'>) => {
  const { say, to, contentLang } = useChrome()
  return matters.length === 0 ? null : (
    <section>
      <h2>{say('portal.search.matters')}</h2>
      <ul class="hints" lang={contentLang}>
        {matters.map(({ name, field, address, bodies }) => (
          <li key={`${field}${name}`}>
            {address === null ? name : <a href={to(address)}>{name}</a>} · {field}
            {bodies !== '' && <span class="about"> {say('portal.search.bodies', { bodies })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** No hits: what one may try next, instead of an empty page. */
const Nothing = ({
  query,
  questions,
  matters,
}: Pick<SearchView, 'query' | 'questions' | 'matters'>) => {
  const { say, to, contentLang } = useChrome()
  const { q, asTyped: _, ...narrowing } = query
  const narrowed = Object.values(narrowing).some((value) => value !== null)
  return (
    <div class="sentence">
      {q !== '' && <p>{say('portal.search.nothing', { q })}</p>}
      <ul class="hints">
        {narrowed && (
          <li>
            <a href={to(addresses.search({ q }))}>{say('portal.search.widen')}</a>
          </li>
        )}
        <li>{say('portal.search.shorter')}</li>
        <li>
          <a href={to(addresses.organizations)}>{say('portal.search.byUnit')}</a>
        </li>
        <li>
          <a href={to(addresses.requestAbout(q))}>{say('portal.search.ask')}</a>
        </li>
      </ul>
      <Matters matters={matters} />
      {questions.length > 0 && (
        <>
          <p>{say('portal.home.asked')}</p>
          <ul class="inline" lang={contentLang}>
            {questions.map((one) => (
              <li key={one}>
                <a href={to(addresses.search({ q: one }))}>{one}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const Search = (view: SearchView) => {
  const { query, count, capped, hits, facets } = view
  const { say, to, figure } = useChrome()
  const column = fixedColumn(say, 'search')
  const asked = query.q === '' ? column.name : say('portal.search.title', { q: query.q })
  const found = hits.items.length > 0
  const counted = say(capped ? 'portal.search.atLeast' : 'portal.search.count', {
    n: figure(count),
  })
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
        <Meant {...view} />
        {found && (
          <p class="about" role="status">
            {count === 0 ? say('portal.search.onlyApart', { q: query.q }) : counted}
            {view.numbered && (
              <a class="to-naming" href={to(addresses.search({ ...query, asTyped: true }))}>
                {say('portal.search.naming')}
              </a>
            )}
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
            <Further {...view} />
          </div>
          <Facets query={query} facets={facets} />
        </>
      ) : (
        <>
          <Nothing {...view} />
          <Further {...view} />
        </>
      )}
    </Page>
  )
}

/** What was found, narrowed by links; an empty result helps on (M157). */
export const renderSearch = (view: SearchView, chrome: Chrome): string =>
  draw(chrome, <Search {...view} />)
