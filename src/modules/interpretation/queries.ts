import { sql } from 'kysely'
import type { z } from 'zod'
import { lightOn } from '#calendar'
import type { Actor } from '#platform/act'
import { addDays, type CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { issue } from '#platform/refusal'
import type * as consultation from './contract/consultation.ts'
import type * as desk from './contract/desk.ts'
import type { Form } from './contract/forms.ts'
import type * as programmes from './contract/programmes.ts'
import { accountOf } from './derive.ts'
import { followUpSigns, limitOn } from './limits.ts'
import { mayPlan, mayReview, maySign, reach } from './policy.ts'
import { isReadyToAccompany, materialIssues, planIssues } from './readiness.ts'
import { refuse } from './refusals.ts'
import * as answerStore from './store/consultation.ts'
import {
  inYear,
  listMaterials,
  type MaterialRow,
  materialById,
  materialsOf,
} from './store/materials.ts'
import { dutyOf } from './store/plans.ts'
import { policyFor } from './store/policies.ts'
import * as programmeStore from './store/programmes.ts'
import { reachOfPolicy, reprintsOf } from './store/reprints.ts'
import { commentRules, requirements, targetOn } from './store/rules.ts'
import { substanceOf } from './substance.ts'

type Out<E extends { output: z.ZodType }> = z.input<E['output']>

const lineOf = (row: MaterialRow) => ({
  documentId: row.documentId,
  title: row.title,
  form: row.form,
  followUp: row.followUp,
  author: row.author,
  organization: row.organization,
  policy: row.policy,
  state: row.state,
  isLive: row.isLive,
  publishedOn: row.publishedOn,
})

/** One more than asked tells of a next page; its cursor is the id of the last one shown. */
const sliced = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  idOf: (row: Row) => number,
): { items: Item[]; next: string | null } => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(show), next: rows.length > limit && last ? String(idOf(last)) : null }
}

const cursor = (after: string | undefined): number | null => {
  const id = Number(after)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

/** Beside a document: what must explain it, what does, and what it explains itself. */
export async function interpretationDesk(
  db: Db,
  by: Actor,
  documentId: number,
  today: CivilDate,
): Promise<Out<typeof desk.interpretationDesk>> {
  const reader = { kind: 'staff', by } as const
  const policy = await policyFor(db, documentId, reader)
  if (!policy) throw refuse('notFound')
  const [account, visible, material, duty, reprints, questions] = await Promise.all([
    accountOf(db, policy, today),
    materialsOf(db, documentId, reader),
    materialById(db, documentId),
    dutyOf(db, documentId),
    reachOfPolicy(db, documentId),
    answerStore.countQuestions(db, documentId),
  ])
  const live = new Set(account.materials.filter((one) => one.isLive).map((one) => one.form))
  const isOpen = ['draft', 'returned'].includes(policy.state)
  const rule = account.comment?.isNeeded ? account.comment : account.rule
  const may = [
    ...(mayPlan(by, policy.path) && !material ? (['plan', 'draft', 'tie'] as const) : []),
    ...(maySign(by, policy.path) && !material ? (['exempt'] as const) : []),
    ...(material && isOpen && mayPlan(by, policy.path) ? (['keep'] as const) : []),
  ]
  const waiting =
    isOpen || account.lacksExplanation || isReadyToAccompany(account)
      ? []
      : [
          issue(
            'interpretation.materials',
            policy.state === 'scheduled' ? 'materialUnsigned' : 'materialNotApprovedYet',
          ),
        ]
  const issues = material
    ? isOpen
      ? materialIssues(material)
      : []
    : [...planIssues(account), ...(policy.isLive ? [] : waiting)]
  return {
    needed: rule && !material ? { article: rule.article } : null,
    plan: account.plan.map((item) => ({ ...item, isOut: live.has(item.form) })),
    materials: visible.map(lineOf),
    exemption: account.exemption,
    duty: duty && {
      ...duty,
      light: duty.settledOn ? 'none' : lightOn(duty.dueOn, today),
      article: limitOn(duty.releasedOn).article,
    },
    issues: issues.map(({ params, ...one }) => (params ? { ...one, params: { ...params } } : one)),
    reprints,
    questions,
    material: material && {
      policy: material.policy,
      form: material.form,
      followUp: material.followUp,
      author: material.author,
      authorPost: material.authorPost,
      details: material.details,
      substance: material.substance,
      lines: substanceOf(policy.text, material.substance),
      version: material.version,
    },
    may,
  }
}

/** Interpretations of the units one works for. */
export async function interpretationList(
  db: Db,
  by: Actor,
  input: z.output<typeof desk.interpretationList.input>,
  today: CivilDate,
): Promise<Out<typeof desk.interpretationList>> {
  const target = input.varied ? await targetOn(db, today) : null
  const { organizationId, policyId, year, limit } = input
  const forms = target?.countedForms ?? (input.form ? [input.form] : undefined)
  const rows = await listMaterials(
    db,
    { organizationId, policyId, year, forms, after: cursor(input.after), limit },
    { kind: 'staff', by },
    reach(by),
  )
  return sliced(rows, limit, lineOf, (row) => row.documentId)
}

interface OwedRow {
  readonly policyId: number
  readonly policy: { documentId: number; title: string }
  readonly organization: { id: number; code: string; name: string }
  readonly releasedOn: CivilDate
  readonly dueOn: CivilDate | null
  readonly missing: Form[]
}

/** A limit that cannot be counted sorts behind every known one. */
const farAway = '9999-12-31'

const dueCursor = (after: string | undefined) => {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2})~(\d{1,15})$/.exec(after ?? '') ?? []
  return on && id ? { on, id: Number(id) } : null
}

