import { sql } from 'kysely'
import { type Act, theSystem } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Vault } from '../letters/commands.ts'
import { letterTaken } from '../letters/facts.ts'
import { codeOfReply, type LetterKind, letterRule } from '../letters/kinds.ts'
import { openSealedFile } from '../letters/office.ts'
import { refuse } from '../letters/refusals.ts'
import { type Letter, lettersOf } from '../letters/store.ts'
import { releasedSeal } from '../redaction/redact.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout } from '../request.ts'
import { lockRequest } from '../store/requests.ts'
import { type Enclosed, enclosedWith } from '../supplying/gate.ts'
import { suppliedRow } from '../supplying/store.ts'
import { suppliedSeal } from '../supplying/supply.ts'
import { serviceRule } from './rules.ts'
import { type Service, servicesOf } from './serve.ts'

const forms = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
type LetterForm = keyof typeof forms

/** A letter that the requester may take home from the progress page. */
interface OwnLetter {
  readonly id: number
  readonly kind: LetterKind
  readonly title: string
  readonly number: string | null
  readonly on: CivilDate
  readonly forms: readonly LetterForm[]
  /** Served here, and not taken yet: taking it is what makes it known. */
  readonly waits: boolean
}

/** What a requester may take home: letters to them, and with the answer the files that go along with it. */
export interface ForRequester {
  readonly letters: readonly OwnLetter[]
  readonly files: readonly Enclosed[]
}

/** What goes to the requester; letters to others and the house's own forms are not theirs. */
const isTheirs = (letter: Letter): boolean => {
  const { party, series } = letterRule(letter.kind)
  const toRequester = series === '公复' || series === '公告' || letter.kind === 'receipt'
  return letter.state === 'issued' && party === null && letter.partyId === null && toRequester
}

const waitsToBeTaken = (service: Service | undefined): service is Service =>
  service?.way === 'online' &&
  service.signedOn === null &&
  serviceRule(service.way, service.metOn)?.known === 'signedOn'

/**
 * Notices can be read as soon as they are sent. The answer can once it was served, by whichever way, so
 * that nobody has it here before the day that the office answers for.
 */
export const forRequester = async (db: Db, requestId: number): Promise<ForRequester> => {
  const [all, services] = await Promise.all([lettersOf(db, requestId), servicesOf(db, requestId)])
  const serviceOf = (letter: Letter) => services.find(({ letterId }) => letterId === letter.id)
  const letters = all
    .filter((one) => isTheirs(one) && (!codeOfReply(one.kind) || serviceOf(one) !== undefined))
    .flatMap((letter): OwnLetter[] => {
      const kept: LetterForm[] = []
      if (letter.pdfSha256) kept.push('pdf')
      if (letter.docxSha256) kept.push('docx')
      if (kept.length === 0 || !letter.issuedOn) return []
      const { id, kind, number } = letter
      const waits = waitsToBeTaken(serviceOf(letter))
      const { title } = letterRule(kind)
      return [{ id, kind, title, number, on: letter.issuedOn, forms: kept, waits }]
    })
  if (!letters.some(({ kind }) => codeOfReply(kind))) return { letters, files: [] }
  return { letters, files: await enclosedWith(db, requestId) }
}

/** Which of the things on offer is wanted. */
export type Wanted =
  | { readonly requestId: number; readonly letterId: number; readonly form: LetterForm }
  | { readonly requestId: number; readonly fileId: number; readonly kind: Enclosed['kind'] }

export interface Served {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** A letter or a file that goes along with it for the requester, once their number and check code were found right. */
export async function openServed(db: Db, wanted: Wanted, vault: Vault): Promise<Served> {
  const offered = await forRequester(db, wanted.requestId)
  if ('letterId' in wanted) {
    const { letterId, form } = wanted
    const letter = offered.letters.find(({ id }) => id === letterId)
    if (!letter?.forms.includes(form)) throw refuse('letterMissing')
    const kept = (await lettersOf(db, wanted.requestId)).find(({ id }) => id === letterId)
    const sha256 = form === 'pdf' ? kept?.pdfSha256 : kept?.docxSha256
    const bytes = await openSealedFile(sha256 ?? '', `letter/${letterId}`, vault)
    return { name: `${letter.number ?? letter.title}.${form}`, mediaType: forms[form], bytes }
  }
  const file = offered.files.find(({ id, kind }) => id === wanted.fileId && kind === wanted.kind)
  if (!file) throw refuse('letterMissing')
  if (file.kind === 'supplied') {
    const supplied = await suppliedRow(db, file.id)
    if (!supplied) throw refuse('letterMissing')
    const bytes = await openSealedFile(supplied.sealedSha256, suppliedSeal(file.id), vault)
    return { name: file.name, mediaType: supplied.mediaType, bytes }
  }
  const { rows } = await sql<{ sha256: string; mediaType: string }>`
    select released_sha256 as sha256, media_type as "mediaType" from requests.redaction
    where id = ${file.id}`.execute(db)
  const [row] = rows
  if (!row) throw refuse('letterMissing')
  const bytes = await openSealedFile(row.sha256, releasedSeal(file.id), vault)
  return { name: file.name, mediaType: row.mediaType, bytes }
}

/**
 * Hands a letter or file to the requester. The first taking of a letter that was served here is its
 * receipt: number and check code show who took it, and from that day the remedies run. The limit was met
 * when it was put here.
 */
export async function takeServed(act: Act, wanted: Wanted, vault: Vault): Promise<Served> {
  // Inside the door requesters have no account: the system acts for them, and nobody else may.
  if (act.by !== theSystem) throw refuseCase('notYours')
  const served = await openServed(act.tx, wanted, vault)
  if (!('letterId' in wanted)) return served
  const { requestId, letterId } = wanted
  const isWaiting = async (): Promise<boolean> =>
    waitsToBeTaken((await servicesOf(act.tx, requestId)).find((one) => one.letterId === letterId))
  if (!(await isWaiting())) return served
  const request = await lockRequest(act.tx, requestId)
  // Two taps at once: whoever had the lock first took it.
  if (!(await isWaiting())) return served
  await sql`update requests.service set signed_on = ${act.today}::date,
      known_on = ${act.today}::date, version = version + 1
    where letter_id = ${letterId}`.execute(act.tx)
  await act.announce(letterTaken, { ...factAbout(request), letterId, on: act.today })
  return served
}
