import type { FastifyReply, FastifyRequest } from 'fastify'
import { theSystem } from '#platform/act'
import { dateAt, minuteAt } from '#platform/civil-date'
import { Refusal } from '#platform/refusal'
import { sayRefusal } from '#platform/words'
import {
  addDraftFile,
  askingRulesOn,
  count,
  type Draft,
  dropDraft,
  emptyForm,
  type FormIssue,
  formIssues,
  keepDraft,
  minutesLeft,
  moveDraft,
  newQuestion,
  openDraft,
  type Question,
  questionWords,
  readForm,
  removeDraftFile,
  roomToSend,
  sealQuestion,
  sendDraft,
  spareRequest,
  spendAnswer,
  wantedIssues,
} from '#requests'
import { enclosureBounds } from '#requests/contract'
import { addresses, type ReadersView } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderRequestDetails, renderRequestReview } from '../pages/request-details.tsx'
import { renderDraftMove, renderRequestLook, renderRequestNew } from '../pages/request-new.tsx'
import { renderProgressForm } from '../pages/request-progress.tsx'
import { renderRequestReceipt } from '../pages/request-receipt.tsx'
import type { AskFrame, AskIssue, AskQuestion } from '../request-views.ts'
import type { Portal } from './portal.ts'
import { isPublished, matchesOf, officeName, officesOf, suggestedOffices } from './request-help.ts'
import { askerCookie, cookieOptions, formToken, newSecret, type Sent } from './request-sent.ts'

/** One request of somebody's browser, with what stands behind it. */
export interface Asking {
  readonly portal: Portal
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly chrome: Chrome
  readonly view: ReadersView
  /** The browser's secret. */
  readonly asker: string
  readonly query: URLSearchParams
}

/** What a step answers: a page, another address, or data for the script. */
export type Step =
  | { readonly html: string; readonly status?: number }
  | { readonly to: string }
  | { readonly json: unknown }
  | { readonly nothing: true }

const today = (): string => dateAt(new Date())
const rules = () => askingRulesOn(today())

export const sayQuestion = (
  question: Question,
  { say, view }: Chrome,
  key: Buffer,
): AskQuestion => {
  const sealed = sealQuestion(question, new Date(), key)
  if (question.kind === 'sum') {
    const number = (n: number) => say(`portal.ask.figure.${n}`)
    const { a, b } = question
    return { sealed, words: say('portal.ask.question.sum', { a: number(a), b: number(b) }) }
  }
  const word = questionWords[view.language][question.word] ?? ''
  return { sealed, words: say('portal.ask.question.sign', { word, place: question.place }) }
}

export const askSomething = ({ chrome, portal }: Asking): AskQuestion =>
  sayQuestion(newQuestion(), chrome, portal.house.secret)

const issuesOf = ({ chrome: { say } }: Asking, issues: readonly FormIssue[]): AskIssue[] =>
  issues.map(({ field, code, params }) => ({
    field,
    words: say(`portal.ask.issue.${code}`, { field: say(`portal.ask.field.${field}`), ...params }),
  }))

const refusedBy = ({ chrome }: Asking, error: unknown): string => {
  if (!(error instanceof Refusal)) throw error
  return sayRefusal(chrome.say, error).message
}

const opened = ({ portal, asker }: Asking) =>
  openDraft(portal.db, asker, new Date(), portal.house.secret)

const draftOf = async (asking: Asking): Promise<Draft | null> => {
  const found = await opened(asking)
  return found?.kind === 'draft' ? found.draft : null
}

const frameOf = (asking: Asking, draft: Draft | null, more: Partial<AskFrame> = {}): AskFrame => ({
  token: formToken(asking.asker, asking.portal.house.secret),
  form: draft?.form ?? emptyForm,
  issues: [],
  refused: null,
  kiosk: draft?.kiosk ?? asking.query.get('door') === 'kiosk',
  idleSeconds: rules().kioskIdleSeconds,
  keptUntil: draft && dateAt(draft.expiresAt),
  link: draft && asking.chrome.site.origin + addresses.requestDraft(asking.asker),
  ...more,
})

/** Keeps what was typed. New drafts of one address are bounded; what is typed stays on the page then. */
const keep = async (
  asking: Asking,
  fields: Sent['fields'],
  more: { readonly kiosk?: boolean } = {},
): Promise<Draft> => {
  const { portal, asker, request } = asking
  const before = await draftOf(asking)
  const { drafts } = rules()
  const key = portal.house.secret
  return portal.house.perform(theSystem, async (act) => {
    if (!before) {
      const counted = { what: 'draft', of: request.ip, pace: drafts } as const
      if ((await count(act, counted, key)) >= drafts.most)
        throw new Refusal('requests.tooManyTries', 'busy', {
          minutes: minutesLeft(drafts, act.at),
        })
    }
    const content = {
      form: readForm(fields, before?.form),
      kiosk: before?.kiosk ?? more.kiosk ?? false,
      trapped: (before?.trapped ?? false) || (fields.website ?? '').trim() !== '',
      begunAt: before?.begunAt ?? act.at.getTime(),
    }
    return keepDraft(act, asker, content, key)
  })
}

