import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { Paragraphs } from '../parts/interpretation.tsx'
import { Day, DocumentName, Pager, ValidityMark } from '../parts/lines.tsx'
import type { ConsultationView } from '../views.ts'

const Search = ({ query }: Pick<ConsultationView, 'query'>) => {
  const { say, to } = useChrome()
  return (
    <form class="filters" action={to(addresses.consultation())} method="get">
      {query.policy && <input type="hidden" name="policy" value={query.policy.id} />}
      <label>
        <span>{say('portal.consultation.search')}</span>
        <input type="search" name="q" value={query.q} maxLength={100} />
      </label>
      <button class="button" type="submit">
        {say('portal.search.button')}
      </button>
    </form>
  )
}

const Answers = ({ answers }: Pick<ConsultationView, 'answers'>) => {
  const { say, contentLang } = useChrome()
  return (
    <div class="matters">
      {answers.items.map((one) => (
        <section key={one.id} id={`answer-${one.id}`}>
          <h2 lang={contentLang}>{one.question}</h2>
          <div class="text" lang={contentLang}>
            <Paragraphs text={one.answer} />
          </div>
          <p class="line-about">
            <span lang={contentLang}>{one.unit.name}</span>
            <span>
              {say('portal.consultation.reviewed')} <Day on={one.reviewedOn} />
            </span>
            {one.policy && <DocumentName link={one.policy} />}
          </p>
        </section>
      ))}
    </div>
  )
}

const Nothing = ({ query }: Pick<ConsultationView, 'query'>) => {
  const { say, to, site } = useChrome()
  return (
    <div class="sentence">
      <p>{say('portal.consultation.nothing')}</p>
      <ul class="hints">
        {query.q !== '' && (
          <li>
            <a href={to(addresses.search({ q: query.q }))}>{say('portal.consultation.wider')}</a>
          </li>
        )}
        <li>
          <a href={to(addresses.organizations)}>{say('portal.consultation.unit')}</a>
        </li>
        <li>
          <a href={`tel:${site.telephone}`}>{site.telephone}</a>
        </li>
      </ul>
    </div>
  )
}

const Consultation = (view: ConsultationView) => {
  const { say, to, contentLang } = useChrome()
  const { query, answers, policies } = view
  return (
    <FixedPage name="consultation" door="platform">
      <p class="lead">{say('portal.consultation.lead')}</p>
      {query.policy && (
        <p class="sentence">
          {say('portal.consultation.about')} <DocumentName link={query.policy} />{' '}
          <a href={to(addresses.consultation({ q: query.q }))}>{say('portal.consultation.all')}</a>
        </p>
      )}
      <Search query={query} />
      {answers.items.length === 0 ? <Nothing query={query} /> : <Answers answers={answers} />}
      <Pager
        slice={answers}
        address={addresses.consultation({ q: query.q, policy: query.policy?.id ?? null })}
      />
      {policies.length > 0 && (
        <section>
          <h2>{say('portal.consultation.byPolicy')}</h2>
          <ul class="links" lang={contentLang}>
            {policies.map((policy) => (
              <li key={policy.id}>
                <a href={to(addresses.consultation({ policy: policy.id }))}>{policy.title}</a>
                <ValidityMark state={policy.validity} />{' '}
                <span class="about">
                  {say('portal.consultation.answers', { n: policy.answers })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </FixedPage>
  )
}

/** Questions on policies with their answers, found by words or by policy; works without scripts. */
export const renderConsultation = (view: ConsultationView, chrome: Chrome): string =>
  draw(chrome, <Consultation {...view} />)
