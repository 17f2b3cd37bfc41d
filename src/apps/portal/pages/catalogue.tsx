import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { CardTable, Cell } from '../parts/card-table.tsx'
import { FilterList } from '../parts/filters.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { Day, Pager } from '../parts/lines.tsx'
import type { CatalogueRow, CatalogueView } from '../views.ts'
import { Downloads, Tabs } from './grassroots.tsx'

const elements = [
  'seq',
  'matter',
  'contents',
  'bases',
  'timeLimit',
  'bodies',
  'channels',
  'audience',
  'mode',
  'levels',
] as const

const Filters = ({ query, fields }: Pick<CatalogueView, 'query' | 'fields'>) => {
  const { say, to, contentLang } = useChrome()
  return (
    <form class="filters" action={to(addresses.catalogue())} method="get">
      <label>
        <span>{say('portal.catalogue.search')}</span>
        <input type="search" name="q" value={query.q} maxLength={100} />
      </label>
      <FilterList
        name="field"
        label={say('portal.facet.field')}
        options={fields.map(({ slug, name }) => ({ value: slug, words: name }))}
        chosen={query.field}
        lang={contentLang}
      />
      <FilterList
        name="level"
        label={say('portal.catalogue.levels')}
        options={['county', 'township', 'village'].map((value) => ({
          value,
          words: say(`portal.level.${value}`),
        }))}
        chosen={query.level}
      />
      <button class="button" type="submit">
        {say('portal.catalogue.filter')}
      </button>
    </form>
  )
}

// Two say which law it is; a third pushes the row apart.
const basesShown = 2

const Bases = ({ bases }: { bases: readonly string[] }) => {
  const { say } = useChrome()
  const rest = bases.slice(basesShown)
  return (
    <>
      {bases.slice(0, basesShown).map((basis) => (
        <span class="item" key={basis}>
          {basis}
        </span>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{say('portal.catalogue.more', { n: rest.length })}</summary>
          {rest.map((basis) => (
            <span class="item" key={basis}>
              {basis}
            </span>
          ))}
        </details>
      )}
    </>
  )
}

const Filled = ({ row }: { row: CatalogueRow }) => {
  const { say } = useChrome()
  return (
    <span class="about">
      {row.latestOn === null ? (
        say(row.address === null ? 'portal.catalogue.onRequestOnly' : 'portal.fresh.never')
      ) : (
        <>
          {say('portal.catalogue.filled', { n: row.documents })} <Day on={row.latestOn} />
        </>
      )}
    </span>
  )
}

const Row = ({ row, level1 }: { row: CatalogueRow; level1: string }) => {
  const { say, to } = useChrome()
  const label = (name: (typeof elements)[number]) => say(`portal.catalogue.${name}`)
  const name = row.level2 ?? level1
  return (
    <tr>
      <Cell label={label('seq')} kind="seq">
        {row.seq}
      </Cell>
      <th scope="row" class="matter">
        {row.address === null ? name : <a href={to(row.address)}>{name}</a>}
        {!row.required && <span class="tag">{say('portal.catalogue.optional')}</span>}
        <Filled row={row} />
      </th>
      <Cell label={label('contents')}>
        {row.contents.map((content) => (
          <span class="item" key={content}>
            {content}
          </span>
        ))}
      </Cell>
      <Cell label={label('bases')} kind="small rest">
        <Bases bases={row.bases} />
      </Cell>
      <Cell label={label('timeLimit')}>{row.timeLimit}</Cell>
      <Cell label={label('bodies')}>{row.bodies.join('、')}</Cell>
      <Cell label={label('channels')} kind="small rest">
        {row.channels.join('、')}
      </Cell>
      <Cell label={label('audience')} kind="rest">
        {row.audience.public
          ? say('portal.audience.public')
          : (row.audience.group ?? say('portal.audience.group'))}
      </Cell>
      <Cell label={label('mode')} kind="rest">
        {say(`portal.mode.${row.mode}`)}
      </Cell>
      <Cell label={label('levels')} kind="rest">
        {row.levels.length > 0
          ? row.levels.map((level) => say(`portal.level.${level}`)).join('、')
          : say('portal.level.unknown')}
      </Cell>
    </tr>
  )
}

const Catalogue = (view: CatalogueView) => {
  const { say, figure, contentLang } = useChrome()
  const { edition, query } = view
  const columns = elements.map((name) => ({ name, words: say(`portal.catalogue.${name}`) }))
  return (
    <FixedPage name="catalogue" door="grassroots">
      <Tabs here="catalogue" />
      <div class="title-row">
        <p class="lead">
          <span lang={contentLang}>{edition.name}</span>
          {say('portal.catalogue.edition', {
            matters: figure(edition.matters),
            required: figure(edition.required),
            optional: figure(edition.optional),
            date: edition.effectiveFrom,
          })}
        </p>
        <Downloads />
      </div>
      <Filters query={query} fields={view.fields} />
      <p class="about" role="status">
        {say('portal.catalogue.count', { n: figure(view.count) })}
      </p>
      {view.groups.length === 0 ? (
        <p class="sentence">{say('portal.catalogue.empty')}</p>
      ) : (
        <>
          {/* On telephones a card shows what, when and who; this box, read by the style sheet, the rest. */}
          <label class="unfold">
            <input type="checkbox" />
            {say('portal.catalogue.all')}
          </label>
          <CardTable caption={say('portal.column.catalogue')} columns={columns} kind="catalogue">
            {view.groups.map((group) => (
              <tbody key={group.field.slug + group.level1} lang={contentLang}>
                <tr class="group">
                  <th scope="rowgroup" colSpan={elements.length}>
                    {group.field.name} › {group.level1}
                  </th>
                </tr>
                {group.rows.map((row) => (
                  <Row key={row.seq} row={row} level1={group.level1} />
                ))}
              </tbody>
            ))}
          </CardTable>
        </>
      )}
      <Pager slice={view} address={addresses.catalogue(query)} />
    </FixedPage>
  )
}

/** The standard catalogue as a table worth reading, every element of every matter (M9). */
export const renderCatalogue = (view: CatalogueView, chrome: Chrome): string =>
  draw(chrome, <Catalogue {...view} />)
