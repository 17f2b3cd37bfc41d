import { addresses } from '../addresses.ts'
import { type Chrome, errorReportOf, useChrome } from '../chrome.ts'
import { type FixedColumn, fixedColumn } from '../columns.ts'
import { draw } from '../page.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import type { AccessibilityView, ColumnEntry, SiteMapView } from '../views.ts'
import { Names } from './organizations.tsx'

const fixedOnes: readonly FixedColumn[] = [
  'home',
  'platform',
  'guide',
  'rules',
  'negativeList',
  'events',
  'statutory',
  'reports',
  'request',
  'grassroots',
  'catalogue',
  'fields',
  'interpretation',
  'consultation',
  'programmes',
  'policies',
  'organizations',
  'account',
  'search',
  'accessibility',
]

const Entries = ({ entries }: { entries: readonly ColumnEntry[] }) => {
  const { to, contentLang } = useChrome()
  return (
    <ul class="inline" lang={contentLang}>
      {entries.map(
        ({ name, address }) =>
          address !== null && (
            <li key={address}>
              <a href={to(address)}>{name}</a>
            </li>
          ),
      )}
    </ul>
  )
}

const SiteMap = (view: SiteMapView) => {
  const { say, to, contentLang } = useChrome()
  return (
    <FixedPage name="siteMap" door="siteMap">
      <section>
        <h2>{say('portal.siteMap.fixed')}</h2>
        <Entries
          entries={fixedOnes.map((name) => ({
            ...fixedColumn(say, name),
            documents: 0,
            latestOn: null,
          }))}
        />
      </section>
      <section>
        <h2>{say('portal.column.statutory')}</h2>
        <Entries entries={view.statutory} />
      </section>
      <section>
        <h2>{say('portal.column.fields')}</h2>
        <ul class="towns">
          {view.fields.map((field) => (
            <li key={field.slug}>
              <a class="town" href={to(addresses.field(field.slug))} lang={contentLang}>
                {field.name}
              </a>
              <Entries entries={field.level1} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('portal.units.departments')}</h2>
        <Names organizations={view.departments} />
      </section>
      <section>
        <h2>{say('portal.units.towns')}</h2>
        <ul class="towns">
          {view.towns.map((town) => (
            <li key={town.code}>
              <a class="town" href={to(addresses.organization(town.code))} lang={contentLang}>
                {town.name}
              </a>
              <Names organizations={town.villages} />
            </li>
          ))}
        </ul>
      </section>
    </FixedPage>
  )
}

const Accessibility = ({ testedOn, knownGaps }: AccessibilityView) => {
  const { say, site, address } = useChrome()
  const means = ['keyboard', 'reader', 'size', 'elder', 'contrast', 'print', 'scripts'] as const
  return (
    <FixedPage name="accessibility" door="accessibility">
      <div class="text guide">
        <p>{say('portal.accessibility.lead', { date: testedOn })}</p>
        <h2>{say('portal.accessibility.means')}</h2>
        <ul>
          {means.map((name) => (
            <li key={name}>{say(`portal.accessibility.${name}`)}</li>
          ))}
        </ul>
        {knownGaps.length > 0 && (
          <>
            <h2>{say('portal.accessibility.gaps')}</h2>
            <ul>
              {knownGaps.map((gap) => (
                <li key={gap}>{gap}</li>
              ))}
            </ul>
          </>
        )}
        <h2>{say('portal.accessibility.tell')}</h2>
        <p>
          {say('portal.accessibility.tell.text')}{' '}
          <a href={`tel:${site.telephone}`}>{site.telephone}</a>{' '}
          <a href={errorReportOf({ site, address })}>{say('portal.foot.reportError')}</a>
        </p>
      </div>
    </FixedPage>
  )
}

/** Every column and unit on one page. */
export const renderSiteMap = (view: SiteMapView, chrome: Chrome): string =>
  draw(chrome, <SiteMap {...view} />)

/** What the site does for readers who see, hear or move otherwise, and what it does not do yet. */
export const renderAccessibility = (view: AccessibilityView, chrome: Chrome): string =>
  draw(chrome, <Accessibility {...view} />)
