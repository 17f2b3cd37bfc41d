import type { ComponentChildren } from 'preact'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { SearchBox } from '../header.tsx'
import { draw, Page } from '../page.tsx'
import { Day, Lines } from '../parts/lines.tsx'
import { PublicRecord } from '../parts/public-record.tsx'
import type { DocumentLine, FaultView, MissingView, WithdrawnView } from '../views.ts'

const Failure = ({ title, children }: { title: string; children: ComponentChildren }) => {
  const { say } = useChrome()
  return (
    <Page title={title} column={fixedColumn(say, 'home')} indexed={false} frame="failure">
      <h1>{title}</h1>
      {children}
    </Page>
  )
}

const Neighbours = ({ documents }: { documents: readonly DocumentLine[] }) => {
  const { say } = useChrome()
  return documents.length === 0 ? null : (
    <section>
      <h2>{say('portal.missing.neighbours')}</h2>
      <Lines documents={documents} />
    </section>
  )
}

const Missing = ({ address, neighbours }: MissingView) => {
  const { say, to } = useChrome()
  return (
    <Failure title={say('portal.missing')}>
      <p class="lead">{say('portal.missing.about')}</p>
      <p class="about plain-address">{address}</p>
      <SearchBox id="q-main" large />
      <ul class="inline">
        {(['home', 'platform', 'organizations', 'siteMap'] as const).map((name) => {
          const column = fixedColumn(say, name)
          return (
            <li key={name}>
              <a href={to(column.address)}>{column.name}</a>
            </li>
          )
        })}
      </ul>
      <Neighbours documents={neighbours} />
    </Failure>
  )
}

const Withdrawn = (view: WithdrawnView) => {
  const { say, to, contentLang } = useChrome()
  return (
    <Failure title={say('portal.withdrawn')}>
      <p class="lead" lang={contentLang}>
        {view.title}
      </p>
      <div class="banner withdrawn">
        <p>
          {say('portal.withdrawn.by', { name: view.unit.name })} <Day on={view.withdrawnOn} />
        </p>
        <p lang={contentLang}>{view.note}</p>
        {view.replacedBy && (
          <p>
            {say('portal.withdrawn.replaced')}{' '}
            <a href={to(addresses.document(view.replacedBy.id))}>{view.replacedBy.title}</a>
          </p>
        )}
      </div>
      {view.column && (
        <p>
          <a href={to(view.column.address)}>
            {say('portal.withdrawn.column', { name: view.column.name })}
          </a>
        </p>
      )}
      <Neighbours documents={view.neighbours} />
      <PublicRecord record={view.record} />
    </Failure>
  )
}

const Fault = ({ status, reference }: FaultView) => {
  const { say, to, site } = useChrome()
  return (
    <Failure title={say(`portal.fault.${status}`)}>
      <p class="lead">{say(`portal.fault.${status}.about`)}</p>
      {reference && <p>{say('portal.fault.reference', { reference })}</p>}
      <p>
        {say('portal.foot.telephone')} <a href={`tel:${site.telephone}`}>{site.telephone}</a>
      </p>
      <p>
        <a href={to(addresses.home)}>{say('portal.fault.home')}</a>
      </p>
    </Failure>
  )
}

/** 404: says so, and helps on by search, neighbours and the site map. */
export const renderMissing = (view: MissingView, chrome: Chrome): string =>
  draw(chrome, <Missing {...view} />)

/** 410: the tombstone of a withdrawn document, with the reason and what stands in its place. */
export const renderWithdrawn = (view: WithdrawnView, chrome: Chrome): string =>
  draw(chrome, <Withdrawn {...view} />)

/** 500 and 503: an apology that names what to quote. */
export const renderFault = (view: FaultView, chrome: Chrome): string =>
  draw(chrome, <Fault {...view} />)
