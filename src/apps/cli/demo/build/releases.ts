import { Readable } from 'node:stream'
import { writeXlsx } from 'hucre'
import {
  approveStep,
  attachFile,
  createColumn,
  createDraft,
  publishEdition,
  receiveFile,
  referDocument,
  returnEdition,
  saveDraft,
  scheduleEdition,
  startCorrection,
  submitEdition,
  withdrawDocument,
} from '#documents'
import type { EditionMark } from '#documents/contract'
import type { Act, Actor } from '#platform/act'
import { type CivilDate, startOfDay } from '#platform/civil-date'
import type { House } from '../../../house.ts'
import { drawFor } from '../texts/random.ts'
import type { DemoAttachment, DemoDocument, DemoDraft, DraftState, Role } from '../types.ts'
import type { People } from './people.ts'
import { hourMs, noSecrets, reviewers } from './reviewing.ts'

const minuteMs = 60_000

/** A moment of the working day; the seed spreads the county's work over morning and afternoon. */
const momentOn = (date: CivilDate, hour: number, seed: string): Date => {
  const minute = [...seed].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 55
  return new Date(startOfDay(date).getTime() + hour * hourMs + minute * minuteMs)
}

const opinions: Readonly<Partial<Record<Role, string>>> = {
  sectionHead: '内容属实，同意。',
  leader: '同意公开。',
  signer: '签发。',
}

interface Texted {
  readonly organizationCode: string
  readonly matterCodes: readonly string[]
  readonly title: string
  readonly kind: string
  readonly html: string
  readonly summary?: string
  readonly documentNumber?: string
  readonly writtenOn: CivilDate
  readonly formedOn: CivilDate
  readonly attribute: 'proactive' | 'onRequest' | 'notDisclosed'
  readonly attributeGround?: string
  readonly attributeReason?: string
  readonly keywords: readonly string[]
  readonly column?: DemoDocument['column']
}

/** What serves no matter of the catalogue stands in the platform's own columns. */
const handColumnOf = (text: Texted): string => {
  const slug =
    text.column ??
    (/年度报告|年报/.test(text.title)
      ? 'reports'
      : /指南|制度|目录|办法/.test(text.title)
        ? 'rules'
        : 'policies')
  return `hand:/platform/statutory/${slug}`
}

const fieldsOf = (text: Texted) => ({
  title: text.title,
  html: text.html,
  kind: text.kind,
  summary: text.summary ?? '',
  documentNumber: text.documentNumber ?? '',
  writtenOn: text.writtenOn,
  formedOn: text.formedOn,
  attribute: text.attribute,
  attributeGround: text.attributeGround ?? '',
  attributeReason: text.attributeReason ?? '',
  matterCodes: [...text.matterCodes],
  columnKeys: text.matterCodes.length === 0 ? [handColumnOf(text)] : [],
  keywords: [...text.keywords],
})

