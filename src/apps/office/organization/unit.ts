import { useOutletContext } from 'react-router'
import { type Role, roles } from '#accounts/contract'
import type { getOrganization } from '#organizations/contract'
import { dateAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { useSession } from '../session.tsx'

export type Unit = AnswerOf<typeof getOrganization>

/** Who is asked for what; the server has the last word, the screen only hides what would be refused. */
export const keepersOfTree = ['administrator'] as const satisfies readonly Role[]
const identifiers = ['disclosureOffice', 'administrator'] as const
const describers = [...identifiers, 'clerk', 'sectionHead', 'leader'] as const
const assigners = ['sectionHead', 'leader', 'disclosureOffice', 'administrator'] as const
const overseers = ['supervisor', 'disclosureOffice', 'administrator'] as const

/** What I may do for a unit at a path. */
export const useMay = (path: string) => {
  const { holds } = useSession()
  const above = path.replace(/\d+\/$/, '')
  return {
    shape: holds(keepersOfTree, path),
    abolish: above !== '/' && holds(keepersOfTree, above),
    identify: holds(identifiers, path),
    describe: holds(describers, path),
    keepStaff: holds(keepersOfTree, path),
    /** Any role reaching the unit: its people may be seen. */
    seeStaff: holds(roles, path),
    assignKeepers: holds(assigners, path),
    setPlan: holds(identifiers, path),
    oversee: holds(overseers, path),
  }
}

export interface UnitInHand {
  readonly unit: Unit
  readonly may: ReturnType<typeof useMay>
}

/** The unit that is open; only below `Unit.tsx`. */
export const useUnit = (): UnitInHand => useOutletContext<UnitInHand>()

/** Whether it exists today: one to be abolished later still does its work. */
export const existsToday = (unit: { validTo: string | null }): boolean =>
  unit.validTo === null || unit.validTo > dateAt(new Date())

/** Governments run sites; towns and departments live inside the county's (国办发〔2017〕47号). */
export const runsSite = (unit: { kind: string; parentId: number | null }): boolean =>
  unit.kind === 'government' || unit.parentId === null
