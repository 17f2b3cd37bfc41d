import type { DatasetPage, TableColumn } from '#datasets'
import { headingOf, isNumeric } from '#datasets'
import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import type { DocumentView } from '../views.ts'
import { Cell } from './card-table.tsx'

/** Thousands apart, decimals as they were published. */
export const grouped = (text: string): string =>
  /^-?\d+(\.\d+)?$/.test(text) ? text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : text

const isFigure = (column: TableColumn): boolean =>
  isNumeric(column) && (column.total || column.unit !== undefined || column.type !== 'integer')

const useWords = () => {
  const { view } = useChrome()
  const language = view.language === 'en' ? 'en' : 'zh'
  return {
    language,
    heading: (column: TableColumn) => headingOf(column, language),
    name: (words: { readonly zh: string; readonly en: string }) => words[language],
  } as const
}

/** Bars drawn by the server, each with its words and figure: no script, nothing by colour alone. */
export const Bars = ({
  caption,
  bars,
  rest = null,
}: {
  caption: string
  bars: readonly { readonly name: string; readonly value: number }[]
  /** What is not drawn, in words. */
  rest?: string | null
}) => {
  const { contentLang } = useChrome()
  const most = Math.max(...bars.map(({ value }) => value), 0)
  if (most <= 0) return null
  return (
    <figure class="bars">
      <figcaption>{caption}</figcaption>
      <ul>
        {bars.map(({ name, value }) => (
          <li key={name}>
            <span lang={contentLang}>{name}</span>
            <svg
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect
                width={Math.max(0.4, (Math.max(0, value) / most) * 100).toFixed(1)}
                height="10"
              />
            </svg>
            <span class="number">{grouped(String(value))}</span>
          </li>
        ))}
      </ul>
      {rest && <p class="others">{rest}</p>}
    </figure>
  )
}

const Chart = ({ table }: { table: DatasetPage }) => {
  const { say } = useChrome()
  const { heading } = useWords()
  const { chart } = table.schema.shown
  const by = table.schema.columns.find(({ key }) => key === chart?.by)
  const sum = table.schema.columns.find(({ key }) => key === chart?.sum)
  const { groups, others } = table.summary
  if (!by || groups.length < 2) return null
  const caption = sum
    ? say('portal.data.chart', { kind: heading(sum), by: heading(by) })
    : say('portal.data.chart.count', { by: heading(by) })
  // The rest together would dwarf every single one: a sentence tells it.
  const rest = others
    ? say('portal.data.others', { n: others.groups, sum: grouped(String(others.value)) })
    : null
  return <Bars caption={caption} bars={groups} rest={rest} />
}

/** What stands in one cell: figures grouped, links as links. */
const Value = ({ column, text }: { column: TableColumn; text: string }) => {
  const { say, to } = useChrome()
  if (column.type === 'link' && text !== '')
    return <a href={text.startsWith('/') ? to(text) : text}>{say('portal.data.open')}</a>
  if (column.type === 'telephone' && text !== '')
    return <a href={`tel:${text.replace(/[^\d+]/g, '')}`}>{text}</a>
  return <>{isFigure(column) ? grouped(text) : text}</>
}

const queryOf = (table: DatasetPage) => ({
  table: table.place,
  sort: table.asked?.sort ? `${table.asked.descending ? '-' : ''}${table.asked.sort}` : null,
  where: table.asked?.where ?? {},
  words: table.asked?.words ?? '',
})

const Heading = ({
  page,
  table,
  column,
}: {
  page: string
  table: DatasetPage
  column: TableColumn
}) => {
  const { say, to } = useChrome()
  const { heading } = useWords()
  const isSorted = table.asked?.sort === column.key
  // Figures are first asked for by the largest, words by their beginning.
  const descending = isSorted ? !table.asked?.descending : isNumeric(column)
  const sort = `${descending ? '-' : ''}${column.key}`
  const words = say(descending ? 'portal.data.sortDown' : 'portal.data.sortUp', {
    column: heading(column),
  })
  return (
    <th
      scope="col"
      class={isFigure(column) ? 'figure' : undefined}
      aria-sort={isSorted ? (table.asked?.descending ? 'descending' : 'ascending') : undefined}
    >
      <a href={to(addresses.table(page, { ...queryOf(table), sort }))} title={words}>
        {heading(column)}
        <span aria-hidden="true">{isSorted ? (table.asked?.descending ? ' ↓' : ' ↑') : ''}</span>
      </a>
    </th>
  )
}

