import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { DocketParticulars } from '../contract/dockets.ts'
import { docketChanged, docketDecided, docketOpened } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayRegister, maySee } from '../policy.ts'
import { requestByNumber } from '../store/requests.ts'
import { reviewLawOn } from './periods.ts'
import { closeDocket, type DocketRow, insertDocket, lockDocket, saveDocket } from './store.ts'

interface Saved {
  readonly id: number
  readonly version: number
}

const factOf = (docket: { id: number; organizationId: number; requestId: number | null }) => ({
  subject: `docket/${docket.id}`,
  organizationId: docket.organizationId,
  docketId: docket.id,
  requestId: docket.requestId,
})

const aboutRow = (row: DocketRow) =>
  factOf({ id: row.id, organizationId: row.organization.id, requestId: row.request?.id ?? null })

/** The days have an order, none lies ahead, and the summary procedure is there since 2024. */
const mustHold = async (
  act: Act,
  one: DocketParticulars & { readonly prolonged?: boolean },
  organizationId: number,
): Promise<void> => {
  const inOrder = [one.toldOn, one.filedOn, one.acceptedOn].filter((day) => day !== null)
  const days = [...inOrder, ...(one.receivedOn ? [one.receivedOn] : [])]
  const sorted = inOrder.every((day, at) => at === 0 || day >= (inOrder[at - 1] ?? ''))
  const early = one.receivedOn !== null && one.receivedOn < one.filedOn
  if (!sorted || early || days.some((day) => day > act.today)) throw refuse('docketDates')
  if (one.kind === 'reconsideration' && one.summary && !reviewLawOn(one.filedOn).summaryDecide)
    throw refuse('docketSummary', { from: '2024-01-01' })
  if (one.prolonged && (one.summary || one.kind === 'litigation')) throw refuse('docketProlonged')
  if (one.previousId === null) return
  const before = await lockDocket(act.tx, one.previousId)
  if (
    one.kind !== 'litigation' ||
    before?.kind !== 'reconsideration' ||
    before.organization.id !== organizationId ||
    before.outcome === null
  )
    throw refuse('docketPrevious')
}

/** Enters a reconsideration or suit over a request, or over a duty to publish. */
export async function openDocket(
  act: Act,
  input: DocketParticulars & {
    readonly requestNumber: string
    readonly organizationId: number | null
    readonly duty: string
  },
): Promise<Saved> {
  const request =
    input.requestNumber === '' ? null : await requestByNumber(act.tx, input.requestNumber)
  if (input.requestNumber !== '' && (!request || !maySee(act.by, request))) throw refuse('notFound')
  const organizationId = request?.organizationId ?? input.organizationId
  if (organizationId === null || (!request && input.duty === '')) throw refuse('docketAbout')
  const office = await organizationById(act.tx, organizationId)
  if (!mayRegister(act.by, office.path)) throw refuse('notYours')
  await mustHold(act, input, organizationId)
  const requestId = request?.id ?? null
  const id = await insertDocket(act.tx, { ...input, organizationId, requestId }, act.at, act.by.id)
  await act.announce(docketOpened, {
    ...factOf({ id, organizationId, requestId }),
    docketKind: input.kind,
  })
  return { id, version: 1 }
}

const lockOwn = async (act: Act, id: number, version: number): Promise<DocketRow> => {
  const docket = await lockDocket(act.tx, id)
  if (!docket || !mayRegister(act.by, docket.organizationPath)) throw refuse('docketNotFound')
  if (docket.version !== version) throw refuse('changedMeanwhile')
  return docket
}

/** Corrects or completes a docket that is not decided. */
export async function changeDocket(
  act: Act,
  input: DocketParticulars & {
    readonly id: number
    readonly version: number
    readonly prolonged: boolean
  },
): Promise<Saved> {
  const docket = await lockOwn(act, input.id, input.version)
  if (docket.outcome !== null) throw refuse('docketDecided')
  if (input.previousId === docket.id) throw refuse('docketPrevious')
  await mustHold(act, input, docket.organization.id)
  await saveDocket(act.tx, docket.id, input, act.at)
  await act.announce(docketChanged, aboutRow(docket))
  return { id: docket.id, version: docket.version + 1 }
}

/** How it ended. Who lost says what was wrong and what is learned from it. */
export async function decideDocket(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly outcome: 'upheld' | 'corrected' | 'other'
    readonly decidedOn: CivilDate
    readonly wrong: readonly string[]
    readonly lesson: string
  },
): Promise<Saved> {
  const docket = await lockOwn(act, input.id, input.version)
  if (docket.outcome !== null) throw refuse('docketDecided')
  if (input.decidedOn < docket.filedOn || input.decidedOn > act.today) throw refuse('docketDates')
  if (input.outcome === 'corrected' && (input.wrong.length === 0 || input.lesson === ''))
    throw refuse('docketWrong')
  await closeDocket(act.tx, docket.id, input, act.at)
  await act.announce(docketDecided, { ...aboutRow(docket), outcome: input.outcome })
  return { id: docket.id, version: docket.version + 1 }
}
