import { bodiesFor, type OrganizationNode } from '#organizations'
import type { Field, Level, Matter } from './contract.ts'

type OwedMatter = Pick<
  Matter,
  'code' | 'fieldCode' | 'disclosingBody' | 'levels' | 'mode' | 'attribute'
>

export interface ResponsibilityLine {
  readonly target: string
  readonly organizationId: number
  readonly part: 'lead' | 'joint'
}

/** One matter owed by one organization, and why by this one. */
export interface DerivedObligation {
  readonly organizationId: number
  readonly matterCode: string
  readonly fieldCode: string
  readonly level: Level
  readonly because: 'responsibility' | 'subject' | 'level'
}

const basicBodies: readonly OrganizationNode['kind'][] = [
  'township',
  'subdistrict',
  'village',
  'community',
]

/**
 * Who owes what. Only matters disclosed of an organ's own accord are owed; on-request matters are
 * answered when asked (条例 art. 27), and vertically led fields stand on their organ's own site. At
 * each level of a matter it is, in this order: who the responsibility list names, whom the 公开主体
 * names, every town or village there is; a county matter that names nobody falls to the government.
 * Of a joint matter the lead organ discloses (条例 art. 10): joint bodies stand on the list and owe nothing.
 */
export function* deriveObligations(
  matters: readonly OwedMatter[],
  organizations: readonly OrganizationNode[],
  responsibilities: readonly ResponsibilityLine[],
  fields: readonly Field[],
): Generator<DerivedObligation> {
  const fieldOf = new Map(fields.map((field) => [field.code, field]))
  const named = Map.groupBy(responsibilities, (line) => line.target)
  const bodiesOf = bodiesReader(organizations)
  const atLevel = Map.groupBy(organizations, (body) => body.level)
  const byId = new Map(organizations.map((body) => [body.id, body]))

  for (const matter of matters) {
    const field = fieldOf.get(matter.fieldCode)
    if (!field || field.vertical || !isOwed(matter)) continue
    const own = named.get(matter.code)
    const lines = own ?? named.get(matter.fieldCode) ?? []
    const levels = matter.levels.length > 0 ? matter.levels : field.levels
    const responsible = lines
      .filter((line) => line.part === 'lead')
      .flatMap((line) => byId.get(line.organizationId) ?? [])
      // A line for the matter itself says so for good; one for the field holds where it is disclosed.
      .filter((body) => own !== undefined || levels.includes(body.level))

    const owes = (
      body: OrganizationNode,
      because: DerivedObligation['because'],
    ): DerivedObligation => ({
      organizationId: body.id,
      matterCode: matter.code,
      fieldCode: matter.fieldCode,
      level: body.level,
      because,
    })
    const given = new Set<number>()
    for (const body of responsible) {
      if (!given.has(body.id)) yield owes(body, 'responsibility')
      given.add(body.id)
    }
    for (const level of levels) {
      if (responsible.some((body) => body.level === level)) continue
      const subjects = bodiesOf(matter.disclosingBody).filter((body) => body.level === level)
      if (subjects.length > 0) {
        for (const body of subjects) yield owes(body, 'subject')
        continue
      }
      const here = atLevel.get(level) ?? []
      const fallen =
        level === 'county'
          ? here.filter((body) => body.kind === 'government').slice(0, 1)
          : here.filter((body) => basicBodies.includes(body.kind))
      for (const body of fallen) yield owes(body, 'level')
    }
  }
}

const isOwed = (matter: Pick<Matter, 'mode' | 'attribute'>): boolean =>
  matter.attribute === 'proactive' && matter.mode !== 'onRequest'

const namesVillages = /村|社区|居委|居民/

/** Reads each wording once, and looks among villages only where it speaks of them: most rows do not. */
const bodiesReader = (organizations: readonly OrganizationNode[]) => {
  const above = organizations.filter((body) => body.level !== 'village')
  const read = new Map<string, readonly OrganizationNode[]>()
  return (subject: string): readonly OrganizationNode[] => {
    if (subject.trim() === '') return []
    const known = read.get(subject)
    if (known) return known
    const { bodies } = bodiesFor(subject, namesVillages.test(subject) ? organizations : above)
    read.set(subject, bodies)
    return bodies
  }
}
