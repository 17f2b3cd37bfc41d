import type { ComponentChildren } from 'preact'
import { addDays } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import {
  AskForm,
  ErrorSummary,
  Honeypot,
  HumanQuestion,
  TextField,
} from '../parts/request-fields.tsx'
import { RequestPage } from '../parts/request-page.tsx'
import { DayStrip } from '../parts/request-strip.tsx'
import type { ProgressFormView, ProgressView } from '../request-views.ts'

const Form = (view: ProgressFormView) => {
  const { say, to } = useChrome()
  const { issues, refused } = view
  return (
    <RequestPage name="requestProgress" title={say('portal.column.requestProgress')}>
      <ErrorSummary issues={issues} refused={refused} />
      <p class="lead">{say('portal.ask.progress.lead')}</p>
      <AskForm action={addresses.requestProgress()} token={view.token}>
        <TextField field="number" value={view.number} issues={issues} autocomplete="off" />
        <TextField
          field="checkCode"
          value={view.checkCode}
          issues={issues}
          autocomplete="off"
          hint={say('portal.ask.checkCode.hint')}
        />
        <HumanQuestion question={view.question} issues={issues} />
        <Honeypot />
        <button type="submit" class="button">
          {say('portal.ask.progress.open')}
        </button>
      </AskForm>
      <p>
        <a href={to(addresses.guide)}>{say('portal.ask.progress.lost')}</a>
      </p>
    </RequestPage>
  )
}

const Dated = (props: {
  name: string
  on: string | null
  article?: string | undefined
  children?: ComponentChildren
}) => {
  const { say, contentLang } = useChrome()
  if (!props.on) return null
  return (
    <div>
      <dt>{say(`portal.ask.date.${props.name}`)}</dt>
      <dd>
        <time>{props.on}</time>
        {props.article && <small lang={contentLang}>{props.article}</small>}
        {props.children}
      </dd>
    </div>
  )
}

const Dues = ({ view }: { view: ProgressView }) => {
  const { say, to } = useChrome()
  const { clock, unknownYear } = view
  if (!clock)
    return unknownYear === null ? null : (
      <p class="note">{say('portal.ask.uncountable', { year: unknownYear })}</p>
    )
  // The notice of what is missing is the office's own affair; an extended reply has one day due.
  const dues = view.dues.filter(
    ({ what }) =>
      what !== 'correctionNotice' && !(what === 'reply' && clock.extendedReplyDueOn !== null),
  )
  const lapsing = dues.find(({ dueOn }) => clock.lapsedOn === addDays(dueOn, 1))
  return (
    <>
      <dl class="receipt">
        <Dated name="receivedOn" on={clock.receivedOn} article={clock.days[0]?.article} />
        {dues.map((due) => (
          <Dated key={due.what} name={due.what} on={due.dueOn} article={due.article}>
            {say(`portal.ask.limit.${due.unit}`, { count: due.count, from: due.from })}
            {due.days.length > 0 && (
              <details>
                <summary>{say('portal.ask.days.caption')}</summary>
                <DayStrip days={due.days} today={view.today} />
              </details>
            )}
          </Dated>
        ))}
        <Dated name="lapsedOn" on={clock.lapsedOn} article={lapsing?.article} />
        <Dated name="answeredOn" on={view.answeredOn} />
      </dl>
      {(clock.replyDueOn || clock.feeDueOn) && view.answeredOn === null && (
        <p>
          <a href={to(addresses.requestCalendar)} download>
            {say('portal.ask.calendar')}
          </a>
        </p>
      )}
    </>
  )
}

/** The article of the result and the ways against it, by the law of its day. */
const Ground = ({ view }: { view: ProgressView }) => {
  const { say, contentLang } = useChrome()
  if (!view.ground) return null
  const { article, remedy } = view.ground
  return (
    <div class="ground">
      <p>
        {say('portal.ask.ground')} <span lang={contentLang}>{article}</span>
      </p>
      {remedy && remedy.order !== 'none' && (
        <p>
          {say(`portal.ask.remedy.${remedy.order}`, {
            days: remedy.reconsiderationDays,
            months: remedy.suitMonths,
            after: remedy.suitAfterDays,
          })}
          <small lang={contentLang}>{remedy.articles.join('；')}</small>
        </p>
      )}
    </div>
  )
}

const kilobyte = 1024
const megabyte = kilobyte * 1024

/** The size of a file as people say it. */
const SizeText = ({ bytes }: { bytes: number }) => {
  const { say } = useChrome()
  return bytes < megabyte
    ? say('portal.ask.files.size', { kilobytes: Math.max(1, Math.ceil(bytes / kilobyte)) })
    : say('portal.ask.files.large', { megabytes: (bytes / megabyte).toFixed(1) })
}