// ── Step one: the words ────────────────────────────────────────────────────────────────────────

export const newPage = async (asking: Asking): Promise<Step> => {
  const { query, view } = asking
  const found = await opened(asking)
  // After a receipt one begins anew, under another secret.
  if (found?.kind === 'sent') {
    const secret = newSecret()
    void asking.reply.setCookie(askerCookie, secret, cookieOptions(asking.request))
    return newPage({ ...asking, asker: secret })
  }
  if (query.get('door') === 'kiosk' && !view.elder) return { to: `/elder${addresses.requestKiosk}` }
  const draft = found?.draft ?? null
  const about = (query.get('about') ?? '').slice(0, 200)
  const frame = frameOf(asking, draft)
  const form =
    about && frame.form.wanted === '' ? readForm({ wanted: about }, frame.form) : frame.form
  return { html: renderRequestNew({ ...frame, form }, asking.chrome) }
}

export const newSent = async (asking: Asking, { fields }: Sent): Promise<Step> => {
  const again = (
    issues: readonly FormIssue[],
    refused: string | null,
    draft: Draft | null,
  ): Step => ({
    status: 422,
    html: renderRequestNew(
      frameOf(asking, draft, {
        form: readForm(fields, draft?.form),
        issues: issuesOf(asking, issues),
        refused,
        kiosk: draft?.kiosk ?? fields.door === 'kiosk',
      }),
      asking.chrome,
    ),
  })
  const issues = wantedIssues(readForm(fields))
  if (issues.length > 0) return again(issues, null, await draftOf(asking))
  try {
    await keep(asking, fields, { kiosk: fields.door === 'kiosk' })
  } catch (error) {
    return again([], refusedBy(asking, error), null)
  }
  return { to: addresses.requestLook }
}

/** For the script of the form: what is published already, while one types. */
export const matchesJson = async ({ portal, query, chrome }: Asking): Promise<Step> => {
  const matches = await matchesOf(portal, (query.get('q') ?? '').slice(0, 200))
  return {
    json: {
      matches: matches.slice(0, 5).map(({ id, title, unit, publishedOn }) => ({
        title,
        about: `${unit} · ${publishedOn}`,
        address:
          chrome.view.language === 'en' ? `/en${addresses.document(id)}` : addresses.document(id),
      })),
    },
  }
}

// ── Step two: look first ───────────────────────────────────────────────────────────────────────

export const lookPage = async (asking: Asking, refused: string | null = null): Promise<Step> => {
  const draft = await draftOf(asking)
  if (!draft) return { to: addresses.requestNew }
  const matches = await matchesOf(asking.portal, draft.form.wanted)
  if (matches.length === 0) return { to: `${addresses.requestDetails}?looked=none` }
  return {
    html: renderRequestLook({ ...frameOf(asking, draft, { refused }), matches }, asking.chrome),
  }
}

export const lookSent = async (asking: Asking, { fields }: Sent): Promise<Step> => {
  const id = Number(fields.found)
  const { portal } = asking
  if (!Number.isSafeInteger(id) || id < 1 || !(await isPublished(portal, id)))
    return { to: addresses.requestDetails }
  await portal.house.perform(theSystem, (act) => spareRequest(act, id))
  return { to: addresses.document(id) }
}

// ── Step three: the rest of the form ───────────────────────────────────────────────────────────

const detailsWith = async (
  asking: Asking,
  draft: Draft,
  more: Partial<AskFrame> = {},
): Promise<string> => {
  const { portal, chrome } = asking
  const [offices, suggested] = await Promise.all([
    officesOf(portal, chrome.say),
    suggestedOffices(portal, draft.form.wanted),
  ])
  const frame = frameOf(asking, draft, more)
  // The likeliest office stands there already; whoever asks may choose another.
  const organizationId = frame.form.organizationId || String(suggested[0]?.id ?? '')
  return renderRequestDetails(
    {
      ...frame,
      form: { ...frame.form, organizationId },
      offices,
      suggested: suggested.map(({ name }) => name),
      nothingFound: asking.query.get('looked') === 'none',
      files: draft.files,
      mostFiles: enclosureBounds.portal.most,
      megabytes: enclosureBounds.portal.megabytes,
    },
    chrome,
  )
}

