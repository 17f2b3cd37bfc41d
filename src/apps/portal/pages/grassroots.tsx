import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedAbove } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { FieldGrid } from '../parts/fields.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { Day, Lines } from '../parts/lines.tsx'
import type { ColumnIdentity, FieldsView, FieldView, GrassrootsView } from '../views.ts'
import { Columns } from './column.tsx'

/** The two tabs that the rules want, as links: standard catalogue, fields. */
export const Tabs = ({ here }: { here: 'catalogue' | 'fields' | null }) => {
  const { say, to } = useChrome()
  const tabs = [
    ['catalogue', addresses.catalogue()],
    ['fields', addresses.fields],
  ] as const
  return (
    <nav class="tabs" aria-label={say('portal.column.grassroots')}>
      {tabs.map(([name, address]) => (
        <a key={name} href={to(address)} aria-current={name === here ? 'page' : undefined}>
          {say(`portal.column.${name}`)}
        </a>
      ))}
    </nav>
  )
}

export const Downloads = () => {
  const { say } = useChrome()
  return (
    <p class="downloads">
      <span class="about">{say('portal.download')}</span>
      {(['xlsx', 'csv', 'json'] as const).map((format) => (
        <a key={format} href={addresses.catalogueFile(format)} download="">
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}

const Grassroots = ({ catalogue, fields, asOf }: GrassrootsView) => {
  const { say, to, figure, contentLang } = useChrome()
  return (
    <FixedPage name="grassroots" door="grassroots">
      <Tabs here={null} />
      <section>
        <h2>
          <a href={to(addresses.catalogue())}>{say('portal.column.catalogue')}</a>
        </h2>
        <p class="lead">
          <span lang={contentLang}>{catalogue.name}</span>
          {say('portal.catalogue.edition', {
            matters: figure(catalogue.matters),
            required: figure(catalogue.required),
            optional: figure(catalogue.optional),
            date: catalogue.effectiveFrom,
          })}
        </p>
        <Downloads />
      </section>
      <section>
        <h2>
          <a href={to(addresses.fields)}>{say('portal.column.fields')}</a>
        </h2>
        <FieldGrid fields={fields} asOf={asOf} />
      </section>
    </FixedPage>
  )
}

const Fields = ({ fields, asOf }: FieldsView) => (
  <FixedPage name="fields" door="grassroots">
    <Tabs here="fields" />
    <FieldGrid fields={fields} asOf={asOf} />
  </FixedPage>
)

const Field = ({ field, leadOrgans, level1, latest }: FieldView) => {
  const { say, to, figure, contentLang } = useChrome()
  const column: ColumnIdentity = {
    name: field.name,
    description: say('portal.field.description', { field: field.name }),
    keywords: [field.name, ...level1.map(({ name }) => name)],
    type: 'index',
    address: addresses.field(field.slug),
  }
  const feed = addresses.feed(column.address)
  return (
    <Page
      title={field.name}
      column={column}
      crumbs={[...fixedAbove(say, column.address), column]}
      door="grassroots"
      feed={feed}
    >
      <header class="title-row">
        <h1 lang={contentLang}>{field.name}</h1>
        <span>
          <a class="quiet" href={to(addresses.catalogue({ field: field.slug }))}>
            {say('portal.field.catalogue')}
          </a>{' '}
          <a class="quiet" href={feed}>
            {say('portal.feed')}
          </a>
        </span>
      </header>
      {leadOrgans.length > 0 && (
        <p class="about">
          {say('portal.field.lead')}{' '}
          {leadOrgans.map(({ code, name }, at) => (
            <span key={code}>
              {at > 0 && '、'}
              <a href={to(addresses.organization(code))}>{name}</a>
            </span>
          ))}
        </p>
      )}
      <div class="matters">
        {level1.map((matter) => (
          <section key={matter.address}>
            <h2 lang={contentLang}>
              <a href={to(matter.address)}>{matter.name}</a>
            </h2>
            <span class="about">
              {say('portal.field.documents', { n: figure(matter.documents) })}
              {matter.latestOn && (
                <>
                  {' · '}
                  <Day on={matter.latestOn} />
                </>
              )}
            </span>
            {matter.level2.length > 0 && <Columns entries={matter.level2} />}
          </section>
        ))}
      </div>
      <section>
        <h2>{say('portal.home.latest')}</h2>
        {latest.length > 0 ? (
          <Lines documents={latest} />
        ) : (
          <p class="sentence">{say('portal.column.empty')}</p>
        )}
      </section>
    </Page>
  )
}

/** The grassroots column: standard catalogue and fields. */
export const renderGrassroots = (view: GrassrootsView, chrome: Chrome): string =>
  draw(chrome, <Grassroots {...view} />)

/** All fields as a quiet grid. */
export const renderFields = (view: FieldsView, chrome: Chrome): string =>
  draw(chrome, <Fields {...view} />)

/** One field: its matters, and what is new in it. */
export const renderField = (view: FieldView, chrome: Chrome): string =>
  draw(chrome, <Field {...view} />)
