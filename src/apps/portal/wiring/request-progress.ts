import { theSystem } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import { Refusal } from '#platform/refusal'
import { seal, unseal } from '#platform/sealing'
import { sayRefusal } from '#platform/words'
import {
  askingRulesOn,
  calendarFile,
  correctRequest,
  flowOf,
  forRequester,
  openProgress,
  openServed,
  progressById,
  publicLog,
  type Request,
  rateRequest,
  remedyOf,
  resultRule,
  roomToGuess,
  type Served,
  takeServed,
  type Wanted,
  withdrawRequest,
} from '#requests'
import { type Clock, resultCodes } from '#requests/contract'
import { addresses } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderRequestFlow, renderRequestLog } from '../pages/request-flow.tsx'
import { renderProgress, renderProgressForm } from '../pages/request-progress.tsx'
import type { ProgressFormView, ProgressView } from '../request-views.ts'
import { tags } from '../tags.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'
import { type Asking, askSomething, type Step } from './request-new.ts'
import { cookieOptions, formToken, progressCookie, type Sent } from './request-sent.ts'

const today = (): string => dateAt(new Date())
const minuteMs = 60_000

/** The request that this browser opened by number and check code; null once its time is over. */
const openedRequest = ({ request, portal }: Pick<Asking, 'request' | 'portal'>) => {
  try {
    const plain = unseal(request.cookies[progressCookie] ?? '', 'progress', portal.house.secret)
    const { id, until } = JSON.parse(plain) as { id: number; until: number }
    return until > Date.now() ? id : null
  } catch {
    return null
  }
}

const formWith = async (
  asking: Asking,
  more: Partial<ProgressFormView> & { readonly number: string },
): Promise<string> => {
  const { portal, request, chrome, asker } = asking
  const key = portal.house.secret
  const guess = { number: more.number, address: request.ip }
  const room = await roomToGuess(portal.db, guess, new Date(), today(), key)
  return renderProgressForm(
    {
      token: formToken(asker, key),
      checkCode: '',
      refused: null,
      issues: [],
      question: room === 'question' ? askSomething(asking) : null,
      ...more,
    },
    chrome,
  )
}

export const progressPage = async (asking: Asking): Promise<Step> => ({
  html: await formWith(asking, { number: (asking.query.get('number') ?? '').slice(0, 80) }),
})

const statusOf: Readonly<Record<string, number>> = { busy: 429, missing: 422, invalid: 422 }

/** A wrong number and a wrong code are answered with the same page. */
export const progressSent = async (asking: Asking, { fields }: Sent): Promise<Step> => {
  const { portal, request, reply, chrome } = asking
  const { number = '', checkCode = '', question = '', answer = '' } = fields
  const guess = { number, checkCode, question, answer, address: request.ip }
  try {
    const id = await openProgress(portal.house, guess, portal.house.secret)
    const minutes = askingRulesOn(today()).progressMinutes
    const until = Date.now() + minutes * minuteMs
    const opened = seal(JSON.stringify({ id, until }), 'progress', portal.house.secret)
    void reply.setCookie(progressCookie, opened, {
      ...cookieOptions(request),
      maxAge: minutes * 60,
    })
    return { to: addresses.requestCase }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = sayRefusal(chrome.say, error).message
    const typed = { number: number.slice(0, 80), checkCode: checkCode.slice(0, 80) }
    return {
      status: statusOf[error.kind] ?? 422,
      html: await formWith(asking, { ...typed, refused }),
    }
  }
}

const over: readonly string[] = ['answered', 'answeredLate', 'lapsed', 'withdrawn']

/** Why it ended as it did, and what can be done about it: of an answer, or of a request given up. */
const groundOf = (request: Request, clock: Clock | null): ProgressView['ground'] => {
  const givenUp =
    clock?.feeDueOn && clock.replyDueOn === null ? 'other/overdue_fee' : 'other/overdue_correction'
  const on = request.answeredOn ?? clock?.lapsedOn
  const code = request.answeredOn ? request.resultCode : givenUp
  const known = resultCodes.find((one) => one === code)
  if (!on || !known) return null
  const online = request.delivery === 'online' || request.delivery === 'email'
  return {
    article: resultRule(known, on)?.article ?? '',
    remedy: remedyOf(known, on, online) ?? null,
  }
}

