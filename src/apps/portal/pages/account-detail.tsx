import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedAbove } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { CardTable, Cell } from '../parts/card-table.tsx'
import { Day, Pager } from '../parts/lines.tsx'
import { StandingMark } from '../parts/standing.tsx'
import type { AccountDetailView, ColumnIdentity } from '../views.ts'
import { Totals } from './account.tsx'

const columns = ['matter', 'standing', 'timeLimit', 'dueOn', 'evidence'] as const

const Matters = ({ matters }: Pick<AccountDetailView, 'matters'>) => {
  const { say, to, contentLang } = useChrome()
  const label = (name: (typeof columns)[number]) => say(`portal.account.${name}`)
  return (
    <CardTable
      caption={say('portal.account.matters')}
      kind="matters-table"
      columns={columns.map((name) => ({ name, words: label(name) }))}
    >
      <tbody>
        {matters.items.map((matter) => {
          const name = [matter.level1, matter.level2].filter(Boolean).join(' › ')
          return (
            <tr key={matter.field.slug + name}>
              <th scope="row" lang={contentLang}>
                <span class="about">{matter.field.name}</span>
                {matter.address === null ? name : <a href={to(matter.address)}>{name}</a>}
              </th>
              <Cell label={label('standing')}>
                <StandingMark standing={matter.standing} />
                {matter.reason && <span class="about">{matter.reason}</span>}
              </Cell>
              <Cell label={label('timeLimit')}>{matter.timeLimit}</Cell>
              <Cell label={label('dueOn')} kind={matter.dueOn === null ? 'nothing' : undefined}>
                {matter.dueOn === null ? say('portal.none') : <Day on={matter.dueOn} />}
              </Cell>
              <Cell
                label={label('evidence')}
                kind={matter.documents.length === 0 ? 'nothing' : undefined}
              >
                {matter.documents.length === 0
                  ? say('portal.none')
                  : matter.documents.map((document) => (
                      <span class="item" key={document.id} lang={contentLang}>
                        <a href={to(addresses.document(document.id))}>{document.title}</a>{' '}
                        <span class="about">
                          <Day on={document.publishedOn} />
                        </span>
                      </span>
                    ))}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </CardTable>
  )
}

/** Fields as links: the filter needs no form. */
const FieldChoice = ({ organization, field, fields }: AccountDetailView) => {
  const { say, to, contentLang } = useChrome()
  const choices = [{ slug: null, name: say('portal.all') }, ...fields]
  return (
    <nav class="choices" aria-label={say('portal.facet.field')}>
      {choices.map(({ slug, name }) => (
        <a
          key={slug ?? ''}
          href={to(addresses.accountOf(organization.code, slug))}
          aria-current={slug === (field?.slug ?? null) ? 'page' : undefined}
          lang={slug === null ? undefined : contentLang}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

const AccountDetail = (view: AccountDetailView) => {
  const { say, to, contentLang } = useChrome()
  const { organization, field, matters } = view
  const address = addresses.accountOf(organization.code)
  const title = say('portal.account.ofUnit', { name: organization.name })
  const column: ColumnIdentity = {
    name: title,
    description: say('portal.account.ofUnit.description', { name: organization.name }),
    keywords: [organization.name, say('portal.column.account')],
    type: 'index',
    address,
  }
  return (
    <Page
      title={field ? `${title} · ${field.name}` : title}
      column={column}
      crumbs={[
        ...fixedAbove(say, address),
        { name: organization.name, address },
        ...(field ? [{ name: field.name, address: null }] : []),
      ]}
      door="account"
    >
      <header class="title-row">
        <h1 lang={contentLang}>{title}</h1>
        <a class="quiet" href={to(addresses.organization(organization.code))}>
          {say('portal.account.unitPage')}
        </a>
      </header>
      <p class="about">{say('portal.asOf', { date: view.asOf })}</p>
      <Totals {...view} />
      <FieldChoice {...view} />
      {matters.items.length === 0 ? (
        <p class="sentence">{say('portal.account.empty')}</p>
      ) : (
        <Matters matters={matters} />
      )}
      <Pager slice={matters} address={addresses.accountOf(organization.code, field?.slug)} />
    </Page>
  )
}

/** The account of one unit, opened to its cells: matter, standing, due date, documents. */
export const renderAccountDetail = (view: AccountDetailView, chrome: Chrome): string =>
  draw(chrome, <AccountDetail {...view} />)
