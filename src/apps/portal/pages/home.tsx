import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { SearchBox } from '../header.tsx'
import { draw, Page } from '../page.tsx'
import { FieldGrid } from '../parts/fields.tsx'
import { Day, Lines } from '../parts/lines.tsx'
import type { HomeView } from '../views.ts'

const fourDoors = [
  ['find', addresses.platform],
  ['must', addresses.grassroots],
  ['ask', addresses.request],
  ['who', addresses.organizations],
] as const

const Questions = ({ questions }: { questions: readonly string[] }) => {
  const { say, to, contentLang } = useChrome()
  return (
    <div class="questions">
      <span id="asked">{say('portal.home.asked')}</span>
      <ul aria-labelledby="asked" lang={contentLang}>
        {questions.map((q) => (
          <li key={q}>
            <a href={to(addresses.search({ q }))}>{q}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One plain line of live figures, which opens the account. */
const Figures = ({ figures, asOf }: Pick<HomeView, 'figures' | 'asOf'>) => {
  const { say, to, figure } = useChrome()
  const { duties, counts } = figures
  return (
    <p class="figures">
      <a href={to(addresses.account)}>
        {say('portal.home.figures', { met: figure(counts.met), duties: figure(duties) })}
        {counts.late > 0 && (
          <>
            {say('portal.comma')}
            <strong class="late">
              {say('portal.home.figures.late', { late: figure(counts.late) })}
            </strong>
          </>
        )}
      </a>
      <span class="about">{say('portal.asOf', { date: asOf })}</span>
    </p>
  )
}

const Towns = ({ towns }: Pick<HomeView, 'towns'>) => {
  const { to, contentLang } = useChrome()
  return (
    <ul class="towns" lang={contentLang}>
      {towns.map((town) => (
        <li key={town.code}>
          <a class="town" href={to(addresses.organization(town.code))}>
            {town.name}
          </a>
          <ul class="inline">
            {town.villages.map((village) => (
              <li key={village.code}>
                <a href={to(addresses.organization(village.code))}>{village.name}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const Latest = ({ documents }: { documents: HomeView['latest'] }) => {
  const { say } = useChrome()
  return (
    <section>
      <h2>{say('portal.home.latest')}</h2>
      <Lines documents={documents} />
    </section>
  )
}

const Consultations = ({ consultations }: Pick<HomeView, 'consultations'>) => {
  const { say, to, contentLang } = useChrome()
  return (
    <section>
      <h2>{say('portal.home.consultations')}</h2>
      <ul class="notices">
        {consultations.map((open) => (
          <li key={open.address}>
            <a href={to(open.address)} lang={contentLang}>
              {open.title}
            </a>
            <span class="about">
              {open.unit} · {say('portal.home.closes')} <Day on={open.closesOn} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Home = (view: HomeView) => {
  const { say, to, site } = useChrome()
  return (
    <Page title={null} column={fixedColumn(say, 'home')} door="home" frame="home">
      <section class="hero">
        <h1>{say('portal.home.title', { place: site.place })}</h1>
        <SearchBox id="q" large />
        <Questions questions={view.questions} />
      </section>
      <ul class="four">
        {fourDoors.map(([name, address]) => (
          <li key={name}>
            <a href={to(address)}>
              <strong>{say(`portal.home.door.${name}`)}</strong>
              <span>{say(`portal.home.door.${name}.about`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <Figures figures={view.figures} asOf={view.asOf} />
      {view.consultations.length === 0 ? (
        <Latest documents={view.latest} />
      ) : (
        <div class="two">
          <Latest documents={view.latest} />
          <Consultations consultations={view.consultations} />
        </div>
      )}
      <section>
        <h2>
          <a href={to(addresses.grassroots)}>{say('portal.home.fields')}</a>
        </h2>
        <FieldGrid fields={view.fields} asOf={view.asOf} />
      </section>
      <section>
        <h2>
          <a href={to(addresses.organizations)}>{say('portal.home.towns')}</a>
        </h2>
        <Towns towns={view.towns} />
      </section>
    </Page>
  )
}

/** The home page: search first, four doors, what is new, fields, towns and villages, live figures. */
export const renderHome = (view: HomeView, chrome: Chrome): string =>
  draw(chrome, <Home {...view} />)