const Filters = ({ page, table }: { page: string; table: DatasetPage }) => {
  const { say, to, contentLang } = useChrome()
  const { heading } = useWords()
  const query = queryOf(table)
  const { columns, shown } = table.schema
  const chosen = shown.filters.flatMap((key) => {
    const column = columns.find((one) => one.key === key)
    const choices = table.summary.choices[key]
    return column && choices ? [{ column, choices }] : []
  })
  return (
    <form class="filters table-filters" method="get" action={`${to(page)}#table-${table.place}`}>
      <input type="hidden" name="table" value={table.place} />
      {chosen.map(({ column, choices }) => (
        <label key={column.key}>
          <span>{heading(column)}</span>
          <select name={`in.${column.key}`}>
            <option value="">{say('portal.data.any')}</option>
            {choices.map((choice) => (
              <option
                key={choice}
                value={choice}
                selected={query.where[column.key] === choice}
                lang={contentLang}
              >
                {choice}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        <span>{say('portal.data.words')}</span>
        <input type="search" name="words" value={query.words} maxLength={50} />
      </label>
      <label>
        <span>{say('portal.data.sort')}</span>
        <select name="sort">
          <option value="">{say('portal.data.sort.none')}</option>
          {columns
            .filter(({ key }) => shown.columns.includes(key))
            .flatMap((column) =>
              ['', '-'].map((way) => (
                <option
                  key={way + column.key}
                  value={way + column.key}
                  selected={query.sort === way + column.key}
                >
                  {heading(column)} {way ? '↓' : '↑'}
                </option>
              )),
            )}
        </select>
      </label>
      <button class="button" type="submit">
        {say('portal.data.filter')}
      </button>
    </form>
  )
}

const Totals = ({
  table,
  main,
  rest,
}: {
  table: DatasetPage
  main: readonly TableColumn[]
  rest: boolean
}) => {
  const { say } = useChrome()
  const { heading } = useWords()
  const figures = Object.keys(table.totals)
  if (figures.length === 0 || table.count < 2) return null
  return (
    <tfoot>
      <tr class="total">
        {main.map((column, at) => {
          const total = table.totals[column.key]
          return at === 0 ? (
            <th key={column.key} scope="row">
              {say('portal.data.total')}
            </th>
          ) : (
            <Cell
              key={column.key}
              label={heading(column)}
              kind={isFigure(column) ? 'figure' : undefined}
            >
              {total === undefined ? '' : grouped(String(total))}
            </Cell>
          )
        })}
        {rest && <td />}
      </tr>
    </tfoot>
  )
}

// A budget code of three digits is a class, of five a section, of seven an item.
const depthOf = (table: DatasetPage, cells: Readonly<Record<string, string>>): string => {
  const length = table.schema.shown.tree ? (cells[table.schema.shown.tree] ?? '').length : 0
  return length > 5 ? 'deepest' : length > 3 ? 'deep' : length === 3 ? 'head' : ''
}

const Rows = ({ page, table }: { page: string; table: DatasetPage }) => {
  const { say, contentLang } = useChrome()
  const { heading, name } = useWords()
  const { columns, shown } = table.schema
  const main = columns.filter(({ key }) => shown.columns.includes(key))
  const rest = columns.filter(
    ({ key }) => !shown.columns.includes(key) && table.rows.some(({ cells }) => cells[key]),
  )
  return (
    <table class="cards data-table">
      <caption class="aside-text">{table.title || name(table.schema.name)}</caption>
      <thead>
        <tr>
          {main.map((column) => (
            <Heading key={column.key} page={page} table={table} column={column} />
          ))}
          {rest.length > 0 && <th scope="col">{say('portal.data.more')}</th>}
        </tr>
      </thead>
      <tbody lang={contentLang}>
        {table.rows.map(({ row, cells }) => (
          <tr key={row} class={depthOf(table, cells) || undefined}>
            {main.map((column) => (
              <Cell
                key={column.key}
                label={heading(column)}
                kind={isFigure(column) ? 'figure' : undefined}
              >
                {cells[column.key] && (
                  <span>
                    <Value column={column} text={cells[column.key] ?? ''} />
                  </span>
                )}
              </Cell>
            ))}
            {rest.length > 0 && (
              <td class="more-cells">
                <details>
                  <summary>{say('portal.data.more')}</summary>
                  <dl>
                    {rest.map(
                      (column) =>
                        cells[column.key] && (
                          <div key={column.key}>
                            <dt>{heading(column)}</dt>
                            <dd>
                              <Value column={column} text={cells[column.key] ?? ''} />
                            </dd>
                          </div>
                        ),
                    )}
                  </dl>
                </details>
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <Totals table={table} main={main} rest={rest.length > 0} />
    </table>
  )
}

/** Where the duty to publish it stands. */
export const Basis = ({ schema }: { schema: DatasetPage['schema'] }) => {
  const { say, contentLang } = useChrome()
  return (
    <p class="about">
      {say('portal.data.basis')}
      {say('portal.data.colon')}
      <span lang={contentLang}>
        {schema.basis
          .map(
            ({ instrument, number, article }) =>
              `《${instrument}》${number ? `（${number}）` : ''}${article ?? ''}`,
          )
          .join('；')}
      </span>
    </p>
  )
}

type Seal = NonNullable<DocumentView['seal']>

/** What of the public chain is this table's: whoever has its CSV file can check it by this line alone. */
const TableSeal = ({ page, place, seal }: { page: string; place: number; seal: Seal | null }) => {
  const { say, to } = useChrome()
  const csv = seal?.tables[place - 1]
  if (!seal || !csv) return null
  return (
    <p class="about table-seal">
      <a href={`${to(`${page}/history`)}#record`}>
        {say('portal.data.sealed', { number: seal.number })}
      </a>{' '}
      {say('portal.data.sealed.csv')} <code class="hash">{csv}</code>{' '}
      <a href={to(addresses.verify)}>{say('portal.seals.verify')}</a>
    </p>
  )
}

// A table that is seen whole needs no form to narrow it down.
const rowsWithoutFilters = 12

const One = ({
  page,
  table,
  seal,
  files,
}: {
  page: string
  table: DatasetPage
  seal: Seal | null
  files: boolean
}) => {
  const { say, to, figure } = useChrome()
  const { name } = useWords()
  const narrowed =
    table.asked !== null && (table.asked.words !== '' || Object.keys(table.asked.where).length > 0)
  const isMasked =
    table.schema.never.length > 0 || table.schema.columns.some(({ privacy }) => privacy === 'name')
  return (
    <section
      class="dataset"
      id={`table-${table.place}`}
      aria-labelledby={`table-${table.place}-name`}
    >
      <div class="title-row">
        <h2 id={`table-${table.place}-name`}>
          {table.title || name(table.schema.name)}
          <small> {say('portal.data.inYear', { year: table.year })}</small>
        </h2>
        {files && (
          <p class="downloads">
            <span class="about">{say('portal.data.download')}</span>
            {(['xlsx', 'csv', 'json'] as const).map((format) => (
              <a key={format} href={addresses.tableFile(page, format, table.place)} download="">
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        )}
      </div>
      {!narrowed && <Chart table={table} />}
      {table.rowCount > rowsWithoutFilters && <Filters page={page} table={table} />}
      <p class="about" role="status">
        {say(narrowed ? 'portal.data.found' : 'portal.data.count', { n: figure(table.count) })}
        {table.asked && (
          <>
            {' '}
            <a href={`${to(page)}#table-${table.place}`}>{say('portal.data.clear')}</a>
          </>
        )}
      </p>
      {table.rows.length === 0 ? (
        <p class="sentence">{say('portal.data.none')}</p>
      ) : (
        <Rows page={page} table={table} />
      )}
      {(table.next !== null || table.asked?.after) && (
        <nav class="pager" aria-label={say('portal.pages')}>
          {table.asked?.after && (
            <a href={to(addresses.table(page, queryOf(table)))}>{say('portal.data.first')}</a>
          )}
          {table.next !== null && (
            <a
              rel="next"
              href={to(addresses.table(page, { ...queryOf(table), after: table.next }))}
            >
              {say('portal.data.next')}
            </a>
          )}
        </nav>
      )}
      {isMasked && <p class="about">{say('portal.data.masked')}</p>}
      <Basis schema={table.schema} />
      <TableSeal page={page} place={table.place} seal={seal} />
    </section>
  )
}

/** The tables of a document, each to sort, narrow down and take along without scripts. */
export const Datasets = ({
  page,
  tables,
  seal = null,
  files = true,
}: {
  /** Address of the page on which they stand: the document's, or a draft's preview. */
  page: string
  tables: readonly DatasetPage[]
  /** The document's link of the public chain; null for a draft. */
  seal?: Seal | null
  files?: boolean
}) => (
  <>
    {tables.map((table) => (
      <One key={table.place} page={page} table={table} seal={seal} files={files} />
    ))}
  </>
)
