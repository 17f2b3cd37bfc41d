import {
  addMatter,
  adoptEdition,
  changeMatter,
  declareNotApplicable,
  fields,
  loadReferenceCatalogue,
  type Matter,
  matters,
  openDraft,
  removeMatter,
  setResponsibility,
} from '#catalogue'
import { type Act, theSystem } from '#platform/act'
import type { House } from '../../../house.ts'
import { deviations, notApplicable } from '../deviations.ts'
import { responsibilities } from '../responsibility.ts'
import type { DemoMatter, Deviation, MatterRef } from '../types.ts'
import type { People } from './people.ts'

const everyMatter = 5_000

interface FieldNames {
  codeOf(name: string): string
  nameOf(code: string): string
}

const fieldNames = async (act: Act): Promise<FieldNames> => {
  const known = await fields(act.tx)
  const strip = (name: string) => name.replace(/（.*）/, '')
  return {
    codeOf(name) {
      const found = known.find((field) =>
        [field.name, ...field.aliases].some((one) => one === name || strip(one) === name),
      )
      if (!found) throw new Error(`the demo names an unknown field: ${name}`)
      return found.code
    },
    nameOf: (code) => known.find((field) => field.code === code)?.name ?? code,
  }
}

const mattersNamed = (all: readonly Matter[], ref: MatterRef, names: FieldNames): Matter[] => {
  const code = names.codeOf(ref.field)
  return all.filter(
    (matter) =>
      matter.fieldCode === code &&
      (ref.level1 === undefined || matter.level1 === ref.level1) &&
      (ref.level2 === undefined || matter.level2 === ref.level2),
  )
}

const tailor = async (
  act: Act,
  editionId: number,
  all: readonly Matter[],
  { matter: ref, change, reason }: Deviation,
  names: FieldNames,
): Promise<void> => {
  if (change.kind === 'added') {
    await addMatter(act, {
      editionId,
      fieldCode: names.codeOf(ref.field),
      reason,
      elements: {
        level1: ref.level1 ?? '',
        level2: ref.level2 ?? ref.level1 ?? '',
        level3: '',
        seq: '',
        contentElements: change.content.split(/[；;]/),
        legalBases: change.basis.split('、'),
        timeLimit: change.timeLimit,
        disclosingBody: change.subject,
        channels: ['政府网站'],
        audience: 'public',
        audienceGroup: '',
        mode: 'proactive',
        attribute: 'proactive',
        levels: [...change.levels],
        extra: {},
      },
    })
    return
  }
  for (const { code } of mattersNamed(all, ref, names)) {
    if (change.kind === 'dropped') await removeMatter(act, { editionId, code, reason })
    else await changeMatter(act, { editionId, code, reason, changes: changesOf(change) })
  }
}

type Change = Exclude<Deviation['change'], { kind: 'added' | 'dropped' }>
const changesOf = (change: Change) => {
  switch (change.kind) {
    case 'renamed':
      return { level2: change.level2 }
    case 'timeLimit':
      return { timeLimit: change.timeLimit }
    case 'levels':
      return { levels: [...change.levels] }
    case 'channels':
      return { channels: [...change.channels] }
    case 'subject':
      return { disclosingBody: change.subject }
  }
}

/** The reference catalogue, tailored with reasons, its responsibility list set, adopted on a day. */
export const adoptCatalogue = async (
  house: House,
  people: People,
  at: Date,
): Promise<DemoMatter[]> => {
  await house.perform(theSystem, loadReferenceCatalogue, at)
  const office = people.holder('disclosureOffice', 'office')
  return house.perform(
    office,
    async (act) => {
      const organizationId = people.organization('gov').id
      const draft = await openDraft(act, {
        organizationId,
        base: 'reference',
        title: '青穗县基层政务公开标准目录',
      })
      const names = await fieldNames(act)
      const { matters: all } = await matters(act.tx, draft.id, {}, { limit: everyMatter })
      for (const deviation of deviations) await tailor(act, draft.id, all, deviation, names)
      for (const { field, lead, joint } of responsibilities)
        await setResponsibility(act, {
          editionId: draft.id,
          target: names.codeOf(field),
          lead: [people.organization(lead).id],
          joint: joint.map((code) => people.organization(code).id),
        })
      const adopted = await adoptEdition(act, {
        editionId: draft.id,
        effectiveOn: act.today,
        confirm: true,
      })
      const { matters: own } = await matters(act.tx, adopted.id, {}, { limit: everyMatter })
      return own.map(
        (matter): DemoMatter => ({
          code: matter.code,
          field: names.nameOf(matter.fieldCode),
          level1: matter.level1,
          level2: matter.level2 || null,
          levels: matter.levels,
          mode: matter.mode === 'onRequest' ? 'onRequest' : 'proactive',
        }),
      )
    },
    at,
  )
}

/** Duties that a body answers with a reason. Those that it does not owe are passed over. */
export const declareExceptions = async (
  house: House,
  people: People,
  own: readonly DemoMatter[],
  at: Date,
): Promise<void> => {
  await house.perform(
    people.holder('disclosureOffice', 'office'),
    async (act) => {
      const owed = new Set(
        (
          await act.tx
            .selectFrom('catalogue.obligation')
            .select(['organization_id', 'matter_code'])
            .execute()
        ).map((row) => `${row.organization_id} ${row.matter_code}`),
      )
      for (const { organizationCode, matter: ref, reason } of notApplicable) {
        const { id } = people.organization(organizationCode)
        for (const matter of own) {
          const meant =
            matter.field.startsWith(ref.field) &&
            (ref.level1 === undefined || matter.level1 === ref.level1) &&
            (ref.level2 === undefined || matter.level2 === ref.level2)
          if (meant && owed.has(`${id} ${matter.code}`))
            await declareNotApplicable(act, { organizationId: id, matterCode: matter.code, reason })
        }
      }
    },
    at,
  )
}
