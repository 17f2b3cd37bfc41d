import { sql } from 'kysely'
import { addMatter, adoptEdition, openDraft, removeMatter } from '#catalogue'
import {
  abandonDraft,
  approveStep,
  createDraft,
  publishEdition,
  saveDraft,
  setReviewPlan,
  startCorrection,
  submitEdition,
} from '#documents'
import type { EditionFields, EditionMark } from '#documents/contract'
import type { Organization } from '#organizations'
import type { Actor } from '#platform/act'
import { type CivilDate, startOfDay } from '#platform/civil-date'
import { makeStaff } from './accounts.ts'
import { makeDraft, makeMatter, someElements } from './catalogue.ts'
import { noSecrets } from './documents.ts'
import { makeOrganization } from './organizations.ts'
import type { World } from './world.ts'

/** One matter for each way in which time may run. */
export const rhythms = {
  tenDays: '信息形成之日起10个工作日内',
  promptly: '及时公开',
  monthly: '每月',
  quarterly: '每季度',
  halfYearly: '每半年',
  yearly: '每年',
  byJanuary: '每年1月31日前',
  byTwentieth: '每季度的首个月20日',
} as const
export type Rhythm = keyof typeof rhythms

export interface Account {
  readonly government: Organization
  /** Each owes every matter. */
  readonly towns: readonly Organization[]
  readonly codeOf: Readonly<Record<Rhythm, string>>
  readonly clerk: Actor
  readonly secrecyReviewer: Actor
  readonly signer: Actor
  readonly disclosureOffice: Actor
}

/** Ten in the morning of a day in Shanghai. */
export const on = (day: CivilDate): Date => new Date(startOfDay(day).getTime() + 10 * 3_600_000)

/** A county whose towns owe one matter of each rhythm, and who draft, check and sign for all of them. */
export const makeAccount = async (
  w: World,
  { towns: count, from = '2025-01-06' }: { readonly towns: number; readonly from?: CivilDate },
): Promise<Account> => {
  const government = await makeOrganization(w, { name: '青穗县人民政府' })
  const towns: Organization[] = []
  for (let number = 1; number <= count; number++)
    towns.push(
      await makeOrganization(w, {
        parentId: government.id,
        kind: 'township',
        level: 'township',
        name: `第${number}镇人民政府`,
      }),
    )
  await w.db
    .updateTable('organizations.organization')
    .set({ credit_code: sql`'11331082' || lpad(id::text, 9, '0') || 'H'` })
    .where('level', '=', 'township')
    .execute()
  const draft = await makeDraft(w, government.id)
  const codes: Partial<Record<Rhythm, string>> = {}
  for (const [name, timeLimit] of Object.entries(rhythms) as [Rhythm, string][]) {
    const elements = { level1: '基层政务', level2: name, timeLimit, disclosingBody: '乡镇人民政府' }
    codes[name] = (await makeMatter(w, draft.id, { ...elements, levels: ['township'] })).code
  }
  await adopt(w, draft.id, from)
  const of = async (role: 'clerk' | 'secrecyReviewer' | 'signer' | 'disclosureOffice') =>
    (await makeStaff(w, { organizationId: government.id, roles: [role] })).actor
  const account = {
    government,
    towns,
    codeOf: codes as Record<Rhythm, string>,
    clerk: await of('clerk'),
    secrecyReviewer: await of('secrecyReviewer'),
    signer: await of('signer'),
    disclosureOffice: await of('disclosureOffice'),
  }
  await w.act(
    (act) =>
      setReviewPlan(act, {
        organizationId: government.id,
        columnKey: '',
        steps: ['secrecyReviewer', 'signer'],
      }),
    account.disclosureOffice,
    on(from),
  )
  return account
}

const adopt = (w: World, editionId: number, day: CivilDate) =>
  w.act(
    (act) => adoptEdition(act, { editionId, effectiveOn: day, confirm: true }),
    undefined,
    on(day),
  )

/** A new catalogue of the county on a day, without one of its matters or with one more. */
export const changeCatalogue = async (
  w: World,
  account: Account,
  change: { readonly remove: string } | { readonly add: string },
  day: CivilDate,
): Promise<void> => {
  const draft = await w.act((act) =>
    openDraft(act, { organizationId: account.government.id, base: 'inForce' }),
  )
  if ('remove' in change)
    await w.act((act) =>
      removeMatter(act, { editionId: draft.id, code: change.remove, reason: '本县无此事项' }),
    )
  else
    await w.act((act) =>
      addMatter(act, {
        editionId: draft.id,
        fieldCode: 'F19',
        elements: someElements({
          level2: change.add,
          disclosingBody: '乡镇人民政府',
          levels: ['township'],
        }),
        reason: '本县另有此事项',
      }),
    )
  await adopt(w, draft.id, day)
}

/** A draft for a matter of a town, with something formed on a day. */
export const makeTownDraft = (
  w: World,
  account: Account,
  given: {
    readonly town: Organization
    readonly matters: readonly string[]
    readonly formedOn: CivilDate
    readonly day: CivilDate
    readonly fields?: Partial<EditionFields>
  },
): Promise<EditionMark> =>
  w.act(
    (act) =>
      createDraft(act, {
        organizationId: given.town.id,
        fields: {
          title: '关于基层政务公开情况的公告',
          html: '<p>现将有关情况公告如下。</p>',
          kind: '公告',
          writtenOn: given.formedOn,
          formedOn: given.formedOn,
          matterCodes: [...given.matters],
          ...given.fields,
        },
      }),
    account.clerk,
    on(given.day),
  )

/** Takes a draft through review and before the public, all on one day. */
export const release = async (
  w: World,
  account: Account,
  draft: EditionMark,
  day: CivilDate,
): Promise<EditionMark> => {
  const sent = await w.act(
    (act) => submitEdition(act, { id: draft.editionId, version: draft.version }),
    account.clerk,
    on(day),
  )
  const checked = await w.act(
    (act) =>
      approveStep(act, {
        id: sent.editionId,
        version: sent.version,
        opinion: '同意',
        secrecy: noSecrets,
      }),
    account.secrecyReviewer,
    on(day),
  )
  return w.act(
    async (act) => {
      const { editionId: id, version } = checked
      const signed = await approveStep(act, { id, version, opinion: '同意', secrecy: undefined })
      return publishEdition(act, { id, version: signed.version })
    },
    account.signer,
    on(day),
  )
}

/** Opens a correction of a live document, fit to be released. */
export const correct = (
  w: World,
  account: Account,
  documentId: number,
  day: CivilDate,
  fields: Partial<EditionFields> = {},
): Promise<EditionMark> =>
  w.act(
    async (act) => {
      const { editionId: id, version } = await startCorrection(act, { id: documentId })
      return saveDraft(act, { id, version, fields: { correctionNote: '更正数字', ...fields } })
    },
    account.clerk,
    on(day),
  )

export const abandon = (w: World, account: Account, draft: EditionMark, day: CivilDate) =>
  w.act(
    (act) => abandonDraft(act, { id: draft.editionId, version: draft.version, reason: '重复起草' }),
    account.clerk,
    on(day),
  )
