import type { z } from 'zod'
import { entriesOf } from '#audit'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Issue } from '#platform/refusal'
import { attachmentShown } from '../commands/keep-attachments.ts'
import type { desk as contract, editionLine, historyLine } from '../contract/reading.ts'
import { type editionShape, reviewRole } from '../contract/shapes.ts'
import { addressOf, authorsOf, type Edition } from '../edition.ts'
import { isVisible } from '../finding.ts'
import { clauseFindings, findingsOf } from '../findings.ts'
import { examinedShown } from '../gate/index.ts'
import { mayTake, workingStates } from '../lifecycle.ts'
import { mayNow } from '../may.ts'
import { blockers, draftIssues, type Surroundings } from '../readiness.ts'
import { refuse } from '../refusals.ts'
import { stepsFor } from '../review-plan.ts'
import { attachmentsOf } from '../store/attachments.ts'
import { editionById, fieldsOf, foremostEdition } from '../store/editions.ts'
import { type MissedRelease, missedOf } from '../store/missed.ts'
import { editionLines, holdersOf, namesOf, readersOf } from '../store/people.ts'
import { type Review, reviewsOf } from '../store/reviews.ts'
import { isPublisherApart } from '../store/settings.ts'
import { settingOf } from '../surroundings.ts'

export type DeskView = z.output<typeof contract.output>

// As many entries as a person scrolls; the whole log has its own screen.
const longestHistory = 100
const mostHolders = 10

/** A document as it lies on the desk of one person. */
export async function deskOf(
  db: Db,
  by: Actor,
  asked: { readonly documentId: number; readonly editionId?: number | undefined },
  today: CivilDate,
): Promise<DeskView> {
  const edition = await findOnDesk(db, by, asked)
  const setting = await settingOf(db, edition, today)
  const reviews = await reviewsOf(db, edition.id)
  const main = setting.places.find((place) => place.main) ?? setting.places[0]
  const steps = await stepsShown(db, edition, reviews, main?.columnId ?? null)
  const hasPassedAStep = reviews.some(
    (one) => one.round === edition.round && one.verdict === 'approved' && one.staffId === by.id,
  )
  const publisherApart = await isPublisherApart(db)
  return {
    document: await documentShown(db, edition),
    edition: await editionShown(db, edition),
    attachments: (await attachmentsOf(db, edition.id)).map(attachmentShown),
    clock: setting.clock,
    issues: shown(openPoints(edition, setting.around)),
    findings: workingStates.includes(edition.state)
      ? shown([...clauseFindings(setting.clock), ...(await findingsOf(db, edition))])
      : [],
    examined: workingStates.includes(edition.state) ? await examinedShown(db, by, edition) : [],
    steps,
    returned: returnedWith(edition, reviews),
    missed: missedShown(await missedOf(db, edition)),
    editions: (await editionLines(db, edition.document.id)).map(lineShown),
    history: await historyOf(db, edition.document.id),
    may: mayNow(by, edition, { hasPassedAStep, publisherApart }),
  }
}

async function findOnDesk(
  db: Db,
  by: Actor,
  asked: { readonly documentId: number; readonly editionId?: number | undefined },
): Promise<Edition> {
  const edition = asked.editionId
    ? await editionById(db, asked.editionId)
    : await foremostEdition(db, asked.documentId)
  if (edition?.document.id !== asked.documentId) throw refuse('notFound')
  if (!(await isVisible(db, edition.id, { kind: 'staff', by }))) throw refuse('notFound')
  return edition
}

const shown = (issues: readonly Issue[]): DeskView['issues'] =>
  issues.map(({ params, ...one }) => (params ? { ...one, params: { ...params } } : one))

/**
 * While it is being written, what would keep it from review; later, what keeps it from the public.
 * What is out, or done with, has nothing left to mend.
 */
const openPoints = (edition: Edition, around: Surroundings): readonly Issue[] =>
  !workingStates.includes(edition.state)
    ? []
    : (mayTake('submit', edition.state) ? draftIssues : blockers)(edition, around)

