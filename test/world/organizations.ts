import { createOrganization, type Organization } from '#organizations'
import { type CreateOrganization, createOrganization as contract } from '#organizations/contract'
import type { World } from './world.ts'

/** An organization with sensible parts; without a parent it is the root of a tree. */
export const makeOrganization = (
  w: World,
  given: Partial<CreateOrganization> = {},
): Promise<Organization> => {
  made += 1
  const input = contract.input.parse({
    code: `body-${made}`,
    kind: given.parentId ? 'department' : 'government',
    level: 'county',
    parentId: null,
    name: `第${made}机构`,
    validFrom: '2000-01-01',
    ...given,
  })
  return w.act((act) => createOrganization(act, input))
}

let made = 0

export interface County {
  readonly government: Organization
  readonly office: Organization
  readonly education: Organization
  readonly civil: Organization
  readonly town: Organization
  readonly subdistrict: Organization
  readonly village: Organization
}

/** A small county: its government, three bodies of it, a town with a village, a sub-district. */
export const makeCounty = async (w: World): Promise<County> => {
  const government = await makeOrganization(w, { name: '青穗县人民政府', shortName: '县政府' })
  const below = (given: Partial<CreateOrganization>) =>
    makeOrganization(w, { parentId: government.id, ...given })
  const town = await below({ kind: 'township', level: 'township', name: '澄岚镇人民政府' })
  return {
    government,
    office: await below({ kind: 'office', name: '青穗县人民政府办公室' }),
    education: await below({ name: '青穗县教育局', subjectKeys: ['教育部门'] }),
    civil: await below({ name: '青穗县民政局', subjectKeys: ['民政部门'] }),
    town,
    subdistrict: await below({ kind: 'subdistrict', level: 'township', name: '穗城街道办事处' }),
    village: await makeOrganization(w, {
      parentId: town.id,
      kind: 'village',
      level: 'village',
      name: '上澄村村民委员会',
    }),
  }
}