/** What was typed, for a page that has to come back without anything having been kept. */
const unkept = (fields: Sent['fields']): Draft => ({
  form: readForm(fields),
  kiosk: fields.door === 'kiosk',
  trapped: false,
  begunAt: 0,
  id: 0,
  files: [],
  expiresAt: new Date(),
})

const issuesIn = async (asking: Asking, draft: Draft): Promise<FormIssue[]> => {
  const offices = await officesOf(asking.portal, asking.chrome.say)
  const ids = new Set(offices.flatMap(({ options }) => options.map(({ value }) => Number(value))))
  return formIssues(draft.form, {
    hasEvidence: draft.files.length > 0,
    takesRequests: (id) => ids.has(id),
  })
}

export const detailsPage = async (asking: Asking): Promise<Step> => {
  const draft = await draftOf(asking)
  if (!draft) return { to: addresses.requestNew }
  const issues = asking.query.has('check') ? await issuesIn(asking, draft) : []
  return { html: await detailsWith(asking, draft, { issues: issuesOf(asking, issues) }) }
}

/** Keeps the files that came with the form; what is wrong with one is said at the field. */
const takeFiles = async (asking: Asking, sent: Sent): Promise<AskIssue[]> => {
  const { portal, request, chrome, asker } = asking
  const key = portal.house.secret
  const { uploads } = rules()
  const wrong: AskIssue[] = []
  if (sent.tooLarge)
    wrong.push({
      field: 'evidence',
      words: chrome.say('requests.evidenceTooLarge', {
        megabytes: enclosureBounds.portal.megabytes,
      }),
    })
  for (const bytes of sent.files)
    try {
      await portal.house.perform(theSystem, async (act) => {
        const megabytes = Math.ceil(bytes.length / 1024 / 1024)
        const counted = { what: 'upload', of: request.ip, pace: uploads } as const
        if ((await count(act, counted, key, megabytes)) >= uploads.most)
          throw new Refusal('requests.tooManyTries', 'busy', {
            minutes: minutesLeft(uploads, act.at),
          })
        const found = await openDraft(act.tx, asker, act.at, key, true)
        if (found?.kind === 'draft')
          await addDraftFile(act, found.draft, bytes, portal.house.files, key)
      })
    } catch (error) {
      wrong.push({ field: 'evidence', words: refusedBy(asking, error) })
    }
  return wrong.slice(0, 1)
}

export const detailsSent = async (asking: Asking, sent: Sent): Promise<Step> => {
  const { portal, asker } = asking
  const key = portal.house.secret
  // A box that is not ticked is not sent.
  const fields: Sent['fields'] = { consent: '', ...sent.fields }
  let kept: Draft
  try {
    kept = await keep(asking, fields)
  } catch (error) {
    const more = { refused: refusedBy(asking, error), keptUntil: null, link: null }
    return { status: 422, html: await detailsWith(asking, unkept(fields), more) }
  }
  const removed = Number(fields.remove)
  if (removed > 0)
    await portal.house.perform(theSystem, (act) => removeDraftFile(act, asker, removed, key))
  const wrong = removed > 0 ? [] : await takeFiles(asking, sent)
  const draft = (await draftOf(asking)) ?? kept
  const issues = [...issuesOf(asking, removed > 0 ? [] : await issuesIn(asking, draft)), ...wrong]
  if (removed > 0 || issues.length > 0)
    return { status: removed > 0 ? 200 : 422, html: await detailsWith(asking, draft, { issues }) }
  return { to: addresses.requestReview }
}

// ── Step four: send ────────────────────────────────────────────────────────────────────────────

const room = ({ portal, request }: Asking) =>
  roomToSend(portal.db, request.ip, new Date(), today(), portal.house.secret)

const reviewWith = async (
  asking: Asking,
  draft: Draft,
  question: boolean,
  more: Partial<AskFrame> = {},
): Promise<string> =>
  renderRequestReview(
    {
      ...frameOf(asking, draft, more),
      office: await officeName(asking.portal, Number(draft.form.organizationId)),
      files: draft.files.length,
      question: question ? askSomething(asking) : null,
    },
    asking.chrome,
  )

export const reviewPage = async (asking: Asking): Promise<Step> => {
  const draft = await draftOf(asking)
  if (!draft) return { to: addresses.requestNew }
  if ((await issuesIn(asking, draft)).length > 0) return { to: `${addresses.requestDetails}?check` }
  const { room: asks } = await room(asking)
  return { html: await reviewWith(asking, draft, asks === 'question') }
}

