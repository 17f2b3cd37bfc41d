import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { FilterList } from '../parts/filters.tsx'
import { FixedPage } from '../parts/fixed-page.tsx'
import { Interpretations } from '../parts/interpretation.tsx'
import { DocumentName, Pager } from '../parts/lines.tsx'
import type { InterpretationView } from '../views.ts'

const Filters = ({ query, forms, units }: InterpretationView) => {
  const { say, to, contentLang } = useChrome()
  return (
    <form class="filters" action={to(addresses.interpretation())} method="get">
      {query.policy && <input type="hidden" name="policy" value={query.policy.id} />}
      <FilterList
        name="form"
        label={say('field.interpretation.form')}
        options={forms.map((value) => ({ value, words: say(`interpretation.form.${value}`) }))}
        chosen={query.form}
      />
      <FilterList
        name="unit"
        label={say('portal.facet.organization')}
        options={units.map(({ code, name }) => ({ value: code, words: name }))}
        chosen={query.unit}
        lang={contentLang}
      />
      <button class="button" type="submit">
        {say('portal.catalogue.filter')}
      </button>
    </form>
  )
}

const List = (view: InterpretationView) => {
  const { say, to } = useChrome()
  const { query, items } = view
  const asked = { form: query.form, unit: query.unit, policy: query.policy?.id ?? null }
  return (
    <FixedPage name="interpretation" door="platform">
      <p class="lead">{say('portal.interpretation.lead')}</p>
      <ul class="inline">
        <li>
          <a href={to(addresses.consultation())}>{say('portal.column.consultation')}</a>
        </li>
        <li>
          <a href={to(addresses.programmes)}>{say('portal.column.programmes')}</a>
        </li>
      </ul>
      {query.policy && (
        <p class="sentence">
          {say('portal.interpretation.of')} <DocumentName link={query.policy} />{' '}
          <a href={to(addresses.interpretation({ ...asked, policy: null }))}>
            {say('portal.interpretation.all')}
          </a>
        </p>
      )}
      <Filters {...view} />
      {items.items.length === 0 ? (
        <p class="sentence">{say('portal.interpretation.none')}</p>
      ) : (
        <>
          <Interpretations items={items.items} />
          <Pager slice={items} address={addresses.interpretation(asked)} />
        </>
      )}
    </FixedPage>
  )
}

/** What explains the county's policies, by form, unit and policy. */
export const renderInterpretations = (view: InterpretationView, chrome: Chrome): string =>
  draw(chrome, <List {...view} />)
