import { adoptEdition, loadReferenceCatalogue, openDraft } from '#catalogue'
import {
  approveStep,
  createDraft,
  publishEdition,
  submitEdition,
  suggestedMatters,
} from '#documents'
import type { EditionFields, EditionMark } from '#documents/contract'
import { createOrganization, type Organization, saveSite } from '#organizations'
import { createOrganization as organizationContract } from '#organizations/contract'
import type { Act, Actor } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import { creditCode } from '../../src/apps/cli/demo/credit-code.ts'
import { makeStaff } from './accounts.ts'
import { noSecrets } from './documents.ts'
import type { World } from './world.ts'

const bodies = {
  government: { kind: 'government', level: 'county', name: '青穗县人民政府' },
  office: { kind: 'office', level: 'county', name: '青穗县人民政府办公室' },
  civil: { kind: 'department', level: 'county', name: '青穗县民政局', subjectKeys: ['民政部门'] },
  // The town whose table is test/fixtures/catalogue/01.
  town: { kind: 'township', level: 'township', name: '云岚镇人民政府' },
  village: { kind: 'village', level: 'village', name: '上云村村民委员会' },
} as const
export type Body = keyof typeof bodies

type Role = NonNullable<Parameters<typeof makeStaff>[1]['roles']>[number]

/** User name, name, body, and the role held there or for the body named last. */
const staff = {
  disclosureOffice: ['gongkai', '周敏', 'office', 'disclosureOffice', 'government'],
  administrator: ['guanli', '卫东', 'office', 'administrator', 'government'],
  secrecyReviewer: ['baomi', '严慎', 'office', 'secrecyReviewer', 'government'],
  clerk: ['jingban', '林晓', 'town', 'clerk'],
  otherClerk: ['jingban2', '何苗', 'town', 'clerk'],
  sectionHead: ['kezhang', '陈立', 'town', 'sectionHead'],
  leader: ['fenguan', '赵安', 'town', 'leader'],
  signer: ['qianfa', '孙正', 'town', 'signer'],
  civilClerk: ['minzheng', '吴芳', 'civil', 'clerk'],
  civilHead: ['minzheng-kezhang', '郑和', 'civil', 'sectionHead'],
  civilLeader: ['minzheng-fenguan', '王守', 'civil', 'leader'],
  civilSigner: ['minzheng-qianfa', '冯平', 'civil', 'signer'],
} as const satisfies Record<string, readonly [string, string, Body, Role, Body?]>
export type Person = keyof typeof staff

export const nameOf = (person: Person): string => staff[person][1]
export const userNameOf = (person: Person): string => staff[person][0]

/** Who drafts for a body, and who passes its texts in the usual order; the last one publishes. */
const desks = {
  town: { drafter: 'clerk', checkers: ['sectionHead', 'leader', 'secrecyReviewer', 'signer'] },
  civil: {
    drafter: 'civilClerk',
    checkers: ['civilHead', 'civilLeader', 'secrecyReviewer', 'civilSigner'],
  },
} as const satisfies Record<string, { drafter: Person; checkers: readonly Person[] }>
export type Publisher = keyof typeof desks

export interface SmallCounty {
  readonly body: (body: Body) => Organization
  readonly actor: (person: Person) => Actor
  /** Code of the first matter owed by a body whose names contain the words. */
  readonly matter: (body: Body, words?: string) => Promise<string>
  /** A draft with nothing missing. */
  readonly draft: (body: Publisher, fields: Partial<EditionFields>) => Promise<EditionMark>
  /** A draft that was sent up and passed by so many of its checkers. */
  readonly sentUp: (
    body: Publisher,
    fields: Partial<EditionFields>,
    passedBy?: number,
  ) => Promise<EditionMark>
  /** Passes what waits through its remaining steps and puts it before the public. */
  readonly release: (body: Publisher, documentId: number) => Promise<EditionMark>
  /** A document before the public. */
  readonly published: (body: Publisher, fields: Partial<EditionFields>) => Promise<EditionMark>
}

const makeBodies = async (act: Act): Promise<Record<Body, Organization>> => {
  const made: Partial<Record<Body, Organization>> = {}
  for (const [at, [key, given]] of Object.entries(bodies).entries()) {
    const parent = key === 'village' ? made.town : made.government
    const input = organizationContract.input.parse({
      code: key,
      parentId: parent?.id ?? null,
      // 990721 is no region, so the codes belong to nobody.
      creditCode: creditCode(key === 'village' ? '54' : '11', '990721', `MB${100_000 + at}`),
      address: '青穗县人民路1号',
      hours: '工作日上午8:30—12:00，下午14:00—17:30',
      telephone: '0900-8810001',
      validFrom: '2010-01-01',
      ...given,
    })
    made[key as Body] = await createOrganization(act, input)
  }
  const whole = made as Record<Body, Organization>
  await saveSite(act, {
    id: whole.government.id,
    name: whole.government.name,
    domain: 'www.qingsui.example',
    idCode: '9907210001',
    icp: '演示站点，未备案',
    policeRecord: '',
    sponsor: whole.government.name,
    undertaker: whole.office.name,
    contact: '0900-8810001',
  })
  return whole
}

