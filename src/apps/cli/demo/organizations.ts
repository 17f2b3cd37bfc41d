import { creditCode } from './credit-code.ts'
import { type CountyBody, countyBodies, publicEnterprises } from './departments.ts'
import { countyCode } from './regions.ts'
import { type Township, townships, type Village } from './townships.ts'
import type { DemoOrganization } from './types.ts'

const officeHours = '工作日上午8:30—12:00，下午14:00—17:30'
const hallHours = '工作日上午8:30—12:00，下午13:30—17:30；周六上午9:00—12:00（延时服务）'
const townHours = '工作日上午8:30—12:00，下午14:00—17:30；便民服务中心午间不打烊'
const villageHours = '每日上午8:30—11:30，下午14:30—17:00，夜间由值班人员接听电话'

// Area code 0900 is assigned to no place, so these numbers ring nowhere.
const telephone = (serial: number): string => `0900-88${String(serial).padStart(5, '0')}`

const serial = (number: number): string => `MB9${String(number).padStart(5, '0')}`

const countyBody = (body: CountyBody, at: number): DemoOrganization => {
  const kind = body.kind ?? 'department'
  return {
    code: body.code,
    kind,
    name: body.name,
    shortName: body.shortName,
    parentCode: kind === 'government' ? null : 'gov',
    regionCode: countyCode,
    level: 'county',
    creditCode: creditCode(
      body.code === 'gongshui' ? '91' : body.code === 'yiyuan' ? '12' : '11',
      countyCode,
      serial(at + 1),
    ),
    duties: body.duties,
    address: `云岚市青穗县${body.street}`,
    hours: body.code === 'zhengwu' ? hallHours : officeHours,
    telephone: telephone(10001 + at * 10),
    headName: body.head[0],
    headTitle: body.head[1],
    postcode: '990701',
    email: `${body.code}@qingsui.example`,
    subjectKeys: body.subjectKeys,
  }
}

const townOf = (town: Township, at: number): DemoOrganization => {
  const isTown = town.kind === 'township'
  return {
    code: town.code,
    kind: town.kind,
    name: isTown ? `青穗县${town.name}人民政府` : `青穗县人民政府${town.name}办事处`,
    shortName: town.name,
    parentCode: 'gov',
    regionCode: town.regionCode,
    level: 'township',
    creditCode: creditCode('11', countyCode, serial(100 + at)),
    duties: `${town.trait}。负责辖区内经济发展、公共服务、公共安全和基层治理工作，落实农业农村政策、社会救助、就业社保、养老服务等民生事项。${
      isTown
        ? '编制和执行本级预算，组织实施镇村建设和国土空间规划。'
        : '作为县人民政府的派出机关，不设一级财政，预决算随县级部门公开。'
    }指导村（居）民委员会依法自治和村（居）务公开，设有便民服务中心和政务公开专区。`,
    address: `云岚市青穗县${town.street}`,
    hours: townHours,
    telephone: telephone(20001 + at * 1000),
    headName: town.head[0],
    headTitle: town.head[1],
    postcode: town.postcode,
    email: `${town.code}@qingsui.example`,
    subjectKeys: isTown ? ['乡镇人民政府', '人民政府'] : ['街道办事处'],
  }
}

const villageOf = (
  town: Township,
  townAt: number,
  village: Village,
  at: number,
): DemoOrganization => {
  const isVillage = village.kind === 'village'
  return {
    code: village.code,
    kind: village.kind,
    name: `${town.name}${village.name}${isVillage ? '村民' : '居民'}委员会`,
    shortName: village.name,
    parentCode: town.code,
    regionCode: `${town.regionCode}${village.region}`,
    level: 'village',
    creditCode: creditCode('54', countyCode, serial(200 + townAt * 20 + at)),
    duties: `${village.name}现有${village.households}户、${village.people}人${
      isVillage ? `，承包耕地${village.farmland}亩` : ''
    }，${village.trait}。${
      isVillage
        ? '村民委员会办理本村公共事务和公益事业，调解民间纠纷，协助镇政府、街道开展工作，按季公布村务、按月公布财务，重大事项随时公布。'
        : '居民委员会办理本居住地区居民的公共事务和公益事业，协助街道做好与居民利益有关的公共卫生、救助、养老等工作，定期公布居务。'
    }`,
    address: `云岚市青穗县${town.name}${village.name}党群服务中心`,
    hours: villageHours,
    telephone: telephone(20001 + townAt * 1000 + (at + 1) * 20),
    headName: village.head,
    headTitle: isVillage ? '村民委员会主任' : '居民委员会主任',
    postcode: town.postcode,
    email: `${village.code}@qingsui.example`,
    subjectKeys: isVillage ? ['贫困人口所在行政村', '行政村村民委员会'] : [],
  }
}

export const organizations: readonly DemoOrganization[] = [
  ...[...countyBodies, ...publicEnterprises].map(countyBody),
  ...townships.map(townOf),
  ...townships.flatMap((town, townAt) =>
    town.villages.map((village, at) => villageOf(town, townAt, village, at)),
  ),
]

/**
 * Cuts a `subject` cell into the bodies it names. 街道办事处 in brackets is a body of its own; any
 * other bracket only qualifies the word before it.
 */
const bodiesNamed = (subject: string): string[] =>
  subject
    .replaceAll('（街道办事处）', '、街道办事处')
    .replaceAll(/（[^）]*）/g, '')
    .split(/、|，|及其|以及|或者|或|及/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The organizations that a `subject` cell of the catalogue puts in charge, in the county's order. */
export const bodiesFor = (
  subject: string,
  among: readonly DemoOrganization[] = organizations,
): DemoOrganization[] => {
  const names = new Set(bodiesNamed(subject))
  // Every organ drafts its own budget: 各部门 means all departments that have one.
  if (names.has('各部门'))
    return among.filter(({ kind }) => kind === 'department' || kind === 'subdistrict')
  return among.filter(({ subjectKeys }) => subjectKeys.some((key) => names.has(key)))
}
