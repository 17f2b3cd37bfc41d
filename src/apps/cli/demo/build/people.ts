import { createFirstAdministrator, createStaff, grantRole, type Role } from '#accounts'
import {
  createOrganization,
  importRegions,
  type Organization,
  organizationById,
  saveSite,
} from '#organizations'
import { type Actor, theSystem } from '#platform/act'
import type { House } from '../../../house.ts'
import { organizations as bodies } from '../organizations.ts'
import { countyCode, regions } from '../regions.ts'
import { staff } from '../staff.ts'
import type { DemoOrganization, Role as DemoRole } from '../types.ts'

/** The county's bodies by code, and its staff as they act. */
export interface People {
  readonly organization: (code: string) => Organization
  readonly organizations: readonly Organization[]
  /** Whoever holds a role for a body: its own people, else the county office. */
  readonly holder: (role: DemoRole, organizationCode: string) => Actor
  readonly byUserName: (userName: string) => Actor
}

const makeOrganizations = async (house: House, at: Date): Promise<Map<string, Organization>> => {
  const made = new Map<string, Organization>()
  await house.perform(
    theSystem,
    async (act) => {
      await importRegions(act, {
        text: regions.map((region) => `${region.code} ${region.name}`).join('\n'),
      })
      for (const [ordinal, body] of bodies.entries())
        made.set(body.code, await createOrganization(act, inputFor(body, ordinal, made)))
      const government = made.get('gov')
      if (government) {
        await saveSite(act, {
          id: government.id,
          name: government.name,
          domain: 'www.qingsui.example',
          idCode: `${countyCode}0001`,
          icp: '演示站点，未备案',
          policeRecord: '',
          sponsor: government.name,
          undertaker: '青穗县人民政府办公室',
          contact: '0900-8810001',
        })
      }
    },
    at,
  )
  return made
}

const inputFor = (
  body: DemoOrganization,
  ordinal: number,
  made: ReadonlyMap<string, Organization>,
): Parameters<typeof createOrganization>[1] => {
  const { parentCode, subjectKeys, ...plain } = body
  return {
    ...plain,
    subjectKeys: [...subjectKeys],
    parentId: parentCode === null ? null : (made.get(parentCode)?.id ?? null),
    ordinal,
    validFrom: '2010-01-01',
  }
}

/** The county office acts for the whole county; everybody else for their own body. */
const grantedAt = (person: { organizationCode: string }): string =>
  person.organizationCode === 'office' ? 'gov' : person.organizationCode

const makeStaff = async (
  house: House,
  made: ReadonlyMap<string, Organization>,
  at: Date,
): Promise<Map<string, Actor>> => {
  const actors = new Map<string, Actor>()
  for (const [index, person] of staff.entries()) {
    const home = made.get(person.organizationCode) as Organization
    const place = made.get(grantedAt(person)) as Organization
    const actor = await house.perform(
      theSystem,
      async (act): Promise<Actor> => {
        const input = {
          organizationId: home.id,
          userName: person.userName,
          name: person.displayName,
        }
        const given = { password: person.password, mustChange: false }
        const created =
          index === 0
            ? await createFirstAdministrator(act, input, given)
            : (await createStaff(act, input, given)).staff
        for (const role of person.roles) {
          if (index === 0 && role === 'administrator') continue
          await grantRole(act, { id: created.id, organizationId: place.id, role: role as Role })
        }
        return {
          id: created.id,
          name: created.name,
          organizationId: home.id,
          grants: person.roles.map((role) => ({
            role,
            organizationId: place.id,
            path: place.path,
          })),
        }
      },
      at,
    )
    actors.set(person.userName, actor)
  }
  return actors
}

/** Everyone chose the password anew lately; one from two years ago would be owed at the first sign-in. */
export const renewPasswords = async (house: House, at: Date): Promise<void> => {
  await house.db.updateTable('accounts.staff').set({ password_set_at: at }).execute()
}

/** Sets up regions, bodies, site and staff as they were on a day long ago. */
export const makePeople = async (house: House, at: Date): Promise<People> => {
  const made = await makeOrganizations(house, at)
  const actors = await makeStaff(house, made, at)
  const whole = new Map<string, Organization>()
  for (const [code, one] of made) whole.set(code, await organizationById(house.db, one.id))
  const find = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`the demo county has no ${what}`)
    return found
  }
  const holder = (role: DemoRole, organizationCode: string): Actor => {
    const own = staff.find(
      (person) => person.organizationCode === organizationCode && person.roles.includes(role),
    )
    const county = staff.find(
      (person) => person.organizationCode === 'office' && person.roles.includes(role),
    )
    return find(actors.get((own ?? county)?.userName ?? ''), role)
  }
  return {
    organization: (code) => find(whole.get(code), code),
    organizations: [...whole.values()],
    holder,
    byUserName: (userName) => find(actors.get(userName), userName),
  }
}
