import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import type {
  handIn as handInContract,
  moveBundle as moveContract,
  takeOutOfBundle as takeOutContract,
} from '../contract/release-channels.ts'
import { type Edition, factAbout, isWorking } from '../edition.ts'
import { findEdition } from '../finding.ts'
import { bundleHandedIn, bundleMoved, bundleTakenOut } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { isPublisher } from '../policy.ts'
import { blockers } from '../readiness.ts'
import { release } from '../releasing.ts'
import { lockEdition } from '../store/editions.ts'
import { topOrganization } from '../store/organizations.ts'
import { settingFor } from '../surroundings.ts'
import { quarterOf } from './quarter.ts'
import { type Bundle, bundleHolding, ensureBundle, itemsOf, lockBundle } from './store.ts'

/** Who hands in for a unit: whoever may put its texts before the public, or its leader. */
const mayHandIn = (by: Actor, edition: Edition): boolean =>
  isPublisher(by, edition) || holds(by, ['leader', 'sectionHead'], edition.document.owner.path)

/** The office collates, a leader signs: two persons. */
export const mayCollate = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice'], path)
export const maySign = (by: Actor, path: string): boolean => holds(by, ['leader', 'signer'], path)

/** Hands an approved text in for the quarter that runs; after its day it is marked late, not turned away. */
export async function handIn(
  act: Act,
  input: z.output<typeof handInContract.input>,
): Promise<z.output<typeof handInContract.output>> {
  const edition = await findEdition(act, input, mayHandIn)
  if (edition.state !== 'approved' || !isWorking(edition)) throw refuse('notApproved')
  if (edition.attribute !== 'proactive') throw refuse('notProactive')
  if (await bundleHolding(act.tx, edition.id)) throw refuse('inBundleAlready')
  const top = await topOrganization(act.tx)
  const bundle = await ensureBundle(act.tx, top.id, quarterOf(act.today))
  if (bundle.state !== 'open') throw refuse('bundleClosed')
  const late = act.today > bundle.handInBy
  await sql`insert into documents.bundle_item (bundle_id, edition_id, handed_in_at, handed_in_by, late)
    values (${bundle.id}, ${edition.id}, ${act.at}, ${act.by.id}, ${late})
    on conflict (bundle_id, edition_id) do update set handed_in_at = excluded.handed_in_at,
      handed_in_by = excluded.handed_in_by, late = excluded.late, taken_out_at = null,
      taken_out_by = null, taken_out_reason = ''`.execute(act.tx)
  await act.announce(bundleHandedIn, {
    ...factAbout(edition),
    bundleId: bundle.id,
    late,
  })
  return { bundleId: bundle.id, late }
}

/** An urgent text does not wait for the quarter: it is taken out with the reason and may go at once. */
export async function takeOutOfBundle(
  act: Act,
  input: z.output<typeof takeOutContract.input>,
): Promise<z.output<typeof takeOutContract.output>> {
  const top = await topOrganization(act.tx)
  const edition = await findEdition(
    act,
    { id: input.id },
    (by, found) => mayHandIn(by, found) || mayCollate(by, top.path),
  )
  const held = await bundleHolding(act.tx, edition.id)
  if (!held) throw refuse('notFound')
  if (held.state === 'released') throw refuse('bundleWrongState')
  await sql`update documents.bundle_item set taken_out_at = ${act.at}, taken_out_by = ${act.by.id},
      taken_out_reason = ${input.reason}
    where bundle_id = ${held.id} and edition_id = ${edition.id}`.execute(act.tx)
  await act.announce(bundleTakenOut, {
    ...factAbout(edition),
    bundleId: held.id,
    reason: input.reason,
  })
  return { bundleId: held.id }
}

type To = z.output<typeof moveContract.input>['to']

/** From where a bundle may go there, and who may take it. */
const moves: Readonly<
  Record<To, { readonly from: Bundle['state']; readonly may: (by: Actor, path: string) => boolean }>
> = {
  collated: { from: 'open', may: mayCollate },
  open: { from: 'collated', may: (by, path) => mayCollate(by, path) || maySign(by, path) },
  signed: { from: 'collated', may: maySign },
  released: { from: 'signed', may: mayCollate },
}

/** What a person may do with a bundle now. */
export const bundleMoves = (
  by: Actor,
  bundle: Bundle,
): ('collate' | 'reopen' | 'sign' | 'release' | 'takeOut')[] => {
  const can = (to: To) => bundle.state === moves[to].from && moves[to].may(by, bundle.path)
  return [
    can('collated') && ('collate' as const),
    can('open') && ('reopen' as const),
    can('signed') && bundle.collatedById !== by.id && ('sign' as const),
    can('released') && ('release' as const),
    bundle.state !== 'released' && mayCollate(by, bundle.path) && ('takeOut' as const),
  ].filter((one) => one !== false)
}

/** Collates, reopens, signs or releases the bundle. Released is all of it in one act, or nothing. */
export async function moveBundle(
  act: Act,
  input: z.output<typeof moveContract.input>,
): Promise<z.output<typeof moveContract.output>> {
  const bundle = await lockBundle(act.tx, input.id)
  if (!bundle) throw refuse('notFound')
  const move = moves[input.to]
  if (!move.may(act.by, bundle.path)) throw refuse('notYours')
  if (bundle.state !== move.from) throw refuse('bundleWrongState')
  if (input.to === 'signed' && act.by.id !== null && bundle.collatedById === act.by.id)
    throw refuse('bundleOwnCollation')
  const items = (await itemsOf(act.tx, bundle.id)).filter((item) => item.takenOutReason === null)
  if (items.length === 0 && input.to !== 'open') throw refuse('bundleEmpty')
  await setState(act, bundle, input.to, input.note)
  if (input.to === 'released') for (const item of items) await releaseItem(act, item.editionId)
  await act.announce(bundleMoved, {
    subject: `bundle/${bundle.id}`,
    organizationId: bundle.organization.id,
    bundleId: bundle.id,
    state: input.to,
    count: items.length,
  })
  return { id: bundle.id, state: input.to, count: items.length }
}

async function setState(act: Act, bundle: Bundle, to: To, note: string): Promise<void> {
  const said = note === '' ? bundle.note : note
  const stamp = {
    open: sql`collated_at = null, collated_by = null`,
    collated: sql`collated_at = ${act.at}, collated_by = ${act.by.id}`,
    signed: sql`signed_at = ${act.at}, signed_by = ${act.by.id}`,
    released: sql`released_at = ${act.at}, released_by = ${act.by.id}`,
  }[to]
  await sql`update documents.bundle set state = ${to}, note = ${said}, ${stamp}
    where id = ${bundle.id}`.execute(act.tx)
}

async function releaseItem(act: Act, editionId: number): Promise<void> {
  const edition = await lockEdition(act.tx, editionId)
  const setting = await settingFor(act, edition)
  const issues = edition.state === 'approved' ? blockers(edition, setting.around) : []
  // Returned meanwhile or no longer ready: the office takes it out and releases the rest.
  if (edition.state !== 'approved' || issues.length > 0)
    throw refuse('bundleBlocked', { title: edition.title, issues })
  await release(act, edition, setting)
}
