import { minuteAt } from '#platform/civil-date'
import type { SealedDay, ShownDay, ShownLink } from '#seals'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { QrCode } from '../qr.tsx'

export interface SealsView {
  readonly days: readonly ShownDay[]
  /** The day before which the next page begins. */
  readonly next: string | null
}

const Days = ({ days, next }: SealsView) => {
  const { say, to, figure } = useChrome()
  return (
    <FixedPage name="seals" door="account">
      <p class="lead">{say('portal.seals.about')}</p>
      <p>
        <a href={to(addresses.verify)}>{say('portal.seals.verify')}</a>
      </p>
      {days.length === 0 ? (
        <p class="sentence">{say('portal.seals.none')}</p>
      ) : (
        <section class="scroll" aria-label={say('portal.column.seals')}>
          <table class="seals days">
            <thead>
              <tr>
                <th scope="col">{say('portal.seals.date')}</th>
                <th scope="col">{say('portal.seals.links')}</th>
                <th scope="col">{say('portal.seals.value')}</th>
              </tr>
            </thead>
            <tbody>
              {days.map((seal) => (
                <tr key={seal.day}>
                  <th scope="row">
                    <a href={to(addresses.seal(seal.day))}>{seal.day}</a>
                  </th>
                  <td>{say('portal.seals.count', { n: figure(seal.last - seal.first + 1) })}</td>
                  <td>
                    <code class="hash">{seal.hash}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {next && (
        <p class="pager">
          <a href={to(addresses.seals(next))}>{say('portal.seals.older')}</a>
        </p>
      )}
      <h2>{say('portal.seals.how')}</h2>
      <p>{say('portal.seals.howText')}</p>
    </FixedPage>
  )
}

const Links = ({ links }: { links: readonly ShownLink[] }) => {
  const { say, to } = useChrome()
  if (links.length === 0) return <p class="sentence">{say('portal.seals.empty')}</p>
  return (
    <section class="scroll" aria-label={say('portal.seals.links')}>
      <table class="seals">
        <thead>
          <tr>
            {['number', 'act', 'at', 'document', 'hash'].map((name) => (
              <th key={name} scope="col">
                {say(`portal.seals.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.number}>
              <td>{link.number}</td>
              <td>{say(`portal.seals.act.${link.act}`)}</td>
              <td>{minuteAt(new Date(link.at))}</td>
              <td>
                <a href={to(link.address)}>{link.indexNumber}</a>
              </td>
              <td>
                <code class="hash">{link.hash}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One day, as it is printed, posted and filed. */
const Day = ({ seal, links, next }: SealedDay) => {
  const { say, to, site, figure } = useChrome()
  const column = fixedColumn(say, 'seals')
  const title = say('portal.seals.day', { day: seal.day })
  const own = site.origin + addresses.seal(seal.day)
  const first = links[0]?.number ?? seal.first
  const isPaged = first > seal.first || next !== null
  return (
    <Page
      title={title}
      column={column}
      crumbs={[column, { name: title, address: null }]}
      door="account"
    >
      <h1>
        {site.name} {title}
      </h1>
      <dl class="seal-values">
        {(['value', 'head', 'previous'] as const).map((name) => (
          <div key={name}>
            <dt>{say(`portal.seals.${name}`)}</dt>
            <dd>
              <code class="hash">{name === 'value' ? seal.hash : seal[name]}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p class="downloads">
        <a href={addresses.sealJson(seal.day)}>{say('portal.seals.json')}</a>
        <a href={to(addresses.verify)}>{say('portal.seals.verify')}</a>
      </p>
      <h2>{say('portal.seals.links')}</h2>
      {isPaged && (
        <p class="about">
          {say('portal.seals.shown', {
            first: figure(first - seal.first + 1),
            last: figure(first - seal.first + links.length),
            n: figure(seal.last - seal.first + 1),
          })}
        </p>
      )}
      <Links links={links} />
      {isPaged && (
        <nav class="pager" aria-label={say('portal.pages')}>
          {first > seal.first && (
            <a href={to(addresses.seal(seal.day))}>{say('portal.seals.firstPage')}</a>
          )}
          {next !== null && (
            <a rel="next" href={to(addresses.seal(seal.day, next))}>
              {say('portal.seals.further')}
            </a>
          )}
        </nav>
      )}
      <section class="share">
        <QrCode text={own} label={say('portal.seals.qr')} />
        <p class="plain-address">{own}</p>
      </section>
    </Page>
  )
}

export const renderSeals = (view: SealsView, chrome: Chrome): string =>
  draw(chrome, <Days {...view} />)
export const renderSeal = (view: SealedDay, chrome: Chrome): string =>
  draw(chrome, <Day {...view} />)
