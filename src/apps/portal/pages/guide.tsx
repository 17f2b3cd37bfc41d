import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { CardTable, Cell } from '../parts/card-table.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import type { DisclosureOffice, GuideView } from '../views.ts'

const Offices = ({ offices }: { offices: readonly DisclosureOffice[] }) => {
  const { say, to, contentLang } = useChrome()
  const columns = ['organization', 'address', 'hours', 'telephone', 'email'] as const
  return (
    <CardTable
      caption={say('portal.guide.offices')}
      columns={columns.map((name) => ({ name, words: say(`portal.office.${name}`) }))}
    >
      <tbody lang={contentLang}>
        {offices.map((office) => (
          <tr key={office.organization.code}>
            <th scope="row">
              <a href={to(addresses.organization(office.organization.code))}>
                {office.organization.name}
              </a>
              {office.office && <span class="about"> {office.office}</span>}
            </th>
            <Cell label={say('portal.office.address')}>
              {office.address}
              {office.postcode && ` (${office.postcode})`}
            </Cell>
            <Cell label={say('portal.office.hours')}>{office.hours}</Cell>
            <Cell label={say('portal.office.telephone')}>
              {office.telephone && <a href={`tel:${office.telephone}`}>{office.telephone}</a>}
              {office.fax && ` ${say('portal.office.fax', { fax: office.fax })}`}
            </Cell>
            <Cell label={say('portal.office.email')}>
              {office.email && <a href={`mailto:${office.email}`}>{office.email}</a>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </CardTable>
  )
}

/** What a request must hold, how it is sent, when it is answered: 条例 art. 29, 33 and 42. */
const HowToAsk = ({ competent, limits }: GuideView) => {
  const { say, contentLang } = useChrome()
  return (
    <>
      <p>{say('portal.guide.ask.who')}</p>
      <ul>
        <li>{say('portal.guide.ask.name')}</li>
        <li>{say('portal.guide.ask.what')}</li>
        <li>{say('portal.guide.ask.form')}</li>
      </ul>
      <p>{say('portal.guide.ask.ways')}</p>
      <address lang={contentLang}>
        {[competent.organization.name, competent.office].filter(Boolean).join(' ')}
        <br />
        {[competent.address, competent.postcode].filter(Boolean).join(' ')}
        <br />
        {competent.telephone}
      </address>
      <p>
        {say('portal.guide.ask.reply', {
          reply: limits.reply.days,
          extension: limits.extension.days,
          article: limits.reply.article,
        })}
      </p>
      <p>{say('portal.guide.ask.fee')}</p>
    </>
  )
}

const Guide = (view: GuideView) => {
  const { say, to } = useChrome()
  return (
    <FixedPage name="guide" door="platform">
      <p class="lead">{say('portal.guide.lead', { date: view.updatedOn })}</p>
      <div class="text guide">
        <h2>{say('portal.guide.kinds')}</h2>
        <p>{say('portal.guide.kinds.text')}</p>
        <h2>{say('portal.guide.proactive')}</h2>
        <p>
          {say('portal.guide.proactive.text', {
            days: view.limits.disclosure.days,
            article: view.limits.disclosure.article,
          })}
        </p>
        <p>
          <a href={to(addresses.catalogue())}>{say('portal.guide.catalogue')}</a>
        </p>
        <h2>{say('portal.guide.onRequest')}</h2>
        <HowToAsk {...view} />
        <h2>{say('portal.guide.remedies')}</h2>
        <p>{say('portal.guide.remedies.text')}</p>
        <h2>{say('portal.guide.bodies')}</h2>
        <p>{say('portal.guide.bodies.text')}</p>
      </div>
      <Offices offices={[view.competent, ...view.offices]} />
    </FixedPage>
  )
}

const entries = [
  ['new', addresses.requestNew],
  ['progress', addresses.requestProgress()],
  ['flow', addresses.requestFlow],
  ['log', addresses.requestLog()],
] as const

const Request = (view: GuideView) => {
  const { say, to } = useChrome()
  return (
    <FixedPage name="request" door="request">
      <p class="lead">{say('portal.request.lead')}</p>
      <ul class="grid entries">
        {entries.map(([name, address]) => (
          <li key={name}>
            <a href={to(address)}>
              <strong>{say(`portal.ask.entry.${name}`)}</strong>
              <span class="about">{say(`portal.ask.entry.${name}.about`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="text guide">
        <h2>{say('portal.ask.entry.others')}</h2>
        <HowToAsk {...view} />
        <p>
          <a href={to(addresses.guide)}>{say('portal.request.offices')}</a>
        </p>
      </div>
    </FixedPage>
  )
}

/** The disclosure guide of 条例 art. 12, written from the unit register. */
export const renderGuide = (view: GuideView, chrome: Chrome): string =>
  draw(chrome, <Guide {...view} />)

/** How to ask for what is not published; the same register tells where. */
export const renderRequest = (view: GuideView, chrome: Chrome): string =>
  draw(chrome, <Request {...view} />)
