import type { z } from 'zod'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { reassignMatters as contract, reassignedLine } from '../contract/drafting.ts'
import { type Edition, factAbout } from '../edition.ts'
import { draftSaved } from '../facts.ts'
import { fill } from '../filling.ts'
import { isVisible } from '../finding.ts'
import { mayTake } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { editionById, lockEdition } from '../store/editions.ts'

export type Reassignment = z.output<typeof contract.input>
export type Reassigned = z.output<typeof reassignedLine>

/** Takes off and puts on; what is put on takes the place of a main matter that was taken off. */
export function reassigned(
  list: readonly string[],
  remove: readonly string[],
  add: readonly string[],
): string[] {
  const kept = list.filter((code) => !remove.includes(code))
  const fresh = add.filter((code) => !kept.includes(code))
  return kept[0] === list[0] ? [...kept, ...fresh] : [...fresh, ...kept]
}

async function lineOf(
  db: Db,
  by: Actor,
  edition: Edition,
  input: Reassignment,
): Promise<Reassigned> {
  const { matterCodes, columnKeys } = edition
  const after = {
    matterCodes: reassigned(matterCodes, input.remove, input.add),
    columnKeys: reassigned(columnKeys, input.removeColumns, input.addColumns),
  }
  const before = { matterCodes: [...matterCodes], columnKeys: [...columnKeys] }
  const mine = mayEdit(by, edition) && (await isVisible(db, edition.id, { kind: 'staff', by }))
  const skipped = !mine
    ? 'notYours'
    : !mayTake('save', edition.state)
      ? 'notADraft'
      : JSON.stringify(after) === JSON.stringify(before)
        ? 'unchanged'
        : null
  return {
    editionId: edition.id,
    documentId: edition.document.id,
    title: mine ? edition.title : '',
    before: mine ? before : { matterCodes: [], columnKeys: [] },
    after: mine ? after : { matterCodes: [], columnKeys: [] },
    skipped,
  }
}

/** What a bulk move would change; nothing is changed yet. */
export async function previewReassignment(
  db: Db,
  by: Actor,
  input: Reassignment,
): Promise<Reassigned[]> {
  const lines: Reassigned[] = []
  for (const id of input.editionIds) {
    const edition = await editionById(db, id)
    if (edition) lines.push(await lineOf(db, by, edition, input))
  }
  return lines
}

/** Moves many drafts at once (M161): all that can be moved are, the others are told. */
export async function reassignMatters(act: Act, input: Reassignment): Promise<Reassigned[]> {
  const lines: Reassigned[] = []
  // In one order, so that two bulk moves never wait for each other.
  for (const id of [...input.editionIds].sort((a, b) => a - b)) {
    const edition = await lockEdition(act.tx, id)
    const line = await lineOf(act.tx, act.by, edition, input)
    lines.push(line)
    if (line.skipped !== null) continue
    const { edition: saved, changed } = await fill(act, edition, line.after)
    await act.announce(draftSaved, { ...factAbout(saved), version: saved.version, changed })
  }
  return lines
}