/** Policies whose interpretation is owed, the nearest limit first. */
export async function owedInterpretations(
  db: Db,
  by: Actor,
  input: z.output<typeof desk.owedInterpretations.input>,
  today: CivilDate,
): Promise<Out<typeof desk.owedInterpretations>> {
  const after = dueCursor(input.after)
  const { rows } = await sql<OwedRow>`
    select y.policy_id as "policyId", json_build_object('documentId', y.policy_id, 'title', e.title) as policy,
      json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name)) as organization,
      y.released_on as "releasedOn", y.due_on as "dueOn",
      array(select i.form from interpretation.plan_item i where i.policy_id = y.policy_id
        and not exists (select from interpretation.material m
          join documents.document md on md.id = m.document_id
          where m.policy_id = y.policy_id and m.form = i.form and not m.follow_up
            and md.live_edition_id is not null) order by i.planned_on, i.form) as missing
    from interpretation.duty y
    join organizations.organization o on o.id = y.organization_id
    join documents.document d on d.id = y.policy_id
    join documents.edition e on e.id = d.live_edition_id
    where y.settled_on is null and o.path like any(${reach(by)}::text[])
      and ${input.organizationId === undefined ? sql`true` : sql`y.organization_id = ${input.organizationId}`}
      and ${after ? sql`(coalesce(y.due_on, ${farAway}::date), y.policy_id) > (${after.on}::date, ${after.id})` : sql`true`}
    order by coalesce(y.due_on, ${farAway}::date), y.policy_id limit ${input.limit + 1}`.execute(db)
  const items = rows.slice(0, input.limit)
  const last = items.at(-1)
  return {
    items: items.map(({ policyId: _, ...row }) => ({ ...row, light: lightOn(row.dueOn, today) })),
    next: rows.length > input.limit && last ? `${last.dueOn ?? farAway}~${last.policyId}` : null,
  }
}

/** Of the interpretations of a year, the share of varied forms per unit (M52). */
export async function formShares(
  db: Db,
  by: Actor,
  year: number,
  today: CivilDate,
): Promise<Out<typeof desk.formShares>> {
  const target = await targetOn(db, today)
  const { rows } = await sql<Out<typeof desk.formShares>['units'][number]>`
    select json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name)) as organization,
      count(*)::int as total,
      (count(*) filter (where m.form = any(${target.countedForms}::text[])))::int as varied
    from interpretation.material m
    join documents.document d on d.id = m.document_id
    join organizations.organization o on o.id = d.organization_id
    where d.live_edition_id is not null and ${inYear(year)} and o.path like any(${reach(by)}::text[])
    group by o.id order by o.ordinal, o.id`.execute(db)
  const { percent, countedForms, article } = target
  return { target: { percent, countedForms, article }, units: rows }
}