export const reviewSent = async (asking: Asking, { fields }: Sent): Promise<Step> => {
  const { portal, asker, request, chrome } = asking
  const key = portal.house.secret
  const found = await opened(asking)
  if (found?.kind === 'sent') return { to: addresses.requestReceipt }
  if (!found) return { to: addresses.requestNew }
  const { draft } = found
  if ((await issuesIn(asking, draft)).length > 0) return { to: `${addresses.requestDetails}?check` }
  const { room: asks, minutes } = await room(asking)
  if (asks === 'wait') {
    const refused = chrome.say('portal.ask.wait', { minutes })
    return { status: 429, html: await reviewWith(asking, draft, false, { refused }) }
  }
  if (asks === 'question') {
    const { question = '', answer = '' } = fields
    const right = await portal.house.perform(theSystem, (act) =>
      spendAnswer(act, { question, answer }, key),
    )
    if (!right) {
      const issues = issuesOf(asking, [{ field: 'answer', code: 'answer' }])
      return { status: 422, html: await reviewWith(asking, draft, true, { issues }) }
    }
  }
  await portal.house.perform(theSystem, (act) =>
    sendDraft(act, asker, request.ip, portal.house.files, key),
  )
  return { to: addresses.requestReceipt }
}

export const receiptPage = async (asking: Asking): Promise<Step> => {
  const found = await opened(asking)
  if (found?.kind !== 'sent') return { to: addresses.requestProgress() }
  const view = {
    ...found.receipt,
    idleSeconds: rules().kioskIdleSeconds,
    until: minuteAt(found.expiresAt),
    token: formToken(asking.asker, asking.portal.house.secret),
  }
  return { html: renderRequestReceipt(view, asking.chrome) }
}

// ── The draft itself ───────────────────────────────────────────────────────────────────────────

/** For the script of the form: keeps what was typed so far and says nothing. */
export const keepSent = async (asking: Asking, { fields }: Sent): Promise<Step> => {
  const hasWords = Object.keys(fields).some((name) => name in emptyForm && fields[name] !== '')
  if (hasWords)
    await keep(asking, fields, { kiosk: fields.door === 'kiosk' }).catch((error: unknown) =>
      refusedBy(asking, error),
    )
  return { nothing: true }
}

export const forgetSent = async (asking: Asking): Promise<Step> => {
  const { portal, asker, reply } = asking
  const found = await opened(asking)
  const kiosk = found?.kind === 'sent' ? found.receipt.kiosk : found?.draft.kiosk
  await portal.house.perform(theSystem, (act) => dropDraft(act, asker, portal.house.secret))
  void reply.clearCookie(askerCookie, { path: '/' })
  return { to: kiosk ? addresses.requestKiosk : addresses.request }
}

/** Followed when nobody touched a kiosk for a while: only what was begun at a kiosk goes by a mere link. */
export const forgetPage = async (asking: Asking): Promise<Step> => {
  const found = await opened(asking)
  const kiosk = found?.kind === 'sent' ? found.receipt.kiosk : found?.draft.kiosk
  if (kiosk) return forgetSent(asking)
  return { to: found ? addresses.requestNew : addresses.requestKiosk }
}

/** A link to a draft moves it only when the reader says so, or anybody could slip us a draft of theirs. */
export const movePage = async (asking: Asking, secret: string): Promise<Step> => ({
  html: renderDraftMove(
    { secret, token: formToken(asking.asker, asking.portal.house.secret) },
    asking.chrome,
  ),
})

export const moveSent = async (asking: Asking, secret: string): Promise<Step> => {
  const { portal, reply, request } = asking
  const next = newSecret()
  const moved = await portal.house.perform(theSystem, (act) =>
    moveDraft(act, secret, next, portal.house.secret),
  )
  if (moved) void reply.setCookie(askerCookie, next, cookieOptions(request))
  return { to: addresses.requestNew }
}

/**
 * A form that was not drawn for this browser, or long ago. Nothing was done; what was typed stands
 * there again under a fresh token, so that whoever typed it presses once more.
 */
export const foreignForm = async (asking: Asking, { fields }: Sent): Promise<Step> => {
  const { portal, chrome, request, asker } = asking
  const refused = chrome.say('portal.ask.foreign')
  const { pathname } = new URL(request.url, 'http://here')
  const token = formToken(asker, portal.house.secret)
  if (!pathname.includes(addresses.requestNew)) {
    const view = { token, number: '', checkCode: '', refused, issues: [], question: null }
    return { status: 403, html: renderProgressForm(view, chrome) }
  }
  const draft = unkept(fields)
  const more = { refused, keptUntil: null, link: null }
  const page = pathname.endsWith(addresses.requestDetails)
    ? await detailsWith(asking, draft, more)
    : renderRequestNew(frameOf(asking, draft, more), chrome)
  return { status: 403, html: page }
}