const csvCell = (cell: string | number): string => {
  const text = String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const fileOf = async (attachment: DemoAttachment): Promise<Uint8Array> => {
  if ('text' in attachment) return new TextEncoder().encode(attachment.text)
  if (!attachment.name.endsWith('.csv'))
    return writeXlsx({ sheets: [{ name: '表', rows: attachment.rows.map((row) => [...row]) }] })
  // The mark at the head tells Excel and WPS that the text is UTF-8.
  const lines = attachment.rows.map((row) => row.map(csvCell).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

export interface Released {
  readonly documentId: number
  readonly document: DemoDocument
}

/** The towns and villages that owe a matter, by their codes. */
export type Owed = (matterCode: string) => readonly string[]

/** Kinds that hold for every town as they stand; notices about one place do not. */
const forEverybody: ReadonlySet<string> = new Set([
  '指南',
  '清单',
  '预案',
  '方案',
  '意见',
  '通知',
  '提示',
  '解读',
])

/** Works one text through the desk, each step by the person who does it and when they did. */
export class Desk {
  readonly #house: House
  readonly #people: People
  /** What has to be done about a text before it may go up: set by those who know of such duties. */
  beforeReview: ((document: DemoDocument, documentId: number, at: Date) => Promise<void>)[] = []
  constructor(house: House, people: People) {
    this.#house = house
    this.#people = people
  }

  #as<Answer>(by: Actor, at: Date, work: (act: Act) => Promise<Answer>): Promise<Answer> {
    return this.#house.perform(by, work, at)
  }

  async #draft(
    text: Texted,
    clerk: Actor,
    at: Date,
    attachment?: DemoAttachment,
  ): Promise<EditionMark> {
    const { id: organizationId } = this.#people.organization(text.organizationCode)
    const file = attachment
      ? await receiveFile(this.#house.files, {
          name: attachment.name,
          stream: Readable.from([await fileOf(attachment)]),
        })
      : null
    return this.#as(clerk, at, async (act) => {
      const draft = await createDraft(act, { organizationId, fields: fieldsOf(text) })
      if (file) await attachFile(act, { editionId: draft.editionId, file, inline: false })
      return draft
    })
  }

  /** Passes the reviews in turn, as far as `steps` go; each a few hours after the one before. */
  async #review(
    mark: EditionMark,
    code: string,
    clerk: Actor,
    from: Date,
    steps: readonly Role[],
  ): Promise<EditionMark> {
    let current = await this.#as(clerk, from, (act) =>
      submitEdition(act, { id: mark.editionId, version: mark.version }),
    )
    for (const [at, role] of steps.entries())
      current = await this.#as(
        this.#people.holder(role, code),
        new Date(from.getTime() + (at + 1) * 40 * minuteMs),
        (act) =>
          approveStep(act, {
            id: current.editionId,
            version: current.version,
            opinion: opinions[role] ?? '',
            ...(role === 'secrecyReviewer' ? { secrecy: noSecrets } : {}),
          }),
      )
    return current
  }

  #publish(mark: EditionMark, code: string, at: Date): Promise<EditionMark> {
    return this.#as(this.#people.holder('signer', code), at, (act) =>
      publishEdition(act, { id: mark.editionId, version: mark.version }),
    )
  }

  /** A document as it went out, was corrected, was withdrawn; null where it did not stay public. */
  async release(document: DemoDocument): Promise<Released | null> {
    const code = document.organizationCode
    const clerk = this.#people.holder('clerk', code)
    const day = momentOn(document.publishedOn, 8, document.key)
    const draft = await this.#draft(document, clerk, day, document.attachment)
    for (const prepare of this.beforeReview) await prepare(document, draft.documentId, day)
    const approved = await this.#review(
      draft,
      code,
      clerk,
      new Date(day.getTime() + 20 * minuteMs),
      reviewers,
    )
    if (document.attribute !== 'proactive') return null
    const live = await this.#publish(approved, code, new Date(day.getTime() + 4 * hourMs))
    if (document.corrected) await this.#correct(document, live, clerk)
    if (document.withdrawn) {
      const { on, publicNote } = document.withdrawn
      await this.#as(this.#people.holder('signer', code), momentOn(on, 15, document.key), (act) =>
        withdrawDocument(act, { id: live.documentId, note: publicNote, replacedById: null }),
      )
      return null
    }
    return { documentId: live.documentId, document }
  }

  /**
   * Shows county texts that speak to everybody in the towns' own columns: same source, one record
   * (国办发〔2019〕54号). One town in six has not got round to it, as in life.
   */
  async spread(released: readonly Released[], owed: Owed, at: Date): Promise<void> {
    for (const { documentId, document } of released) {
      if (!forEverybody.has(document.kind)) continue
      for (const matterCode of document.matterCodes)
        for (const code of owed(matterCode)) {
          const clerk = this.#people.holder('clerk', code)
          const { id: organizationId } = this.#people.organization(code)
          if (
            code === document.organizationCode ||
            drawFor(`${document.key} ${code}`).int(1, 6) === 1
          )
            continue
          await this.#as(clerk, at, (act) =>
            referDocument(act, { id: documentId, organizationId, matterCode }),
          )
        }
    }
  }

  async #correct(document: DemoDocument, live: EditionMark, clerk: Actor): Promise<void> {
    if (!document.corrected) return
    const { on, note, html } = document.corrected
    const code = document.organizationCode
    const at = momentOn(on, 9, document.key)
    const opened = await this.#as(clerk, at, (act) => startCorrection(act, { id: live.documentId }))
    const saved = await this.#as(clerk, at, (act) =>
      saveDraft(act, {
        id: opened.editionId,
        version: opened.version,
        fields: { html, correctionNote: note },
      }),
    )
    const approved = await this.#review(
      saved,
      code,
      clerk,
      new Date(at.getTime() + 20 * minuteMs),
      reviewers,
    )
    await this.#publish(approved, code, new Date(at.getTime() + 4 * hourMs))
  }

  /** A text in work, brought to the state in which a visitor finds it. */
  async begin(draft: DemoDraft, now: Date): Promise<void> {
    const code = draft.organizationCode
    const clerk = this.#people.byUserName(draft.clerk)
    const at = new Date(now.getTime() - 5 * hourMs)
    const mark = await this.#draft(draft, clerk, at)
    // Whoever sends a text back has it before them: the steps up to theirs are passed.
    const steps = draft.returned
      ? reviewers.slice(0, reviewers.indexOf(draft.returned.by))
      : stepsBefore[draft.state]
    if (steps === null) return
    const current = await this.#review(
      mark,
      code,
      clerk,
      new Date(at.getTime() + 15 * minuteMs),
      steps,
    )
    const later = new Date(now.getTime() - hourMs)
    if (draft.state === 'returned' && draft.returned) {
      const { by, reason } = draft.returned
      await this.#as(this.#people.holder(by, code), later, (act) =>
        returnEdition(act, { id: current.editionId, version: current.version, reason }),
      )
    }
    if (draft.state === 'scheduled' && draft.scheduledOn) {
      const publishAt = momentOn(draft.scheduledOn, 9, draft.key).toISOString()
      await this.#as(this.#people.holder('signer', code), later, (act) =>
        scheduleEdition(act, { id: current.editionId, version: current.version, publishAt }),
      )
    }
  }
}