function missedShown(missed: MissedRelease | null): DeskView['missed'] {
  if (!missed) return null
  const { issues, ...rest } = missed.params
  const params = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => ['string', 'number'].includes(typeof value)),
  ) as Record<string, string | number>
  return {
    publishAt: missed.publishAt.toISOString(),
    code: missed.code,
    params,
    issues: shown((issues ?? []) as readonly Issue[]),
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

async function documentShown(db: Db, { document }: Edition): Promise<DeskView['document']> {
  const { id, code, name } = document.owner
  return {
    id: document.id,
    organization: { id, code, name },
    indexNumber: document.indexNumber,
    address: addressOf(document.id),
    liveEditionId: document.liveEditionId,
    workingEditionId: document.workingEditionId,
    firstPublishedAt: iso(document.firstPublishedAt),
    publishedAt: iso(document.publishedAt),
    withdrawnAt: iso(document.withdrawnAt),
    withdrawalNote: document.withdrawalNote,
    replacedById: document.replacedById,
    readersLimited: document.readersLimited,
    readers: await readersOf(db, document.id),
  }
}

async function editionShown(db: Db, edition: Edition): Promise<z.output<typeof editionShape>> {
  const names = await namesOf(
    db,
    [edition.createdBy, edition.updatedBy].filter((id) => id !== null),
  )
  const person = (id: number | null) => ({ id, name: id === null ? '系统' : (names.get(id) ?? '') })
  const { id, number, state, text, dueOn, round, step, version } = edition
  return {
    ...fieldsOf(edition),
    ...{ id, documentId: edition.document.id, number, state, text, dueOn, round, step, version },
    publishAt: iso(edition.publishAt),
    submittedAt: iso(edition.submittedAt),
    publishedAt: iso(edition.publishedAt),
    createdAt: edition.createdAt.toISOString(),
    createdBy: person(edition.createdBy),
    updatedAt: edition.updatedAt.toISOString(),
    updatedBy: person(edition.updatedBy),
  }
}

/** The steps of the round, or those that it would have if it were sent up now. */
async function stepsShown(
  db: Db,
  edition: Edition,
  reviews: readonly Review[],
  columnId: number | null,
): Promise<DeskView['steps']> {
  const { path } = edition.document.owner
  const isUnderWay = !['draft', 'returned', 'abandoned'].includes(edition.state)
  const roles = isUnderWay ? edition.steps : await stepsFor(db, path, columnId)
  const holders = await holdersOf(db, roles, path)
  const authors = authorsOf(edition)
  return roles.map((role, step) => {
    const passed = reviews.find(
      (one) => one.round === edition.round && one.step === step && one.verdict === 'approved',
    )
    const isPassed = isUnderWay && step < edition.step
    const isCurrent = edition.state === 'inReview' && step === edition.step
    const people = (holders.get(role) ?? []).filter((one) => !authors.includes(one.id))
    return {
      step,
      role: reviewRole.parse(role),
      state: isPassed ? 'passed' : isCurrent ? 'current' : 'waiting',
      by: isPassed && passed ? { id: passed.staffId, name: passed.staffName } : null,
      at: isPassed && passed ? passed.at.toISOString() : null,
      opinion: isPassed ? (passed?.opinion ?? '') : '',
      secrecy: isPassed ? (passed?.secrecy ?? null) : null,
      mayAct: people.slice(0, mostHolders),
    }
  })
}

function returnedWith(edition: Edition, reviews: readonly Review[]): DeskView['returned'] {
  const last = reviews.findLast((one) => one.verdict === 'returned')
  if (!last || edition.state !== 'returned') return null
  const { role, staffName, opinion } = last
  return { role, by: staffName, at: last.at.toISOString(), reason: opinion }
}

export const lineShown = (
  row: Awaited<ReturnType<typeof editionLines>>[number],
): z.output<typeof editionLine> => ({
  id: row.id,
  number: row.number,
  state: row.state as Edition['state'],
  title: row.title,
  correctionNote: row.correction_note,
  updatedAt: row.updated_at.toISOString(),
  updatedBy: { id: row.updated_by, name: row.name ?? '' },
  publishedAt: iso(row.published_at),
})

async function historyOf(db: Db, documentId: number): Promise<z.output<typeof historyLine>[]> {
  const { entries } = await entriesOf(db, {
    subject: `document/${documentId}`,
    limit: longestHistory,
  })
  return entries.map((entry) => {
    const { note, reason } = entry.payload as { note?: string; reason?: string }
    return { at: entry.at, by: entry.actorName, kind: entry.kind, note: note ?? reason ?? '' }
  })
}