const makePeople = async (
  w: World,
  made: Record<Body, Organization>,
): Promise<Record<Person, Actor>> => {
  const actors: Partial<Record<Person, Actor>> = {}
  for (const [person, [userName, name, home, role, at]] of Object.entries(staff)) {
    const given = { organizationId: made[home].id, userName, name, roles: [role] }
    actors[person as Person] = (
      await makeStaff(w, { ...given, ...(at && { at: made[at].id }) })
    ).actor
  }
  return actors as Record<Person, Actor>
}

const adoptReference = async (act: Act, organizationId: number): Promise<void> => {
  await loadReferenceCatalogue(act)
  const draft = await openDraft(act, { organizationId, base: 'reference' })
  await adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true })
}

/**
 * A government with its office, a department, a town and a village, staff for each role and the
 * reference catalogue in force, made by the commands that a real county uses (3 s).
 */
export const makeSmallCounty = async (w: World): Promise<SmallCounty> => {
  const made = await w.act(makeBodies)
  const people = await makePeople(w, made)
  await w.act((act) => adoptReference(act, made.government.id))

  const matter: SmallCounty['matter'] = async (body, words = '') => {
    const { matter_code } = await w.db
      .selectFrom('catalogue.obligation as duty')
      .innerJoin('catalogue.matter as matter', 'matter.code', 'duty.matter_code')
      .select('duty.matter_code')
      .where('duty.organization_id', '=', made[body].id)
      .where((e) => e(e.fn('concat', ['matter.level1', 'matter.level2']), 'like', `%${words}%`))
      .orderBy('duty.matter_code')
      .limit(1)
      .executeTakeFirstOrThrow()
    return matter_code
  }
  /** A matter that the text speaks of, where the body owes one: a text under another is stopped (M142). */
  const fitting = async (body: Body, { title = '', html = '' }: Partial<EditionFields>) => {
    const organizationId = made[body].id
    const found = await suggestedMatters(w.db, { organizationId, title, text: html })
    const owed = await w.db
      .selectFrom('catalogue.obligation')
      .select('matter_code')
      .where('organization_id', '=', organizationId)
      .execute()
    const codes = new Set(owed.map((duty) => duty.matter_code))
    return found.find((one) => codes.has(one.matterCode))?.matterCode
  }
  const draft: SmallCounty['draft'] = async (body, fields) => {
    const code = (await fitting(body, fields)) ?? (await matter(body))
    const today = dateAt(new Date())
    return w.act(
      (act) =>
        createDraft(act, {
          organizationId: made[body].id,
          fields: {
            html: '<p>现将有关事项通知如下。</p>',
            kind: '通知',
            writtenOn: today,
            formedOn: today,
            matterCodes: [code],
            ...fields,
          },
        }),
      people[desks[body].drafter],
    )
  }
  /** The mark after those checkers passed it, one after the other. */
  const pass = async (mark: EditionMark, checkers: readonly Person[]): Promise<EditionMark> => {
    let { version } = mark
    for (const checker of checkers) {
      const secrecy = checker === 'secrecyReviewer' ? noSecrets : undefined
      const step = { id: mark.editionId, version, opinion: '同意', secrecy }
      version = (await w.act((act) => approveStep(act, step), people[checker])).version
    }
    return { ...mark, version }
  }
  const sentUp: SmallCounty['sentUp'] = async (body, fields, passedBy = 0) => {
    const { editionId: id, version } = await draft(body, fields)
    const { drafter, checkers } = desks[body]
    const mark = await w.act((act) => submitEdition(act, { id, version }), people[drafter])
    return pass(mark, checkers.slice(0, passedBy))
  }
  const publish = ({ editionId: id, version }: EditionMark, signer: Person): Promise<EditionMark> =>
    w.act((act) => publishEdition(act, { id, version }), people[signer])
  return {
    body: (body) => made[body],
    actor: (person) => people[person],
    matter,
    draft,
    sentUp,
    release: async (body, documentId) => {
      const { checkers } = desks[body]
      const waiting = await w.db
        .selectFrom('documents.document as d')
        .innerJoin('documents.edition as e', 'e.id', 'd.working_edition_id')
        .select(['d.id as documentId', 'e.id as editionId', 'e.version', 'e.step'])
        .where('d.id', '=', documentId)
        .executeTakeFirstOrThrow()
      const { step, ...mark } = waiting
      const passed = await pass({ ...mark, state: 'inReview' }, checkers.slice(step))
      return publish(passed, checkers[3])
    },
    published: async (body, fields) => {
      const { checkers } = desks[body]
      return publish(await sentUp(body, fields, checkers.length), checkers[3])
    },
  }
}
