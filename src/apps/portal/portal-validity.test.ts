import { beforeAll, expect, test } from 'vitest'
import { addEventUpdate, openEvent } from '#documents'
import { keepParticulars } from '#policies'
import { monday } from '../../../test/world/documents.ts'
import { makePolicyDraft } from '../../../test/world/policies.ts'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
let ended = 0

/** A normative document whose last day was in April 2026. */
const makeEnded = async (title: string, documentNumber: string): Promise<number> => {
  const { w, office } = site
  const draft = await makePolicyDraft(w, office, documentNumber, '本办法自印发之日起施行。', {
    title,
  })
  const { documentId: id } = draft
  await w.act((act) => keepParticulars(act, { id, expiresOn: '2026-04-30' }), office.clerk, monday)
  await site.release(draft)
  return id
}

beforeAll(async () => {
  site = await publicSite()
  ended = await makeEnded('青穗县洪水避险补助办法', '青民规〔2026〕7号')
})

test('[M31] the page of an event says which of its words has ended', async () => {
  const { w, office } = site
  const { id } = await w.act(
    (act) =>
      openEvent(act, {
        organizationId: office.civil.id,
        title: '青穗河洪水',
        summary: '',
        level: 'major',
        knownAt: monday.toISOString(),
      }),
    office.leader,
    monday,
  )
  await w.act((act) => addEventUpdate(act, { id, documentId: ended }), office.clerk, monday)
  const { text } = await site.ask(`/events/${id}`)
  expect(text).toMatch(/青穗县洪水避险补助办法<\/a><span class="tag expired">已失效<\/span>/)
})

test('[M31] a suggestion that is the title of what has ended says so, with scripts and without', async () => {
  const q = encodeURIComponent('洪水避险')
  const { text } = await site.ask(`/search?q=${q}`)
  const further = /<section class="further"[\s\S]*?<\/section>/.exec(text)?.[0]
  expect(further).toContain('<span class="tag expired">已失效</span>')
  const suggestions = async (prefix: string) =>
    JSON.parse((await site.ask(`${prefix}/search/suggestions.json?q=${q}`)).text).suggestions
  expect(await suggestions('')).toContainEqual({ text: '青穗县洪水避险补助办法', mark: '已失效' })
  const [{ mark }] = await suggestions('/en')
  expect(mark).toMatch(/^[A-Z]/)
})