/** Letters to take home, and with the answer the files that go along with it. */
const Served = ({ view }: { view: ProgressView }) => {
  const { say, to, contentLang } = useChrome()
  const { letters, files } = view
  if (letters.length === 0) return null
  return (
    <section aria-labelledby="letters" class="served">
      <h2 id="letters">{say('portal.ask.letters')}</h2>
      {letters.some(({ waits }) => waits) && <p class="note">{say('portal.ask.letters.waits')}</p>}
      <ul>
        {letters.toReversed().map(({ id, title, number, on, forms }) => (
          <li key={id}>
            <span lang={contentLang} id={`letter-${id}`}>
              {title} {number}
            </span>{' '}
            <time>{on}</time>
            <span class="downloads">
              {forms.map((form) => (
                <a
                  key={form}
                  class="button quiet-button"
                  id={`letter-${id}-${form}`}
                  aria-labelledby={`letter-${id}-${form} letter-${id}`}
                  href={to(addresses.requestLetter(id, form))}
                >
                  {say(`portal.ask.letters.${form}`)}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {files.length > 0 && (
        <>
          <h3>{say('portal.ask.files')}</h3>
          <ul>
            {files.map(({ kind, id, name, size }) => (
              <li key={`${kind} ${id}`}>
                <a href={to(addresses.requestFile(kind, id))} lang={contentLang}>
                  {name}
                </a>{' '}
                <SizeText bytes={size} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What the requester may do now, and nothing else. */
const Acts = ({ view }: { view: ProgressView }) => {
  const { say } = useChrome()
  const { token, typed } = view
  return (
    <>
      {view.mayCorrect && (
        <section aria-labelledby="correct">
          <h2 id="correct">{say('portal.ask.correct')}</h2>
          <p>{say('portal.ask.correct.lead')}</p>
          <AskForm action={addresses.requestAct('correct')} token={token}>
            <TextField field="correction" value={typed} issues={[]} rows={6} />
            <button type="submit" class="button">
              {say('portal.ask.correct.send')}
            </button>
          </AskForm>
        </section>
      )}
      {view.mayRate && (
        <section aria-labelledby="rate">
          <h2 id="rate">{say('portal.ask.rate')}</h2>
          <AskForm action={addresses.requestAct('rate')} token={token}>
            <fieldset class="field">
              <legend>{say('portal.ask.rate.legend')}</legend>
              {[5, 4, 3, 2, 1].map((stars) => (
                <label key={stars} class="choice">
                  <input
                    type="radio"
                    name="stars"
                    value={stars}
                    checked={view.satisfaction === stars}
                  />
                  <span>{say(`portal.ask.stars.${stars}`)}</span>
                </label>
              ))}
            </fieldset>
            <TextField field="ratingWords" value={typed} issues={[]} rows={3} optional />
            <button type="submit" class="button">
              {say('portal.ask.rate.send')}
            </button>
          </AskForm>
        </section>
      )}
      {view.mayWithdraw && (
        <section aria-labelledby="withdraw">
          <h2 id="withdraw">{say('portal.ask.withdraw')}</h2>
          <p>{say('portal.ask.withdraw.lead')}</p>
          <AskForm action={addresses.requestAct('withdraw')} token={token}>
            <p class="field">
              <label class="choice">
                <input type="checkbox" name="sure" value="yes" />
                <span>{say('portal.ask.withdraw.sure')}</span>
              </label>
            </p>
            <button type="submit" class="button quiet-button">
              {say('portal.ask.withdraw.send')}
            </button>
          </AskForm>
        </section>
      )}
    </>
  )
}

const Progress = (view: ProgressView) => {
  const { say, to, contentLang } = useChrome()
  const { clock } = view
  // Under way, but into a year whose holidays nobody knows yet: no day can be named.
  const uncounted = view.unknownYear !== null && view.standing === 'running'
  return (
    <RequestPage
      name="requestProgress"
      title={say('portal.ask.progress.of', { number: view.number })}
    >
      <ErrorSummary issues={[]} refused={view.refused} />
      {view.done && (
        <p class="note" role="status">
          {view.done}
        </p>
      )}
      <section class="standing-now" aria-labelledby="standing">
        <h2 id="standing">{say(`portal.ask.standing.${view.standing}`)}</h2>
        <p>
          {say(`portal.ask.next.${uncounted ? 'uncounted' : view.standing}`, {
            due: clock?.extendedReplyDueOn ?? clock?.replyDueOn ?? say('portal.ask.notYet'),
            fee: clock?.feeDueOn ?? say('portal.ask.notYet'),
          })}
        </p>
        {view.resultCode && (
          <p>
            {say('portal.ask.result')}{' '}
            <strong>{say(`portal.ask.result.${view.resultCode}`)}</strong>
          </p>
        )}
        <p class="about">
          <span lang={contentLang}>
            <a href={to(addresses.organization(view.organization.code))}>
              {view.organization.name}
            </a>{' '}
            · {view.title}
          </span>{' '}
          · {say('portal.ask.date.submittedOn')} <time>{view.submittedOn}</time>
        </p>
        <Dues view={view} />
        <Ground view={view} />
      </section>
      <Served view={view} />
      {clock && clock.days.length > 0 && (
        <section aria-labelledby="days">
          <h2 id="days">{say('portal.ask.days')}</h2>
          <DayStrip days={clock.days} today={view.today} />
        </section>
      )}
      <section aria-labelledby="events">
        <h2 id="events">{say('portal.ask.events')}</h2>
        <ol class="events-list">
          {view.events.map(({ type, on }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two of a kind may fall on one day
            <li key={at}>
              <time>{on}</time> {say(`portal.ask.event.${type}`)}
            </li>
          ))}
        </ol>
      </section>
      <Acts view={view} />
      <AskForm action={addresses.requestAct('leave')} token={view.token}>
        <button type="submit" class="button quiet-button">
          {say('portal.ask.leave')}
        </button>
      </AskForm>
    </RequestPage>
  )
}

/** The form that opens a request by number and check code. */
export const renderProgressForm = (view: ProgressFormView, chrome: Chrome): string =>
  draw(chrome, <Form {...view} />)

/** How a request stands, how its days were counted, and what the requester can do (M72). */
export const renderProgress = (view: ProgressView, chrome: Chrome): string =>
  draw(chrome, <Progress {...view} />)