export async function interpretationRules(
  db: Db,
  today: CivilDate,
): Promise<Out<typeof desk.interpretationRules>> {
  const [rules, comments, target] = await Promise.all([
    requirements(db),
    commentRules(db),
    targetOn(db, today),
  ])
  const { workingDays, article } = limitOn(today)
  return {
    requirements: rules,
    comments,
    limit: { workingDays, article },
    target: { percent: target.percent, countedForms: target.countedForms, article: target.article },
  }
}

export async function listReprints(
  db: Db,
  by: Actor,
  documentId: number,
): Promise<Out<typeof desk.listReprints>> {
  const policy = await policyFor(db, documentId, { kind: 'staff', by })
  if (!policy) throw refuse('notFound')
  const [reprints, { reach: total }] = await Promise.all([
    reprintsOf(db, documentId),
    reachOfPolicy(db, documentId),
  ])
  return { reprints, reach: total }
}

const answerState = (row: answerStore.AnswerRow, today: CivilDate) =>
  row.isRetired
    ? 'retired'
    : row.validUntil !== null && row.validUntil < today
      ? 'expired'
      : row.isPending
        ? row.isLive
          ? 'changed'
          : 'waiting'
        : 'live'

/** The answer store of the units one works for. */
export async function answerList(
  db: Db,
  by: Actor,
  input: z.output<typeof consultation.listAnswers.input>,
  today: CivilDate,
): Promise<Out<typeof consultation.listAnswers>> {
  const { q, policyId, waiting, limit } = input
  const asked = { q, policyId, waiting, after: cursor(input.after), limit }
  const rows = await answerStore.listAnswers(db, asked, reach(by))
  return sliced(
    rows,
    limit,
    (row) => ({
      id: row.id,
      version: row.version,
      organization: row.organization,
      policy: row.policy,
      question: row.question,
      answer: row.answer,
      validUntil: row.validUntil,
      state: answerState(row, today) as 'live',
      reviewedBy: row.reviewedBy,
      reviewedOn: row.reviewedOn,
      asked: row.asked,
      may: [
        ...(mayPlan(by, row.path) ? (['change'] as const) : []),
        ...(mayReview(by, row.path) && row.isPending && row.changedBy !== by.id
          ? (['review'] as const)
          : []),
      ],
    }),
    (row) => row.id,
  )
}

export async function questionList(
  db: Db,
  by: Actor,
  input: z.output<typeof consultation.listQuestions.input>,
): Promise<Out<typeof consultation.listQuestions>> {
  const { policyId, channel, unanswered, limit } = input
  const asked = { policyId, channel, unanswered, after: cursor(input.after), limit }
  const rows = await answerStore.listQuestions(db, asked, reach(by))
  return sliced(
    rows,
    limit,
    (row) => row,
    (row) => row.id,
  )
}

// As many as a person takes on in a morning.
const mostSuggestions = 20

/** Policies about which so much was asked that a further explanation is worth writing (M54). */
export async function followUpSuggestions(
  db: Db,
  by: Actor,
  today: CivilDate,
): Promise<Out<typeof consultation.followUpSuggestions>> {
  const { days, questions } = followUpSigns
  const since = addDays(today, -days)
  const asked = { since, atLeast: questions, limit: mostSuggestions }
  return { days, items: await answerStore.muchAsked(db, asked, reach(by)) }
}

export async function programmeList(
  db: Db,
  by: Actor,
  input: z.output<typeof programmes.listProgrammes.input>,
): Promise<Out<typeof programmes.listProgrammes>> {
  const asked = { after: cursor(input.after), limit: input.limit }
  const rows = await programmeStore.listProgrammes(db, asked, reach(by))
  return sliced(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      version: row.version,
      organization: row.organization,
      policy: row.policy,
      content: row.content,
      state:
        row.live === null
          ? ('draft' as const)
          : row.isSame
            ? ('live' as const)
            : ('changed' as const),
      may: [
        ...(mayPlan(by, row.path) ? (['save'] as const) : []),
        ...(mayReview(by, row.path) && !row.isSame && row.changedBy !== by.id
          ? (['release'] as const)
          : []),
      ],
    }),
    (row) => row.id,
  )
}
