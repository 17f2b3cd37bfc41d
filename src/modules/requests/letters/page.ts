import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { openReasons } from '../decision/decide.ts'
import { type GuideAnswers, guided } from '../decision/guide.ts'
import { remedyOf } from '../decision/remedies.ts'
import { resultRule } from '../decision/result-codes.ts'
import { partyWords } from '../opinions/commands.ts'
import { openPartyParticulars, partiesOf } from '../opinions/party.ts'
import { mayHandle, maySee } from '../policy.ts'
import { redactionsOf, removedFrom } from '../redaction/redact.ts'
import { refuse as refuseCase } from '../refusals.ts'
import type { Request } from '../request.ts'
import { servicesOf } from '../service/serve.ts'
import { requestRow } from '../store/requests.ts'
import { enclosedWith } from '../supplying/gate.ts'
import { supplyingOf } from '../supplying/page.ts'
import { mayOpenLetter, mayReviewLetter, maySignLetter, writtenIn } from './commands.ts'
import { remedyClause } from './compose.ts'
import { askedOf, fieldsOf, mustName } from './fields.ts'
import { formKinds, type LetterKind, letterKinds, letterRule } from './kinds.ts'
import { officeLetters } from './office.ts'
import { decisionOf, type Letter, lettersOf } from './store.ts'

type LetterStep = 'write' | 'sendUp' | 'review' | 'sign' | 'return' | 'issue' | 'drop' | 'serve'

/** What this person may do with a letter as it now stands. */
const stepsOf = (by: Actor, request: Request, letter: Letter, served: boolean): LetterStep[] => {
  const { needs } = letterRule(letter.kind)
  const handles = mayHandle(by, request)
  const reviewed = letter.reviewedAt !== null || needs === 'head'
  const reviews = mayReviewLetter(by, request, letter)
  const signs = maySignLetter(by, request, letter)
  const one = (when: boolean, ...steps: LetterStep[]): LetterStep[] => (when ? steps : [])
  if (letter.state === 'draft')
    return one(handles, 'write', needs === 'nobody' ? 'issue' : 'sendUp', 'drop')
  if (letter.state === 'review')
    return [
      ...one(!reviewed && reviews, 'review'),
      ...one(reviewed && signs, 'sign'),
      ...one(reviews || signs, 'return'),
    ]
  if (letter.state === 'approved') return one(handles, 'issue', 'drop')
  return one(letter.state === 'issued' && handles && !served, 'serve')
}

const seen = async (db: Db, by: Actor, id: number): Promise<Request> => {
  const request = await requestRow(db, id)
  if (!request || !maySee(by, request)) throw refuseCase('notFound')
  return request
}

/** Everything about the answer of a case; what is sealed only for those who handle it. */
export const answerPageOf = async (
  db: Db,
  by: Actor,
  id: number,
  key: Buffer,
  today: CivilDate,
) => {
  const request = await seen(db, by, id)
  const opens = mayHandle(by, request)
  const [decision, letters, parties, redactions, services, enclosed] = await Promise.all([
    decisionOf(db, id),
    lettersOf(db, id),
    partiesOf(db, id),
    redactionsOf(db, id),
    servicesOf(db, id),
    enclosedWith(db, id),
  ])
  const kinds: LetterKind[] = [
    ...formKinds,
    ...(decision ? [`reply:${decision.code}` as LetterKind] : []),
  ]
  return {
    mayHandle: opens,
    delivery: request.delivery,
    answered: request.answeredOn !== null,
    decision: decision && {
      code: decision.code,
      answers: { ...decision.answers },
      reasons: opens ? openReasons(decision, id, key) : '',
    },
    kinds: kinds.map((kind) => {
      const { title, party } = letterRule(kind)
      return { kind, title, asks: [...askedOf(kind)], party }
    }),
    letters: letters.map((letter) => {
      const service = services.find((one) => one.letterId === letter.id)
      return {
        ...letter,
        reviewed: letter.reviewedAt !== null,
        needs: letterRule(letter.kind).needs,
        mayOpen: mayOpenLetter(by, request, letter),
        may: stepsOf(by, request, letter, service !== undefined),
        fields: opens && letter.state !== 'issued' ? { ...writtenIn(letter, key) } : {},
        service: service ?? null,
      }
    }),
    parties: parties.map((party) => ({
      ...party,
      name: opens && party.sealed ? openPartyParticulars(party, key).name : '',
      ...(opens ? partyWords(party, key) : { reasons: '', ruling: '' }),
    })),
    supplying: await supplyingOf(db, by, request, letters, today),
    enclosed: opens ? enclosed.map(({ name }) => name) : [],
    redactions: redactions.map((one) => ({
      id: one.id,
      name: opens ? one.name : '',
      released: one.releasedSha256 !== null,
      version: one.version,
      removed: opens ? removedFrom(one, key) : [],
    })),
  }
}

/** Where the answers lead, with the article and the remedy by the law of the day of the reply. */
export const guideOf = async (
  db: Db,
  by: Actor,
  asked: { readonly id: number; readonly answers: GuideAnswers },
  today: CivilDate,
) => {
  const request = await seen(db, by, asked.id)
  const { steps, code } = guided(asked.answers)
  const online = request.delivery === 'online' || request.delivery === 'email'
  // An answered case keeps the law under which it was answered, whenever it is looked at.
  const on = request.answeredOn ?? today
  const remedy = code && remedyOf(code, on, online)
  const clause = async (): Promise<{ text: string; trouble: string | null }> => {
    if (!code) return { text: '', trouble: null }
    try {
      return { text: await remedyClause(db as Tx, request, code, on), trouble: null }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { text: '', trouble: error.code }
    }
  }
  return {
    steps: steps.map((step) => ({ ...step, options: [...step.options] })),
    code,
    article: code ? (resultRule(code, on)?.article ?? '') : '',
    remedy: remedy
      ? {
          order: remedy.order,
          reading: remedy.reading,
          articles: [...remedy.articles],
          ...(await clause()),
        }
      : null,
  }
}

/** The templates of an office: each kind, what it may and must name, and which version is in force. */
export const letterOfficeOf = async (db: Db, by: Actor, organizationId: number) => {
  const { letterhead, own } = await officeLetters(db, by, organizationId)
  return {
    letterhead,
    templates: letterKinds.map((kind) => {
      const mine = own.find((one) => one.kind === kind)
      return {
        kind,
        title: letterRule(kind).title,
        fields: [...fieldsOf(kind)],
        must: [...mustName(kind)],
        edition: mine?.edition ?? null,
        name: mine?.name ?? null,
      }
    }),
  }
}
