import { addresses, type PolicyQuery } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { CardTable, Cell } from '../parts/card-table.tsx'
import { FilterList } from '../parts/filters.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { Day, Pager } from '../parts/lines.tsx'
import type { PoliciesView, PolicyRow } from '../views.ts'

const columns = ['title', 'number', 'unit', 'days', 'published', 'validity'] as const

/** The classes as tabs: what a reader wants to know first is what kind of rule it is. */
const Classes = ({ query, counts, total }: Pick<PoliciesView, 'query' | 'counts' | 'total'>) => {
  const { say, to, figure } = useChrome()
  const tabs = [{ value: null as string | null, count: total }, ...counts.class]
  return (
    <nav class="tabs" aria-label={say('portal.policies.class')}>
      {tabs.map(({ value, count }) => (
        <a
          key={value ?? 'all'}
          href={to(addresses.policies({ ...query, class: value, after: null }))}
          aria-current={value === query.class ? 'page' : undefined}
        >
          {value === null ? say('portal.policies.all') : say(`portal.policies.class.${value}`)}{' '}
          <span class="number">{figure(count)}</span>
        </a>
      ))}
    </nav>
  )
}

const Filters = ({ query, counts }: Pick<PoliciesView, 'query' | 'counts'>) => {
  const { say, to } = useChrome()
  return (
    <form class="filters policies" action={to(addresses.policies())} method="get">
      {query.class && <input type="hidden" name="class" value={query.class} />}
      <label class="wide">
        <span>{say('portal.policies.search')}</span>
        <input type="search" name="q" value={query.q ?? ''} maxLength={100} />
      </label>
      <FilterList
        name="year"
        label={say('portal.policies.year')}
        options={counts.year.map(({ value }) => ({ value, words: value }))}
        chosen={query.year}
      />
      <FilterList
        name="validity"
        label={say('portal.policies.validity')}
        options={counts.validity.map(({ value }) => ({
          value,
          words: say(`portal.validity.${value}`),
        }))}
        chosen={query.validity}
      />
      <button class="button" type="submit">
        {say('portal.policies.filter')}
      </button>
    </form>
  )
}

const Row = ({ row }: { row: PolicyRow }) => {
  const { say, to, contentLang } = useChrome()
  const label = (name: (typeof columns)[number]) => say(`portal.policies.${name}`)
  return (
    <tr>
      <th scope="row" class="matter" lang={contentLang}>
        <a href={to(addresses.document(row.id))}>{row.title}</a>
      </th>
      <Cell label={label('number')} kind="nowrap">
        {row.documentNumber}
      </Cell>
      <Cell label={label('unit')}>
        <span lang={contentLang}>{row.unit.name}</span>
      </Cell>
      <Cell label={label('days')} kind="nowrap">
        {row.effectiveOn && <Day on={row.effectiveOn} />}
        {row.expiresOn && (
          <span class="about">{say('portal.policies.until', { date: row.expiresOn })}</span>
        )}
      </Cell>
      <Cell label={label('published')} kind="nowrap">
        <Day on={row.publishedOn} />
      </Cell>
      <Cell label={label('validity')}>
        <span class={`validity ${row.validity}`}>{say(`portal.validity.${row.validity}`)}</span>
      </Cell>
    </tr>
  )
}

const Files = ({ query }: { query: PolicyQuery }) => {
  const { say } = useChrome()
  return (
    <p class="downloads">
      <span class="about">{say('portal.download')}</span>
      {(['csv', 'json'] as const).map((format) => (
        <a key={format} href={addresses.policiesFile(format, query)} download="">
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}

const Policies = (view: PoliciesView) => {
  const { say, figure } = useChrome()
  const { query, slice, counts } = view
  const inForce = counts.validity.find(({ value }) => value === 'inForce')?.count ?? 0
  return (
    <FixedPage name="policies" door="policies">
      <div class="title-row">
        <p class="lead">
          {say('portal.policies.lead', { n: figure(view.total), inForce: figure(inForce) })}
        </p>
        <Files query={query} />
      </div>
      <Classes query={query} counts={counts} total={view.total} />
      <Filters query={query} counts={counts} />
      {slice.items.length === 0 ? (
        <p class="sentence" role="status">
          {say('portal.policies.empty')}
        </p>
      ) : (
        <CardTable
          caption={say('portal.column.policies')}
          columns={columns.map((name) => ({ name, words: say(`portal.policies.${name}`) }))}
          kind="policies"
        >
          <tbody>
            {slice.items.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </CardTable>
      )}
      <Pager slice={slice} address={addresses.policies({ ...query, after: null })} />
    </FixedPage>
  )
}

/** The policy library: every policy with its validity today, by class, year and validity (M31). */
export const renderPolicies = (view: PoliciesView, chrome: Chrome): string =>
  draw(chrome, <Policies {...view} />)
