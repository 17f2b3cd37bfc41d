import {
  deliveries,
  enclosureAccept,
  identityTypes,
  requesterKinds,
  supplies,
} from '#requests/contract'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import {
  AskForm,
  AskSteps,
  Choice,
  ErrorSummary,
  HumanQuestion,
  Select,
  TextField,
} from '../parts/request-fields.tsx'
import { RequestPage } from '../parts/request-page.tsx'
import type { DetailsView, ReviewView } from '../request-views.ts'
import { KeptNote } from './request-new.tsx'

const useOptions = () => {
  const { say } = useChrome()
  return (what: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: say(`portal.ask.${what}.${value}`) }))
}

const Evidence = ({ files, mostFiles, megabytes, issues }: DetailsView) => {
  const { say, figure } = useChrome()
  const issue = issues.find((one) => one.field === 'evidence')
  return (
    <>
      {files.length > 0 && (
        <ul class="evidence">
          {files.map(({ id, mediaType, size }, at) => (
            <li key={id}>
              {say('portal.ask.evidence.file', {
                n: at + 1,
                type: mediaType.split('/')[1]?.toUpperCase() ?? '',
                kilobytes: figure(Math.ceil(size / 1024)),
              })}{' '}
              <button type="submit" name="remove" value={id} class="button quiet-button">
                {say('portal.ask.evidence.remove', { n: at + 1 })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.length < mostFiles && (
        <p class="field">
          <label for="f-evidence">
            {say('portal.ask.field.evidence')}
            <span class="about"> {say('portal.ask.optional')}</span>
          </label>
          <span class="about" id="f-evidence-hint">
            {say('portal.ask.evidence.hint', { most: mostFiles, megabytes })}
          </span>
          {issue && (
            <strong class="wrong" id="f-evidence-wrong">
              {issue.words}
            </strong>
          )}
          <input
            id="f-evidence"
            type="file"
            name="evidence"
            multiple
            accept={enclosureAccept}
            aria-describedby={`f-evidence-hint${issue ? ' f-evidence-wrong' : ''}`}
          />
        </p>
      )}
    </>
  )
}

const Who = (view: DetailsView) => {
  const { say } = useChrome()
  const options = useOptions()
  const { form, issues, kiosk } = view
  // At a kiosk the browser must not offer what the one before typed.
  const fill = <Name extends string>(name: Name) => (kiosk ? ('off' as const) : name)
  const field = (name: keyof typeof form) => ({ field: name, value: form[name], issues })
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say('portal.ask.who')}</h2>
      <Choice {...field('kind')} options={options('kind', requesterKinds)} />
      <TextField
        {...field('name')}
        hint={say('portal.ask.name.hint')}
        autocomplete={fill('name')}
      />
      <TextField
        {...field('representative')}
        hint={say('portal.ask.representative.hint')}
        autocomplete="off"
        optional
      />
      <Choice {...field('identityType')} options={options('identity', identityTypes)} />
      <TextField
        {...field('identityNumber')}
        hint={say('portal.ask.identityNumber.hint')}
        autocomplete="off"
      />
      <Evidence {...view} />
      <h3>{say('portal.ask.contact')}</h3>
      <p class="about">{say('portal.ask.contact.hint')}</p>
      <TextField {...field('telephone')} type="tel" autocomplete={fill('tel')} optional />
      <TextField {...field('email')} type="email" autocomplete={fill('email')} optional />
      <TextField {...field('address')} autocomplete={fill('street-address')} optional />
      <TextField {...field('postcode')} autocomplete={fill('postal-code')} optional />
    </section>
  )
}

const Details = (view: DetailsView) => {
  const { say, to, contentLang } = useChrome()
  const options = useOptions()
  const { form, issues, refused, token, kiosk } = view
  const field = (name: keyof typeof form) => ({ field: name, value: form[name], issues })
  return (
    <RequestPage
      name="requestNew"
      title={say('portal.ask.step.details')}
      kiosk={kiosk}
      idleSeconds={view.idleSeconds}
    >
      <ErrorSummary issues={issues} refused={refused} />
      <AskSteps at="details" />
      {view.nothingFound && (
        <p class="note" role="status">
          {say('portal.ask.look.nothing')}
        </p>
      )}
      <AskForm action={addresses.requestDetails} token={token}>
        {/* The first button is what Enter presses; it must not take a file off. */}
        <button type="submit" class="aside-text" tabIndex={-1} aria-hidden="true">
          {say('portal.ask.details.next')}
        </button>
        <div hidden data-keep={to(addresses.requestKeep)} />
        <section aria-labelledby="what">
          <h2 id="what">{say('portal.ask.what')}</h2>
          <TextField {...field('wanted')} rows={6} hint={say('portal.ask.wanted.hint')} />
          <TextField
            {...field('purpose')}
            rows={2}
            hint={say('portal.ask.purpose.hint')}
            optional
          />
          {view.suggested.length > 0 && (
            <p class="about">
              {say('portal.ask.office.suggested')}{' '}
              <span lang={contentLang}>{view.suggested.join(say('portal.ask.comma'))}</span>
            </p>
          )}
          <Select
            {...field('organizationId')}
            groups={view.offices}
            hint={say('portal.ask.office.hint')}
          />
          <Choice {...field('supply')} options={options('supply', supplies)} />
          <Choice {...field('delivery')} options={options('delivery', deliveries)} />
          <TextField {...field('remarks')} rows={2} optional />
        </section>
        <Who {...view} />
        <section aria-labelledby="consent">
          <h2 id="consent">{say('portal.ask.consent.title')}</h2>
          <p>{say('portal.ask.consent.text')}</p>
          <p class="field">
            {issues.some((one) => one.field === 'consent') && (
              <strong class="wrong" id="f-consent-wrong">
                {issues.find((one) => one.field === 'consent')?.words}
              </strong>
            )}
            <label class="choice">
              <input
                type="checkbox"
                id="f-consent"
                name="consent"
                value="yes"
                checked={form.consent === 'yes'}
                aria-describedby={
                  issues.some((one) => one.field === 'consent') ? 'f-consent-wrong' : undefined
                }
              />
              <span>{say('portal.ask.field.consent')}</span>
            </label>
          </p>
        </section>
        <p class="ask-buttons">
          <button type="submit" class="button">
            {say('portal.ask.details.next')}
          </button>
          <a href={to(addresses.requestNew)}>{say('portal.ask.back.new')}</a>
        </p>
      </AskForm>
      <KeptNote {...view} />
    </RequestPage>
  )
}

const shown = [
  'wanted',
  'purpose',
  'supply',
  'delivery',
  'remarks',
  'kind',
  'name',
  'representative',
  'identityType',
  'identityNumber',
  'telephone',
  'email',
  'address',
  'postcode',
] as const

const inWords: Readonly<Record<string, string>> = {
  supply: 'supply',
  delivery: 'delivery',
  kind: 'kind',
  identityType: 'identity',
}

const Review = (view: ReviewView) => {
  const { say, to, contentLang } = useChrome()
  const { form, issues, refused, token, kiosk } = view
  const wordsOf = (field: (typeof shown)[number]): string => {
    const kind = inWords[field]
    return kind ? say(`portal.ask.${kind}.${form[field]}`) : form[field]
  }
  return (
    <RequestPage
      name="requestNew"
      title={say('portal.ask.step.review')}
      kiosk={kiosk}
      idleSeconds={view.idleSeconds}
    >
      <ErrorSummary issues={issues} refused={refused} />
      <AskSteps at="review" />
      <p class="lead">{say('portal.ask.review.lead')}</p>
      <dl class="review">
        <div>
          <dt>{say('portal.ask.field.organizationId')}</dt>
          <dd lang={contentLang}>{view.office}</dd>
        </div>
        {shown
          .filter((field) => form[field].trim() !== '')
          .map((field) => (
            <div key={field}>
              <dt>{say(`portal.ask.field.${field}`)}</dt>
              <dd class="typed" lang={inWords[field] ? undefined : contentLang}>
                {wordsOf(field)}
              </dd>
            </div>
          ))}
        {view.files > 0 && (
          <div>
            <dt>{say('portal.ask.field.evidence')}</dt>
            <dd>{say('portal.ask.evidence.count', { n: view.files })}</dd>
          </div>
        )}
      </dl>
      <AskForm action={addresses.requestReview} token={token}>
        <HumanQuestion question={view.question} issues={issues} />
        <p class="ask-buttons">
          <button type="submit" class="button">
            {say('portal.ask.review.send')}
          </button>
          <a href={to(addresses.requestDetails)}>{say('portal.ask.review.change')}</a>
        </p>
      </AskForm>
    </RequestPage>
  )
}

/** Step three: who asks, of whom, in which form. */
export const renderRequestDetails = (view: DetailsView, chrome: Chrome): string =>
  draw(chrome, <Details {...view} />)

/** Step four: everything once more before it is sent. */
export const renderRequestReview = (view: ReviewView, chrome: Chrome): string =>
  draw(chrome, <Review {...view} />)
