import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { PolicyClass } from '#policies'
import type { Form } from '../contract/forms.ts'

export interface Requirement {
  readonly id: number
  readonly validFrom: CivilDate
  readonly validUntil: CivilDate | null
  readonly policyClasses: PolicyClass[]
  readonly kinds: string[]
  readonly titleEndings: string[]
  readonly organizationKinds: string[]
  readonly article: string
}

const columns = sql`id, valid_from as "validFrom", valid_until as "validUntil",
  policy_classes as "policyClasses", kinds,
  title_endings as "titleEndings", organization_kinds as "organizationKinds", article`

export const requirements = async (db: Db): Promise<Requirement[]> =>
  (
    await sql<Requirement>`select ${columns} from interpretation.requirement
      order by valid_from desc, id desc`.execute(db)
  ).rows

export const requirementsOn = async (db: Db, day: CivilDate): Promise<Requirement[]> =>
  (
    await sql<Requirement>`select ${columns} from interpretation.requirement
      where valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)
      order by valid_from desc, id desc`.execute(db)
  ).rows

/** The new rule applies from its day; what would still apply then ends the day before. */
export const addRequirement = async (
  tx: Tx,
  rule: Omit<Requirement, 'id' | 'validUntil'>,
  by: number | null,
): Promise<number> => {
  await sql`delete from interpretation.requirement where valid_from >= ${rule.validFrom}::date`.execute(
    tx,
  )
  await sql`update interpretation.requirement set valid_until = ${rule.validFrom}::date - 1
    where valid_until is null or valid_until >= ${rule.validFrom}::date`.execute(tx)
  const { rows } = await sql<{ id: number }>`insert into interpretation.requirement
      (valid_from, policy_classes, kinds, title_endings, organization_kinds, article, set_by)
    values (${rule.validFrom}, ${rule.policyClasses}, ${rule.kinds}, ${rule.titleEndings}, ${rule.organizationKinds},
      ${rule.article}, ${by}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

/** Whether a draft put out for comment needs its explanation beside it, and what shows such a draft. */
export interface CommentRule {
  readonly validFrom: CivilDate
  readonly isNeeded: boolean
  readonly titleMarks: string[]
  readonly organizationKinds: string[]
  readonly article: string
}

const commentColumns = sql`valid_from as "validFrom", is_needed as "isNeeded",
  title_marks as "titleMarks", organization_kinds as "organizationKinds", article`

export const commentRules = async (db: Db): Promise<CommentRule[]> =>
  (
    await sql<CommentRule>`select ${commentColumns} from interpretation.comment_rule
      order by valid_from desc`.execute(db)
  ).rows

/** Null before any rule. */
export const commentRuleOn = async (db: Db, day: CivilDate): Promise<CommentRule | null> =>
  (
    await sql<CommentRule>`select ${commentColumns} from interpretation.comment_rule
      where valid_from <= ${day}::date order by valid_from desc limit 1`.execute(db)
  ).rows[0] ?? null

export const putCommentRule = async (
  tx: Tx,
  rule: CommentRule,
  by: number | null,
): Promise<void> => {
  await sql`insert into interpretation.comment_rule
      (valid_from, is_needed, title_marks, organization_kinds, article, set_by)
    values (${rule.validFrom}, ${rule.isNeeded}, ${rule.titleMarks}, ${rule.organizationKinds},
      ${rule.article}, ${by})
    on conflict (valid_from) do update set is_needed = excluded.is_needed,
      title_marks = excluded.title_marks, organization_kinds = excluded.organization_kinds,
      article = excluded.article, set_by = excluded.set_by`.execute(tx)
}

export interface Target {
  readonly validFrom: CivilDate
  readonly percent: number
  readonly countedForms: Form[]
  readonly article: string
}

export const targetOn = async (db: Db, day: CivilDate): Promise<Target> => {
  const { rows } = await sql<Target>`select valid_from as "validFrom", percent,
      counted_forms as "countedForms", article
    from interpretation.target order by valid_from <= ${day}::date desc,
      case when valid_from <= ${day}::date then valid_from end desc, valid_from limit 1`.execute(db)
  return rows[0] as Target
}

export const putTarget = async (tx: Tx, target: Target, by: number | null): Promise<void> => {
  await sql`insert into interpretation.target (valid_from, percent, counted_forms, article, set_by)
    values (${target.validFrom}, ${target.percent}, ${target.countedForms}, ${target.article}, ${by})
    on conflict (valid_from) do update set percent = excluded.percent,
      counted_forms = excluded.counted_forms, article = excluded.article,
      set_by = excluded.set_by`.execute(tx)
}
