import type { Act, Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { PanelShape } from '../contract/panel.ts'
import { isOver } from '../frequency/resemblance.ts'
import { panelCalled, panelConcluded } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle, maySee } from '../policy.ts'
import { factAbout } from '../request.ts'
import { lockRequest, requestRow } from '../store/requests.ts'
import { risksOf } from './risks.ts'
import {
  insertPanel,
  keepConclusion,
  keepOpinion,
  lockPanel,
  lostLike,
  type MyPanel,
  openPanelsOf,
  panelsOf,
  staffAround,
} from './store.ts'

/** Calls several people together over a hard case (会商). They give opinions without seeing who asks. */
export async function callPanel(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly question: string
    readonly resultCode: string
    readonly meetsOn: CivilDate
    readonly memberIds: readonly number[]
  },
): Promise<{ readonly panelId: number }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (isOver(request)) throw refuse('panelAnswered')
  const memberIds = [...new Set(input.memberIds)]
  const around = new Set((await staffAround(act.tx, request.organizationPath)).map(({ id }) => id))
  if (memberIds.length === 0 || memberIds.some((id) => !around.has(id)))
    throw refuse('panelMembers')
  const panelId = await insertPanel(act.tx, request.id, { ...input, memberIds }, act.at, act.by.id)
  await act.announce(panelCalled, { ...factAbout(request), panelId })
  return { panelId }
}

export async function giveOpinion(
  act: Act,
  input: {
    readonly id: number
    readonly opinion: string
    readonly risk: 'low' | 'middle' | 'high'
  },
): Promise<Record<string, never>> {
  const panel = await lockPanel(act.tx, input.id)
  if (!panel) throw refuse('panelNotMember')
  if (panel.concluded) throw refuse('panelConcluded')
  if (!(await keepOpinion(act.tx, panel.id, act.by.id, input, act.at)))
    throw refuse('panelNotMember')
  return {}
}

export async function concludePanel(
  act: Act,
  input: { readonly id: number; readonly conclusion: string; readonly resultCode: string },
): Promise<Record<string, never>> {
  const panel = await lockPanel(act.tx, input.id)
  const request = panel && (await requestRow(act.tx, panel.requestId))
  if (!panel || !request || !mayHandle(act.by, request)) throw refuse('notYours')
  if (panel.concluded) throw refuse('panelConcluded')
  if (panel.opinions === 0) throw refuse('panelSilent')
  await keepConclusion(act.tx, panel.id, input, act.at, act.by.id)
  await act.announce(panelConcluded, { ...factAbout(request), panelId: panel.id })
  return {}
}

/** Panels on a case, with the view of what can go wrong in law. */
export const panelsOfCase = async (
  db: Db,
  by: Actor,
  input: { readonly id: number; readonly resultCode?: string | undefined },
): Promise<PanelShape> => {
  const request = await requestRow(db, input.id)
  if (!request || !maySee(by, request)) throw refuse('notFound')
  const panels = await panelsOf(db, request.id, by.id)
  const resultCode = input.resultCode ?? panels[0]?.resultCode ?? request.resultCode ?? ''
  return {
    requestVersion: request.version,
    mayHandle: mayHandle(by, request),
    over: isOver(request),
    panels,
    resultCode,
    risks: risksOf(resultCode),
    lost: await lostLike(db, request.id, request.organizationPath, resultCode),
  }
}

export const colleaguesFor = async (db: Db, by: Actor, id: number) => {
  const request = await requestRow(db, id)
  if (!request || !mayHandle(by, request)) throw refuse('notFound')
  return staffAround(db, request.organizationPath)
}

export const myPanels = (db: Db, by: Actor): Promise<MyPanel[]> => openPanelsOf(db, by.id)