/** The steps that a text has passed in each state; null: not yet sent up. */
const stepsBefore: Readonly<Record<DraftState, readonly Role[] | null>> = {
  draft: null,
  returned: [],
  awaitingSectionHead: [],
  awaitingLeader: reviewers.slice(0, 1),
  awaitingSecrecyReviewer: reviewers.slice(0, 2),
  awaitingSigner: reviewers.slice(0, 3),
  approved: reviewers,
  scheduled: reviewers,
}

/** Hand-made columns of the platform's fixed blocks and of the statutory content beside the catalogue. */
const handColumns = [
  ['政府信息公开制度', 'rules', '政策文件'],
  ['政府信息公开年报', 'reports', '信息公开目录'],
  ['政策文件', 'policies', '政策文件'],
  ['规划计划', 'plans', '信息公开目录'],
  ['工作动态', 'news', '政务动态'],
  // 国办发〔2019〕54号: village affairs go on beside government affairs, on the same platform.
  ['村（居）务公开', 'village-affairs', '信息公开目录'],
] as const

export const makeColumns = async (house: House, people: People, at: Date): Promise<void> => {
  await house.perform(
    people.holder('disclosureOffice', 'office'),
    async (act) => {
      for (const [name, slug, columnType] of handColumns)
        await createColumn(act, { name, slug, parentId: null, description: '', columnType })
    },
    at,
  )
}