const caseWith = async (
  asking: Asking,
  id: number,
  more: Partial<Pick<ProgressView, 'refused' | 'done' | 'typed'>> = {},
): Promise<string> => {
  const { portal, chrome, asker } = asking
  const { request, events, clock, dues } = await progressById(portal.db, id, today())
  const office = (await portal.tree()).byId(request.organizationId)
  const standing = clock?.standing ?? request.standing
  return renderProgress(
    {
      token: formToken(asker, portal.house.secret),
      number: request.number,
      title: request.title,
      organization: { code: office?.code ?? '', name: office?.name ?? '' },
      standing,
      submittedOn: request.submittedOn,
      answeredOn: request.answeredOn,
      resultCode: request.answeredOn === null ? null : request.resultCode,
      ground: groundOf(request, clock),
      clock,
      dues,
      unknownYear: request.unknownYear,
      events: events.map(({ type, on }) => ({ type, on })),
      ...(await forRequester(portal.db, id)),
      mayWithdraw: !over.includes(standing),
      mayCorrect: standing === 'awaitingCorrection',
      mayRate: events.some(({ type }) => type === 'served'),
      satisfaction: request.satisfaction,
      refused: null,
      done: null,
      typed: '',
      today: today(),
      ...more,
    },
    chrome,
  )
}

export const casePage = async (asking: Asking): Promise<Step> => {
  const id = openedRequest(asking)
  if (id === null) return { to: addresses.requestProgress() }
  const done = asking.query.get('done') ?? ''
  const known = ['withdraw', 'correct', 'rate'].includes(done)
  return {
    html: await caseWith(
      asking,
      id,
      known ? { done: asking.chrome.say(`portal.ask.done.${done}`) } : {},
    ),
  }
}

// As long as what is asked for may be.
const longestText = 4_000

/** Withdraws, corrects or rates; what was typed comes back with a refusal. */
export const actSent = async (
  asking: Asking,
  what: 'withdraw' | 'correct' | 'rate',
  { fields }: Sent,
): Promise<Step> => {
  const id = openedRequest(asking)
  if (id === null) return { to: addresses.requestProgress() }
  const { portal, chrome } = asking
  const { secret, perform } = portal.house
  const typed = ((what === 'correct' ? fields.correction : fields.ratingWords) ?? '')
    .replaceAll('\0', '')
    .slice(0, longestText)
  if (what === 'withdraw' && fields.sure !== 'yes')
    return {
      status: 422,
      html: await caseWith(asking, id, { refused: chrome.say('portal.ask.withdraw.tick') }),
    }
  try {
    await perform(theSystem, (act) => {
      if (what === 'withdraw') return withdrawRequest(act, { id })
      return what === 'correct'
        ? correctRequest(act, { id, text: typed }, secret)
        : rateRequest(act, { id, stars: Number(fields.stars), text: typed }, secret)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = sayRefusal(chrome.say, error).message
    return { status: 422, html: await caseWith(asking, id, { refused, typed }) }
  }
  return { to: `${addresses.requestCase}?done=${what}` }
}

export const leaveSent = async ({ reply }: Asking): Promise<Step> => {
  void reply.clearCookie(progressCookie, { path: '/' })
  return { to: addresses.request }
}

/** The due days of the opened request for a calendar; null where nothing is due. */
export const dueFile = async (asking: Asking): Promise<string | null> => {
  const id = openedRequest(asking)
  if (id === null) return null
  const { request, clock } = await progressById(asking.portal.db, id, today())
  return clock && calendarFile(request.number, clock, asking.chrome.say)
}

type Takes = 'letter' | 'released' | 'supplied'

const wantedOf = (requestId: number, what: Takes, name: string): Wanted | null => {
  const [, id, form] = /^([1-9]\d{0,14})(?:\.(pdf|docx))?$/.exec(name) ?? []
  if (id === undefined || (what === 'letter') !== (form !== undefined)) return null
  return what === 'letter'
    ? { requestId, letterId: Number(id), form: form as 'pdf' | 'docx' }
    : { requestId, fileId: Number(id), kind: what }
}

/**
 * A letter or file of the opened request; null for anything else. To take a letter is to receive it, so
 * what merely looks (HEAD, a browser that fetches ahead) takes nothing.
 */
export const servedFile = async (
  asking: Asking,
  what: Takes,
  name: string,
): Promise<Served | null> => {
  const id = openedRequest(asking)
  const wanted = id === null ? null : wantedOf(id, what, name)
  if (!wanted) return null
  const { request, portal } = asking
  const { house, db } = portal
  const vault = { files: house.files, key: house.secret }
  const looks = request.method === 'HEAD' || request.headers['sec-purpose'] !== undefined
  try {
    return looks
      ? await openServed(db, wanted, vault)
      : await house.perform(theSystem, (act) => takeServed(act, wanted, vault))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

// ── Open to all ────────────────────────────────────────────────────────────────────────────────

export const flowAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> =>
  html(renderRequestFlow(await flowOf(portal.db, today()), chrome), [tags.requestFlow])

const logLines = 50

export const logAnswer = async (
  portal: Portal,
  after: string | null,
  chrome: Chrome,
): Promise<Answer> => {
  const { lines, next } = await publicLog(portal.db, { after, limit: logLines })
  return html(renderRequestLog({ lines, next, first: after === null }, chrome), [tags.requestLog])
}
