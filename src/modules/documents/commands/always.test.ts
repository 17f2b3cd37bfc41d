import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '#platform/refusal'
import {
  adoptCatalogue,
  approveAll,
  makeDraft,
  makeOffice,
  matterCodes,
  monday,
  type Office,
  smallCatalogue,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import {
  abandonDraft,
  publishEdition,
  restoreEdition,
  returnEdition,
  saveDraft,
  startCorrection,
  withdrawDocument,
} from '../index.ts'
import { foremostEdition } from '../store/editions.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

type Verb =
  | 'draft'
  | 'save'
  | 'approve'
  | 'publish'
  | 'return'
  | 'correct'
  | 'withdraw'
  | 'restore'
  | 'abandon'
  | 'catalogue'

const verbs: Verb[] = ['draft', 'save', 'approve', 'publish', 'return', 'correct']
verbs.push('withdraw', 'restore', 'abandon', 'catalogue')

/** The lines of a catalogue that always keeps its first matter and has some of the others. */
const catalogues = [
  smallCatalogue,
  smallCatalogue.slice(0, 2),
  smallCatalogue.map((line) => ({ ...line, level1: `${line.level1}事项` })),
]
/** How often each step was really taken: a test that is always refused shows nothing. */
const taken: Partial<Record<Verb, number>> = {}

/** Takes one step with one of the documents; a refusal is an answer, anything else is not. */
async function take(verb: Verb, pick: number, documents: number[]): Promise<void> {
  if (verb === 'catalogue') {
    const lines = catalogues[pick % catalogues.length] ?? smallCatalogue
    await adoptCatalogue(w, office.government.id, lines, '2026-01-05')
    return
  }
  const codes = await matterCodes(w)
  const served = codes.slice(0, 1 + (pick % codes.length))
  if (verb === 'draft' || documents.length === 0) {
    documents.push((await makeDraft(w, office, { matterCodes: served })).documentId)
    return
  }
  const id = documents[pick % documents.length] ?? 0
  // Else chance alone would seldom bring anything before the public.
  if (verb === 'publish') await take('approve', pick, documents).catch(() => undefined)
  const edition = await foremostEdition(w.db, id)
  if (!edition) return
  const asked = { id: edition.id, version: edition.version }
  const mark = {
    documentId: id,
    editionId: edition.id,
    state: edition.state,
    version: asked.version,
  }
  const note = { correctionNote: '更正', matterCodes: served }
  if (verb === 'save')
    await w.act((act) => saveDraft(act, { ...asked, fields: note }), office.clerk)
  if (verb === 'approve') await approveAll(w, office, mark)
  if (verb === 'publish') await w.act((act) => publishEdition(act, asked), office.signer, monday)
  if (verb === 'return')
    await w.act((act) => returnEdition(act, { ...asked, reason: '退回' }), office.signer)
  if (verb === 'correct') await w.act((act) => startCorrection(act, { id }), office.clerk)
  if (verb === 'withdraw')
    await w.act(
      (act) => withdrawDocument(act, { id, note: '撤下', replacedById: null }),
      office.signer,
    )
  if (verb === 'restore')
    await w.act((act) => restoreEdition(act, { id: edition.id }), office.clerk)
  if (verb === 'abandon')
    await w.act((act) => abandonDraft(act, { ...asked, reason: '' }), office.clerk)
}

/** What must hold whatever was done: each query finds what is wrong, so it must find nothing. */
const wrongs = {
  twoLive: sql`select document_id from documents.edition where state = 'published'
    group by document_id having count(*) > 1`,
  liveIsNotPublished: sql`select d.id from documents.document d
    left join documents.edition e on e.id = d.live_edition_id
    where (d.live_edition_id is not null and e.state <> 'published')
      or (d.live_edition_id is null and exists (select from documents.edition x
        where x.document_id = d.id and x.state = 'published'))`,
  workingIsNotWorking: sql`select d.id from documents.document d
    join documents.edition e on e.id = d.working_edition_id
    where e.state not in ('draft', 'inReview', 'returned', 'approved', 'scheduled')`,
  shownWithoutPlace: sql`select s.document_id from documents.showing s where not exists (
    with recursive below(id) as (
      select s.column_id union select c.id from documents.site_column c join below on c.parent_id = below.id)
    select from documents.placement p join below on below.id = p.column_id
    where p.document_id = s.document_id and p.organization_id = s.organization_id
      and p.published_at is not null)`,
  placeWithoutShowing: sql`select p.document_id from documents.placement p
    join documents.site_column c on c.id = p.column_id and c.retired_at is null
    where p.published_at is not null and not exists (select from documents.showing s
      where s.document_id = p.document_id and s.column_id = p.column_id)`,
  publicPlaceOfHidden: sql`select p.document_id from documents.placement p
    join documents.document d on d.id = p.document_id
    where p.published_at is not null and d.live_edition_id is null`,
  liveServesOther: sql`select e.document_id from documents.edition e
    where e.state = 'published' and (select array_agg(distinct p.matter_code) from documents.placement p
        where p.document_id = e.document_id and p.published_at is not null)
      is distinct from (select array_agg(distinct m) from unnest(e.matter_codes) m)`,
  wrongCount: sql`select c.id from documents.site_column c where c.document_count <>
    (select count(distinct s.document_id) from documents.showing s where s.column_id = c.id)`,
  retiredButShowing: sql`select s.column_id from documents.showing s
    join documents.site_column c on c.id = s.column_id where c.retired_at is not null`,
  leadsNowhere: sql`select r.address from documents.redirect r
    where r.target in (select address from documents.redirect) or r.address = r.target
      or exists (select from documents.site_column c where c.address = r.address)`,
}

test('[M41] [M159] whatever people do in whatever order, a document has one live edition and every list agrees', async () => {
  const step = fc.record({ verb: fc.constantFrom(...verbs), pick: fc.nat({ max: 11 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
      const documents: number[] = []
      for (const { verb, pick } of steps)
        await take(verb, pick, documents).then(
          () => {
            taken[verb] = (taken[verb] ?? 0) + 1
          },
          (error) => {
            if (!(error instanceof Refusal)) throw error
          },
        )
      for (const [name, query] of Object.entries(wrongs)) {
        const { rows } = await query.execute(w.db)
        expect({ [name]: rows }).toEqual({ [name]: [] })
      }
    }),
    { numRuns: 25 },
  )
  for (const verb of verbs) expect({ [verb]: taken[verb] ?? 0 }).not.toEqual({ [verb]: 0 })
}, 120_000)
