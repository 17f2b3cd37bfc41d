import { saveDraft, submitEdition } from '#documents'
import {
  addAnswer,
  addProgramme,
  draftMaterial,
  keepMaterial,
  recordQuestion,
  recordReprint,
  releaseProgramme,
  reviewAnswer,
  setPlan,
  signExemption,
  tieMaterial,
} from '#interpretation'
import type { Act } from '#platform/act'
import { addDays, dateAt } from '#platform/civil-date'
import { policyClassOf } from '#policies'
import type { House } from '../../../house.ts'
import {
  answers,
  type DemoMaterial,
  formsOf,
  materials,
  owed,
  programmes,
  reprints,
} from '../texts/interpretations.ts'
import type { DemoDocument, Role } from '../types.ts'
import type { People } from './people.ts'
import type { Released } from './releases.ts'
import { hourMs, morning, passAndPublish } from './reviewing.ts'

/** Before a normative document goes up: a named person says why it needs no interpretation of its own. */
export const exemptOld =
  (house: House, people: People) =>
  async (document: DemoDocument, documentId: number, at: Date): Promise<void> => {
    const { title, kind, documentNumber = '' } = document
    const found = policyClassOf({ title, kind, documentNumber })
    if (document.attribute !== 'proactive' || (found !== 'normative' && found !== 'regulation'))
      return
    await house.perform(
      people.holder('leader', document.organizationCode),
      (act) =>
        signExemption(act, {
          id: documentId,
          reason: '本次仅延长施行期限并更新文号，条文未作改动，原解读材料继续使用。',
        }),
      at,
    )
  }

const covered = {
  background: 'covered',
  purpose: 'covered',
  measures: 'covered',
  changes: 'covered',
} as const

/** What explains the county's policies, what people ask about them, and where they were reprinted. */
export class Interpreting {
  readonly #house: House
  readonly #people: People
  readonly #byKey: ReadonlyMap<string, Released>
  constructor(house: House, people: People, released: readonly Released[]) {
    this.#house = house
    this.#people = people
    this.#byKey = new Map(released.map((one) => [one.document.key, one]))
  }

  async all(now: Date): Promise<void> {
    await this.#tieExisting()
    for (const material of materials) await this.#explain(material, now)
    await this.#owe()
    for (const [at, answer] of answers.entries()) await this.#answer(answer, at, now)
    for (const programme of programmes) await this.#programme(programme, now)
    await this.#reprint(now)
  }

  #as<Answer>(
    role: Role,
    code: string,
    at: Date,
    work: (act: Act) => Promise<Answer>,
  ): Promise<Answer> {
    return this.#house.perform(this.#people.holder(role, code), work, at)
  }

  async #tieExisting(): Promise<void> {
    for (const { documentId, document } of this.#byKey.values()) {
      const policy = this.#byKey.get(document.interprets ?? '')
      const known = formsOf[document.interprets ?? '']
      if (!policy || !known) continue
      await this.#as('clerk', document.organizationCode, morning(document.publishedOn), (act) =>
        tieMaterial(act, {
          documentId,
          policyId: policy.documentId,
          form: known.form,
          followUp: false,
          author: '',
          authorPost: '',
          details: known.details ?? {},
        }),
      )
    }
  }

  /** Through the whole desk, on the day after the policy. */
  async #explain(material: DemoMaterial, now: Date): Promise<void> {
    const policy = this.#byKey.get(material.policy)
    if (!policy) return
    const code = policy.document.organizationCode
    const day = morning(addDays(policy.document.publishedOn, 1))
    const at = day < now ? day : now
    const { form, title, author, authorPost, details, html } = material
    const made = await this.#as('clerk', code, at, (act) =>
      draftMaterial(act, { id: policy.documentId, form, title, followUp: false }),
    )
    const { editionId: id, documentId } = made
    const sent = await this.#as('clerk', code, at, async (act) => {
      const record = { form, author, authorPost, details, substance: covered }
      await keepMaterial(act, { id: documentId, version: 1, ...record })
      const saved = await saveDraft(act, { id, version: made.version, fields: { html } })
      return submitEdition(act, { id, version: saved.version })
    })
    await passAndPublish(this.#house, this.#people, code, at, sent)
  }

  async #owe(): Promise<void> {
    const policy = this.#byKey.get(owed.policy)
    if (!policy) return
    const plannedOn = policy.document.publishedOn
    const items = [{ form: owed.form, author: owed.author, authorPost: '', plannedOn, channel: '' }]
    await this.#as('clerk', policy.document.organizationCode, morning(plannedOn), (act) =>
      setPlan(act, { id: policy.documentId, items }),
    )
  }

  async #answer(
    [key, question, answer, asked]: (typeof answers)[number],
    place: number,
    now: Date,
  ): Promise<void> {
    const policy = this.#byKey.get(key)
    if (!policy) return
    const code = policy.document.organizationCode
    const { id: organizationId } = this.#people.organization(code)
    const policyId = policy.documentId
    const at = new Date(now.getTime() - (answers.length - place) * 26 * hourMs)
    const written = await this.#as('clerk', code, at, (act) =>
      addAnswer(act, { organizationId, policyId, question, answer, validUntil: null }),
    )
    // The last one waits for its review, so that the list shows how that looks.
    if (place < answers.length - 1)
      await this.#as('sectionHead', code, at, (act) => reviewAnswer(act, written))
    const channels = ['counter', 'hotline', 'net'] as const
    for (let n = 0; n < asked; n++)
      await this.#as('clerk', code, at, (act) =>
        recordQuestion(act, {
          organizationId,
          policyId,
          channel: channels[n % channels.length] ?? 'net',
          askedOn: addDays(dateAt(at), -n),
          question,
          answerId: written.id,
        }),
      )
  }

  async #programme(given: (typeof programmes)[number], now: Date): Promise<void> {
    const { by, policy, days, questions, ...content } = given
    const startsAt = morning(addDays(dateAt(now), days))
    const at = new Date(Math.min(now.getTime(), startsAt.getTime()) - 2 * hourMs)
    const saved = await this.#as('clerk', by, at, (act) =>
      addProgramme(act, {
        organizationId: this.#people.organization(by).id,
        policyId: this.#byKey.get(policy)?.documentId ?? null,
        content: {
          ...content,
          questions: [...questions],
          address: '',
          startsAt: startsAt.toISOString(),
          endsAt: new Date(startsAt.getTime() + hourMs).toISOString(),
        },
      }),
    )
    await this.#as('sectionHead', by, at, (act) => releaseProgramme(act, saved))
  }

  async #reprint(now: Date): Promise<void> {
    for (const [key, kind, outlet, address, reach] of reprints) {
      const policy = this.#byKey.get(key)
      if (!policy) continue
      const day = addDays(policy.document.publishedOn, 2)
      const reprintedOn = [day, dateAt(now)].sort()[0] ?? day
      await this.#as('clerk', policy.document.organizationCode, now, (act) =>
        recordReprint(act, { id: policy.documentId, kind, outlet, address, reach, reprintedOn }),
      )
    }
  }
}
