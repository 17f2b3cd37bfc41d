import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { percent, StandingBar, StandingMark, standingText, worst } from '../parts/standing.tsx'
import type { AccountUnit, AccountView, Counts, Share } from '../views.ts'

/** Three figures and the bar that says the same. */
export const Totals = ({
  counts,
  coverage,
  onTime,
}: {
  counts: Counts
  coverage: Share
  onTime: Share
}) => {
  const { say, figure } = useChrome()
  const shares = [
    ['coverage', coverage],
    ['onTime', onTime],
  ] as const
  return (
    <>
      <dl class="totals">
        {shares.map(([name, share]) => (
          <div key={name}>
            <dt>{say(`portal.account.${name}`)}</dt>
            <dd>
              <strong>{percent(share)}</strong>
              <span class="about">
                {say('portal.account.of', { part: figure(share.part), total: figure(share.total) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <StandingBar counts={counts} />
      <p class="legend">
        {(['met', 'due', 'late', 'blank', 'notApplicable'] as const).map((standing) => (
          <span key={standing}>
            <StandingMark standing={standing} /> {figure(counts[standing])}
          </span>
        ))}
      </p>
    </>
  )
}

const MapCell = ({ unit, field }: { unit: AccountUnit; field: string }) => {
  const { say, to, figure } = useChrome()
  const counts = unit.cells[field]
  if (!counts) return <td class="outside" />
  const standing = worst(counts)
  return (
    <td>
      <a
        class={standing}
        href={to(addresses.accountOf(unit.organization.code, field))}
        title={standingText(say, figure, counts)}
      >
        {say(`portal.cell.${standing}`, { n: counts[standing] })}
      </a>
    </td>
  )
}

/** Units down, fields across, the worst of each cell in a word; every cell opens. */
const HeatMap = ({ fields, groups }: Pick<AccountView, 'fields' | 'groups'>) => {
  const { say, to, contentLang } = useChrome()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
    <section class="scroll map" aria-label={say('portal.account.map')} tabIndex={0}>
      <table class="heat">
        <caption class="aside-text">{say('portal.account.map')}</caption>
        <thead lang={contentLang}>
          <tr>
            <th scope="col">{say('portal.unit.name')}</th>
            {fields.map(({ slug, name }) => (
              <th key={slug} scope="col">
                <a href={to(addresses.field(slug))}>{name}</a>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.kind}>
            {group.units.map((unit) => (
              <tr key={unit.organization.code}>
                <th scope="row" lang={contentLang}>
                  <a href={to(addresses.accountOf(unit.organization.code))}>
                    {unit.organization.name}
                  </a>
                </th>
                {fields.map(({ slug }) => (
                  <MapCell key={slug} unit={unit} field={slug} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const columns = [
  'unit',
  'coverage',
  'onTime',
  'met',
  'due',
  'late',
  'blank',
  'notApplicable',
  'documents',
] as const

// On telephones these give way; each unit's own page has them all.
const wideOnly: readonly string[] = ['met', 'due', 'notApplicable', 'documents']
const widthOf = (name: string, more?: string | false): string | undefined =>
  [wideOnly.includes(name) && 'wide', more].filter(Boolean).join(' ') || undefined

/** The same in figures, unit by unit. */
const Units = ({ groups }: Pick<AccountView, 'groups'>) => {
  const { say, to, figure, contentLang } = useChrome()
  return (
    <table class="figures-table">
      <caption class="aside-text">{say('portal.account.units')}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" class={widthOf(name)}>
              {say(`portal.account.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.kind}>
          {group.units.map((unit) => (
            <tr key={unit.organization.code}>
              <th scope="row" lang={contentLang}>
                <a href={to(addresses.accountOf(unit.organization.code))}>
                  {unit.organization.name}
                </a>
              </th>
              <td>{percent(unit.coverage)}</td>
              <td>{percent(unit.onTime)}</td>
              {(['met', 'due', 'late', 'blank', 'notApplicable'] as const).map((standing) => (
                <td key={standing} class={widthOf(standing, unit.counts[standing] > 0 && standing)}>
                  {figure(unit.counts[standing])}
                </td>
              ))}
              <td class={widthOf('documents')}>{figure(unit.documents)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Plain counts of what was published: by month and by class (M137). */
const Published = ({ byMonth, byClass }: Pick<AccountView, 'byMonth' | 'byClass'>) => {
  const { say, figure, contentLang } = useChrome()
  const most = Math.max(1, ...byMonth.map(({ documents }) => documents))
  return (
    <div class="two even">
      <section>
        <h3>{say('portal.account.byMonth')}</h3>
        <table class="months">
          <caption class="aside-text">{say('portal.account.byMonth')}</caption>
          <tbody>
            {byMonth.map(({ month, documents }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>
                  <svg
                    class="bar"
                    viewBox="0 0 100 4"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect width={((documents / most) * 100).toFixed(2)} height="4" class="plain" />
                  </svg>
                </td>
                <td class="number">{figure(documents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h3>{say('portal.account.byClass')}</h3>
        <table class="months">
          <caption class="aside-text">{say('portal.account.byClass')}</caption>
          <tbody lang={contentLang}>
            {byClass.map(({ name, documents }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{figure(documents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

const Account = (view: AccountView) => {
  const { say } = useChrome()
  return (
    <FixedPage name="account" door="account">
      <p class="lead">
        {say('portal.account.lead')} {say('portal.asOf', { date: view.asOf })}
      </p>
      <Totals {...view} />
      <section>
        <h2>{say('portal.account.map')}</h2>
        <HeatMap fields={view.fields} groups={view.groups} />
      </section>
      <section>
        <h2>{say('portal.account.units')}</h2>
        <Units groups={view.groups} />
      </section>
      <section>
        <h2>{say('portal.account.published')}</h2>
        <Published {...view} />
      </section>
    </FixedPage>
  )
}

/** The public account: what is covered, what is late, what is missing, for every unit and field. */
export const renderAccount = (view: AccountView, chrome: Chrome): string =>
  draw(chrome, <Account {...view} />)
