import type { ComponentChildren } from 'preact'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedAbove } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { FieldGrid } from '../parts/fields.tsx'
import { Day, LinesOrSentence } from '../parts/lines.tsx'
import { StandingBar, StandingWords } from '../parts/standing.tsx'
import type { ColumnIdentity, OrganizationView } from '../views.ts'
import { Names } from './organizations.tsx'

const Contact = (view: OrganizationView) => {
  const { say } = useChrome()
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ['head', view.head && `${view.head.name}（${view.head.post}）`],
    ['address', [view.address, view.postcode].filter(Boolean).join('　') || null],
    ['hours', view.hours],
    ['telephone', view.telephone && <a href={`tel:${view.telephone}`}>{view.telephone}</a>],
    ['email', view.email && <a href={`mailto:${view.email}`}>{view.email}</a>],
    ['updatedOn', view.updatedOn && <Day on={view.updatedOn} />],
  ]
  return (
    <dl class="contact">
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{say(`portal.unit.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const Duties = ({ duties }: Pick<OrganizationView, 'duties'>) => {
  const { say } = useChrome()
  if (duties.length === 0) return <p class="sentence">{say('portal.unit.noDuties')}</p>
  if (duties.length === 1) return <p>{duties[0]}</p>
  return (
    <ol class="duties">
      {duties.map((duty) => (
        <li key={duty}>{duty}</li>
      ))}
    </ol>
  )
}

const Standing = ({ code, counts, asOf }: OrganizationView) => {
  const { say, to } = useChrome()
  return (
    <section>
      <h2>
        <a href={to(addresses.accountOf(code))}>{say('portal.unit.standing')}</a>
      </h2>
      <StandingBar counts={counts} />
      <p class="about">
        <StandingWords counts={counts} />
        {` · ${say('portal.asOf', { date: asOf })}`}
      </p>
    </section>
  )
}

const Organization = (view: OrganizationView) => {
  const { say, to, contentLang } = useChrome()
  const address = addresses.organization(view.code)
  const column: ColumnIdentity = {
    name: view.name,
    description: say('portal.unit.description', { name: view.name }),
    keywords: [view.name],
    type: 'overview',
    address,
  }
  const parent = view.parent && {
    name: view.parent.name,
    address: addresses.organization(view.parent.code),
  }
  const feed = addresses.feed(address)
  return (
    <Page
      title={view.name}
      column={column}
      crumbs={[...fixedAbove(say, address), ...(parent ? [parent] : []), column]}
      door="organizations"
      feed={feed}
    >
      <header class="title-row">
        <h1 lang={contentLang}>{view.name}</h1>
        <a class="quiet" href={feed}>
          {say('portal.feed')}
        </a>
      </header>
      <div class="two unit" lang={contentLang}>
        <section>
          <h2>{say('portal.unit.duties')}</h2>
          <Duties duties={view.duties} />
        </section>
        <section>
          <h2>{say('portal.unit.contact')}</h2>
          <Contact {...view} />
        </section>
      </div>
      {view.children.length > 0 && (
        <section>
          <h2>{say('portal.unit.children')}</h2>
          <Names organizations={view.children} />
        </section>
      )}
      <Standing {...view} />
      {view.fields.length > 0 && (
        <section>
          <h2>{say('portal.column.fields')}</h2>
          <FieldGrid fields={view.fields} asOf={view.asOf} organization={view.code} />
        </section>
      )}
      <section>
        <h2>{say('portal.home.latest')}</h2>
        <LinesOrSentence
          slice={view.documents}
          address={address}
          empty={say('portal.unit.empty')}
        />
        {view.documents.items.length === 0 && parent && (
          <p>
            <a class="quiet" href={to(parent.address)}>
              {say('portal.unit.parent', { name: parent.name })}
            </a>
          </p>
        )}
      </section>
    </Page>
  )
}

/** One department, town or village: what it does, where it is, what it has published (M16, M20). */
export const renderOrganization = (view: OrganizationView, chrome: Chrome): string =>
  draw(chrome, <Organization {...view} />)
