import { minuteAt } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { Paragraphs } from '../parts/interpretation.tsx'
import { DocumentName, Pager } from '../parts/lines.tsx'
import type { ProgrammesView, ProgrammeView } from '../views.ts'

/** An instant of Shanghai as people and machines read it. */
const Moment = ({ at }: { at: string }) => <time dateTime={at}>{minuteAt(new Date(at))}</time>

const List = ({ programmes }: ProgrammesView) => {
  const { say, to, contentLang } = useChrome()
  return (
    <FixedPage name="programmes" door="platform">
      <p class="lead">{say('portal.programmes.lead')}</p>
      {programmes.items.length === 0 ? (
        <p class="sentence">{say('portal.programmes.none')}</p>
      ) : (
        <>
          <ul class="lines">
            {programmes.items.map((one) => (
              <li key={one.id}>
                <span class="line-title" lang={contentLang}>
                  <a href={to(addresses.programme(one.id))}>
                    <span class="category">[{say(`portal.programme.kind.${one.kind}`)}] </span>
                    {one.title}
                  </a>
                </span>
                <span class="line-about">
                  <span lang={contentLang}>{one.guest}</span>
                  <Moment at={one.startsAt} />
                </span>
              </li>
            ))}
          </ul>
          <Pager slice={programmes} address={addresses.programmes} />
        </>
      )}
    </FixedPage>
  )
}

const Programme = (view: ProgrammeView) => {
  const { say, contentLang } = useChrome()
  const column = fixedColumn(say, 'programmes')
  const particulars = [
    ['guest', [view.guestPost, view.guest].filter(Boolean).join(' ')],
    ['place', view.place],
    ['unit', view.unit.name],
  ] as const
  return (
    <Page
      title={view.title}
      column={column}
      crumbs={[column, { name: view.title, address: null }]}
      door="platform"
    >
      <article lang={contentLang}>
        <h1 class="document-title">{view.title}</h1>
        <section class="metadata" aria-label={say('portal.programme.about')}>
          <dl>
            <div>
              <dt>{say('portal.programme.startsAt')}</dt>
              <dd>
                <Moment at={view.startsAt} />
                {view.endsAt && (
                  <>
                    {' – '}
                    <Moment at={view.endsAt} />
                  </>
                )}
              </dd>
            </div>
            {particulars.map(
              ([name, value]) =>
                value && (
                  <div key={name}>
                    <dt>{say(`portal.programme.${name}`)}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
            {view.address && (
              <div>
                <dt>{say('portal.programme.address')}</dt>
                <dd>
                  <a href={view.address} rel="noopener">
                    {view.address}
                  </a>
                </dd>
              </div>
            )}
            {view.policy && (
              <div>
                <dt>{say('portal.programme.policy')}</dt>
                <dd>
                  <DocumentName link={view.policy} />
                </dd>
              </div>
            )}
          </dl>
        </section>
        <div class="text">
          <Paragraphs text={view.about} />
          {view.questions.length > 0 && <h2>{say('portal.programme.questions')}</h2>}
          {view.questions.map(({ question, answer }) => (
            <section key={question}>
              <h3>{question}</h3>
              <Paragraphs text={answer} />
            </section>
          ))}
          {view.transcript && (
            <>
              <h2>{say('field.interpretation.transcript')}</h2>
              <Paragraphs text={view.transcript} />
            </>
          )}
        </div>
      </article>
    </Page>
  )
}

/** Interviews, lectures, radio and television questions, those to come and those with transcript. */
export const renderProgrammes = (view: ProgrammesView, chrome: Chrome): string =>
  draw(chrome, <List {...view} />)

export const renderProgramme = (view: ProgrammeView, chrome: Chrome): string =>
  draw(chrome, <Programme {...view} />)
