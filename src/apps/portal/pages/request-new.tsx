import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { AskForm, AskSteps, ErrorSummary, Honeypot, TextField } from '../parts/request-fields.tsx'
import { RequestPage } from '../parts/request-page.tsx'
import type { AskFrame, Match } from '../request-views.ts'

/** What is kept, until when, and how to go on elsewhere or to have it forgotten. */
export const KeptNote = ({ keptUntil, link, token, kiosk }: AskFrame) => {
  const { say } = useChrome()
  if (keptUntil === null) return null
  return (
    <section class="kept" aria-labelledby="kept">
      <h2 id="kept">{say('portal.ask.kept')}</h2>
      {!kiosk && (
        <>
          <p>{say('portal.ask.kept.until', { date: keptUntil })}</p>
          {link && (
            <p>
              {say('portal.ask.kept.link')}
              <br />
              <code class="hash">{link}</code>
            </p>
          )}
        </>
      )}
      <AskForm action={addresses.requestForget} token={token} name={say('portal.ask.forget')}>
        <button type="submit" class="button quiet-button">
          {say('portal.ask.forget')}
        </button>
      </AskForm>
    </section>
  )
}

const New = (view: AskFrame) => {
  const { say, to } = useChrome()
  const { token, form, issues, refused, kiosk } = view
  return (
    <RequestPage
      name="requestNew"
      title={say('portal.column.requestNew')}
      kiosk={kiosk}
      idleSeconds={view.idleSeconds}
    >
      <ErrorSummary issues={issues} refused={refused} />
      <AskSteps at="new" />
      <p class="lead">{say('portal.ask.new.lead')}</p>
      <AskForm action={addresses.requestNew} token={token}>
        {kiosk && <input type="hidden" name="door" value="kiosk" />}
        <TextField
          field="wanted"
          value={form.wanted}
          issues={issues}
          rows={7}
          hint={say('portal.ask.wanted.hint')}
        />
        <div
          data-matches={addresses.requestMatches}
          data-heading={say('portal.ask.look.while')}
          data-keep={to(addresses.requestKeep)}
          aria-live="polite"
        />
        <Honeypot />
        <button type="submit" class="button">
          {say('portal.ask.new.next')}
        </button>
      </AskForm>
      <KeptNote {...view} />
    </RequestPage>
  )
}

const Look = (view: AskFrame & { readonly matches: readonly Match[] }) => {
  const { say, to, contentLang } = useChrome()
  return (
    <RequestPage
      name="requestNew"
      title={say('portal.ask.step.look')}
      kiosk={view.kiosk}
      idleSeconds={view.idleSeconds}
    >
      <ErrorSummary issues={view.issues} refused={view.refused} />
      <AskSteps at="look" />
      <p class="lead">{say('portal.ask.look.lead', { n: view.matches.length })}</p>
      <AskForm action={addresses.requestLook} token={view.token}>
        <ul class="matches">
          {view.matches.map(({ id, title, unit, publishedOn }) => (
            <li key={id}>
              <a href={to(addresses.document(id))} lang={contentLang} id={`match-${id}`}>
                {title}
              </a>
              <span class="about">
                <span lang={contentLang}>{unit}</span> · <time>{publishedOn}</time>
              </span>
              <button
                type="submit"
                name="found"
                value={id}
                class="button quiet-button"
                aria-describedby={`match-${id}`}
              >
                {say('portal.ask.look.found')}
              </button>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href={to(addresses.requestDetails)}>
            {say('portal.ask.look.goOn')}
          </a>
        </p>
      </AskForm>
      <p>
        <a href={to(addresses.requestNew)}>{say('portal.ask.back.new')}</a>
      </p>
    </RequestPage>
  )
}

/** Step one: what is wanted, in one's own words. */
export const renderRequestNew = (view: AskFrame, chrome: Chrome): string =>
  draw(chrome, <New {...view} />)

/** Step two: what is published already (M79). */
export const renderRequestLook = (
  view: AskFrame & { readonly matches: readonly Match[] },
  chrome: Chrome,
): string => draw(chrome, <Look {...view} />)

/** A link to a draft was followed: it moves here only when the reader says so. */
const Move = ({ secret, token }: { secret: string; token: string }) => {
  const { say } = useChrome()
  return (
    <RequestPage name="requestNew" title={say('portal.ask.move')}>
      <p class="lead">{say('portal.ask.move.lead')}</p>
      <AskForm action={addresses.requestDraft(secret)} token={token}>
        <button type="submit" class="button">
          {say('portal.ask.move.here')}
        </button>
      </AskForm>
    </RequestPage>
  )
}
export const renderDraftMove = (
  view: { readonly secret: string; readonly token: string },
  chrome: Chrome,
): string => draw(chrome, <Move {...view} />)
