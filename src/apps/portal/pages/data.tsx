import type { Comparison, LiveSet, Schema } from '#datasets'
import { headingOf } from '#datasets'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw, Page } from '../page.tsx'
import { Bars, Basis, grouped } from '../parts/dataset.tsx'
import type { ColumnIdentity } from '../views.ts'

export interface DataView {
  readonly kinds: readonly { readonly schema: Schema; readonly sets: readonly LiveSet[] }[]
  readonly asked: {
    readonly kind: string | null
    readonly unit: string | null
    readonly year: number | null
  }
  /** Numbers under which their documents stand in the public chain. */
  readonly seals: ReadonlyMap<number, number>
  readonly choices: {
    readonly kinds: readonly Schema[]
    readonly units: readonly { readonly code: string; readonly name: string }[]
    readonly years: readonly number[]
  }
}

const useColumn = (): ColumnIdentity => {
  const { say } = useChrome()
  return {
    name: say('portal.data.title'),
    description: say('portal.data.lead'),
    keywords: [say('portal.data.title')],
    type: 'index',
    address: addresses.data(),
  }
}

const useName = () => {
  const { view } = useChrome()
  const language = view.language === 'en' ? 'en' : 'zh'
  return { language, name: (schema: Schema) => schema.name[language] } as const
}

const Filters = ({ asked, choices }: Pick<DataView, 'asked' | 'choices'>) => {
  const { say, to, contentLang } = useChrome()
  const { name } = useName()
  return (
    <form class="filters table-filters" method="get" action={to(addresses.data())}>
      <label>
        <span>{say('portal.data.kind')}</span>
        <select name="kind">
          <option value="">{say('portal.data.allKinds')}</option>
          {choices.kinds.map((schema) => (
            <option key={schema.code} value={schema.code} selected={schema.code === asked.kind}>
              {name(schema)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('portal.data.unit')}</span>
        <select name="unit">
          <option value="">{say('portal.data.allUnits')}</option>
          {choices.units.map((unit) => (
            <option
              key={unit.code}
              value={unit.code}
              selected={unit.code === asked.unit}
              lang={contentLang}
            >
              {unit.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('portal.data.year')}</span>
        <select name="year">
          <option value="">{say('portal.data.allYears')}</option>
          {choices.years.map((year) => (
            <option key={year} value={year} selected={year === asked.year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <button class="button" type="submit">
        {say('portal.data.show')}
      </button>
    </form>
  )
}

/** The figure by which a set is told from others of its kind: what its chart adds up, or its first total. */
const mainFigure = (schema: Schema) =>
  schema.columns.find(({ key }) => key === schema.shown.chart?.sum) ??
  schema.columns.findLast(({ total }) => total)

const SealNumber = ({ document, number }: { document: number; number: number | undefined }) => {
  const { say, to } = useChrome()
  return number === undefined ? null : (
    <>
      {' '}
      <a class="about seal-number" href={`${to(addresses.history(document))}#record`}>
        {say('portal.seals.ofDocument', { number })}
      </a>
    </>
  )
}

const Kind = ({ schema, sets, seals }: DataView['kinds'][number] & Pick<DataView, 'seals'>) => {
  const { say, to, contentLang, figure } = useChrome()
  const { name, language } = useName()
  const units = [...Map.groupBy(sets, ({ organizationCode }) => organizationCode).values()]
  const main = mainFigure(schema)
  return (
    <section class="data-kind" id={schema.code}>
      <h2>{name(schema)}</h2>
      <p class="lead">{schema.about[language]}</p>
      <ul class="lines">
        {units.map((own) => {
          const [first] = own
          if (!first) return null
          return (
            <li key={first.organizationCode}>
              <span class="line-title">
                <strong lang={contentLang}>{first.organizationName}</strong>
                <ul class="inline">
                  {own.map((set) => {
                    const total = main && set.summary.totals[main.key]
                    return (
                      <li key={set.documentId + set.title}>
                        <a href={to(addresses.document(set.documentId))} title={set.documentTitle}>
                          {say('portal.data.inYear', { year: set.year })} {set.title}
                        </a>{' '}
                        <span class="about">
                          {total !== undefined && main
                            ? `${headingOf(main, language)} ${grouped(String(total))}`
                            : say('portal.data.rows', { n: figure(set.rowCount) })}
                        </span>
                        <SealNumber document={set.documentId} number={seals.get(set.documentId)} />
                      </li>
                    )
                  })}
                </ul>
              </span>
              {new Set(own.map(({ year }) => year)).size > 1 && (
                <span class="line-about">
                  <a href={to(addresses.comparison(schema.code, first.organizationCode))}>
                    {say('portal.data.compare')}
                  </a>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <Basis schema={schema} />
    </section>
  )
}

const Data = (view: DataView) => {
  const { say } = useChrome()
  const column = useColumn()
  return (
    <Page title={column.name} column={column} crumbs={[column]} frame="data">
      <h1>{column.name}</h1>
      <p class="lead">{say('portal.data.lead')}</p>
      {view.choices.kinds.length > 0 && <Filters asked={view.asked} choices={view.choices} />}
      {view.kinds.length === 0 ? (
        <p class="sentence">{say('portal.data.empty')}</p>
      ) : (
        view.kinds.map((kind) => <Kind key={kind.schema.code} {...kind} seals={view.seals} />)
      )}
    </Page>
  )
}

/** Every set that is published, by kind, unit and year. */
export const renderData = (view: DataView, chrome: Chrome): string =>
  draw(chrome, <Data {...view} />)

const Compared = ({ comparison }: { comparison: Comparison }) => {
  const { say, to, contentLang } = useChrome()
  const { name, language } = useName()
  const column = useColumn()
  const { schema, years, groups } = comparison
  const unit = years[0]?.organizationName ?? ''
  const title = say('portal.data.compareOf', { unit, kind: name(schema) })
  const main = mainFigure(schema)
  const added = schema.columns.filter(
    ({ key, total }) => total && years.some(({ summary }) => summary.totals[key]),
  )
  const by = schema.columns.find(({ key }) => key === schema.shown.chart?.by)
  return (
    <Page
      title={title}
      column={column}
      crumbs={[column, { name: title, address: null }]}
      frame="data"
    >
      <h1>{title}</h1>
      {main && (
        <Bars
          caption={headingOf(main, language)}
          bars={years.toReversed().map(({ year, summary }) => ({
            name: say('portal.data.inYear', { year }),
            value: summary.totals[main.key] ?? 0,
          }))}
        />
      )}
      <div class="scroll">
        <table class="figures-table">
          <caption class="aside-text">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{by ? headingOf(by, language) : say('portal.data.group')}</th>
              {years.map(({ year, documentId }) => (
                <th key={year} scope="col">
                  <a href={to(addresses.document(documentId))}>
                    {say('portal.data.inYear', { year })}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.name}>
                <th scope="row" lang={contentLang}>
                  {group.name}
                </th>
                {group.values.map((value, at) => (
                  <td key={years[at]?.year}>{value === null ? '—' : grouped(String(value))}</td>
                ))}
              </tr>
            ))}
            {added.map((one) => (
              <tr key={one.key} class="total">
                <th scope="row">
                  {say('portal.data.total')} {headingOf(one, language)}
                </th>
                {years.map(({ year, summary }) => (
                  <td key={year}>{grouped(String(summary.totals[one.key] ?? '—'))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Basis schema={schema} />
    </Page>
  )
}

/** The same set of one unit, year beside year. */
export const renderComparison = (comparison: Comparison, chrome: Chrome): string =>
  draw(chrome, <Compared comparison={comparison} />)
