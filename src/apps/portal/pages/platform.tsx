import { addresses } from '../addresses.ts'
import { type Chrome, type Furniture, useChrome } from '../chrome.ts'
import { type FixedColumn, fixedColumn } from '../columns.ts'
import { draw } from '../page.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { Day, Lines } from '../parts/lines.tsx'
import type { ItemCounts, PlatformView, ReportsView, RulesView, StatutoryView } from '../views.ts'

/** How much the catalogue in force demands: items that must be disclosed, and those that may (M19). */
const Items = ({ required, optional }: ItemCounts) => {
  const { say, figure } = useChrome()
  return (
    <p class="lead">
      {say('portal.items', { required: figure(required), optional: figure(optional) })}
    </p>
  )
}

const Block = ({ name, figures }: { name: FixedColumn; figures: string | null }) => {
  const { say, to } = useChrome()
  const column = fixedColumn(say, name)
  return (
    <li>
      <a href={to(column.address)}>
        <strong>{column.name}</strong>
        <span>{column.description}</span>
        {figures && <span class="about">{figures}</span>}
      </a>
    </li>
  )
}

/** `227 条信息 · 2026-11-09 更新`; an empty column says so. */
const stockOf = (
  { say, figure }: Pick<Furniture, 'say' | 'figure'>,
  documents: number,
  latestOn: string | null,
): string =>
  latestOn === null
    ? say('portal.fresh.never')
    : `${say('portal.field.documents', { n: figure(documents) })} · ${say('portal.fresh.on', { date: latestOn })}`

const Platform = (view: PlatformView) => {
  const { say, figure } = useChrome()
  const stock = ({ documents, latestOn }: PlatformView['rules']) =>
    stockOf({ say, figure }, documents, latestOn)
  return (
    <FixedPage name="platform" door="platform">
      <Items {...view.items} />
      <ul class="blocks">
        <Block
          name="guide"
          figures={view.guideUpdatedOn && say('portal.fresh.on', { date: view.guideUpdatedOn })}
        />
        <Block name="rules" figures={stock(view.rules)} />
        <Block name="statutory" figures={stock(view.statutory)} />
        <Block name="policies" figures={null} />
        <Block
          name="reports"
          figures={
            view.reports.latestYear === null
              ? null
              : say('portal.reports.figures', {
                  n: figure(view.reports.documents),
                  year: view.reports.latestYear,
                })
          }
        />
        <Block name="request" figures={null} />
      </ul>
      <section>
        <h2>{say('portal.home.latest')}</h2>
        <Lines documents={view.latest} />
      </section>
    </FixedPage>
  )
}

const Statutory = (view: StatutoryView) => {
  const { say, to, figure, contentLang } = useChrome()
  const { grassroots } = view
  return (
    <FixedPage name="statutory" door="platform">
      <Items {...view.items} />
      <ul class="blocks">
        <li>
          <a href={to(addresses.grassroots)}>
            <strong>{say('portal.column.grassroots')}</strong>
            <span>{say('portal.column.grassroots.description')}</span>
            <span class="about">
              {say('portal.statutory.grassroots', {
                fields: figure(grassroots.fields),
                matters: figure(grassroots.matters),
                documents: figure(grassroots.documents),
              })}
              {grassroots.latestOn && (
                <>
                  {' · '}
                  <Day on={grassroots.latestOn} />
                </>
              )}
            </span>
          </a>
        </li>
        {view.columns.map((column) => (
          <li key={column.address} lang={contentLang}>
            <a href={to(column.address)}>
              <strong>{column.name}</strong>
              <span>{column.description}</span>
              <span class="about">
                {stockOf({ say, figure }, column.documents, column.latestOn)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </FixedPage>
  )
}

/** What is not disclosed is told beside the rules (M6). */
const ToNegativeList = () => {
  const { say, to } = useChrome()
  return (
    <p>
      <a href={to(addresses.negativeList)}>{say('portal.negative.link')}</a>
    </p>
  )
}

const Rules = (view: RulesView) => (
  <FixedPage name="rules" door="platform">
    <Items {...view.items} />
    <ToNegativeList />
    {view.groups.map((group) => (
      <section key={group.name}>
        <h2>{group.name}</h2>
        <Lines documents={group.documents} />
      </section>
    ))}
  </FixedPage>
)

const Reports = (view: ReportsView) => {
  const { say, to, contentLang } = useChrome()
  return (
    <FixedPage name="reports" door="platform">
      {view.years.length === 0 && <p class="sentence">{say('portal.column.empty')}</p>}
      {view.years.map(({ year, documents, reports, missing }) => (
        <section key={year}>
          <h2>{say('portal.reports.year', { year })}</h2>
          {reports.length > 0 && (
            <ul class="lines">
              {reports.map(({ code, name, publishedOn }) => (
                <li key={code}>
                  <span class="line-title" lang={contentLang}>
                    <a href={to(addresses.annualReport(code, year))}>{name}</a>
                  </span>
                  <span class="line-about">
                    <Day on={publishedOn} />
                  </span>
                </li>
              ))}
            </ul>
          )}
          {documents.length > 0 && <Lines documents={documents} />}
          {missing.length > 0 && (
            <div class="beneath">
              <p class="about">{say('portal.reports.missing')}</p>
              <ul class="inline">
                {missing.map(({ code, name }) => (
                  <li key={code}>
                    <a href={to(addresses.organization(code))}>{name}</a>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
      ))}
    </FixedPage>
  )
}

/** The disclosure platform with its blocks: guide, rules, statutory content, reports, on request. */
export const renderPlatform = (view: PlatformView, chrome: Chrome): string =>
  draw(chrome, <Platform {...view} />)

/** All columns of statutory proactive content, the grassroots column first. */
export const renderStatutory = (view: StatutoryView, chrome: Chrome): string =>
  draw(chrome, <Statutory {...view} />)

/** Laws and local rules of disclosure, with the count of required and optional items. */
export const renderRules = (view: RulesView, chrome: Chrome): string =>
  draw(chrome, <Rules {...view} />)

/** Annual reports by year, and who has not filed one yet. */
export const renderReports = (view: ReportsView, chrome: Chrome): string =>
  draw(chrome, <Reports {...view} />)
