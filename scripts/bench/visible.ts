import autocannon from 'autocannon'
import { approveStep, createDraft, submitEdition } from '#documents'
import type { EditionMark } from '#documents/contract'
import { dateAt } from '#platform/civil-date'
import type { People } from '../../src/apps/cli/demo/build/people.ts'
import type { House } from '../../src/apps/house.ts'
import { signInAt } from './sign-in.ts'

const secrecy = {
  stateSecret: false,
  tradeSecret: false,
  privacy: false,
  securityStability: false,
  othersConsulted: 'notNeeded',
  note: '',
} as const

interface Target {
  readonly matterCode: string
  readonly listAddress: string
}

const approved = async (
  house: House,
  people: People,
  title: string,
  target: Target,
): Promise<EditionMark> => {
  const organizationId = people.organization('tangwu').id
  const today = dateAt(new Date())
  let mark = (await house.perform(people.byUserName('tangwu-clerk'), (act) =>
    createDraft(act, {
      organizationId,
      fields: {
        title,
        html: `<p>${title}正文。</p>`,
        writtenOn: today,
        formedOn: today,
        matterCodes: [target.matterCode],
      },
    }),
  )) as EditionMark
  mark = await house.perform(people.byUserName('tangwu-clerk'), (act) =>
    submitEdition(act, { id: mark.editionId, version: mark.version }),
  )
  for (const [userName, more] of [
    ['tangwu-head', {}],
    ['tangwu-leader', {}],
    ['office-secrecy', { secrecy }],
    ['tangwu-signer', {}],
  ] as const)
    mark = await house.perform(people.byUserName(userName), (act) =>
      approveStep(act, { id: mark.editionId, version: mark.version, opinion: '', ...more }),
    )
  return mark
}

const places = (url: string, documentId: number, title: string, target: Target) => [
  { at: `${url}/d/${documentId}`, shows: title },
  { at: `${url}${target.listAddress}`, shows: title },
  { at: `${url}/`, shows: title },
  { at: `${url}/search?q=${encodeURIComponent(title)}`, shows: `/d/${documentId}"` },
  { at: `${url}/sitemap.xml?after=${documentId - 1}`, shows: `/d/${documentId}<` },
  { at: `${url}/feed.xml`, shows: title },
]

/** Milliseconds from the server's answer until every place shows (or no longer shows) the document. */
const untilEverywhere = async (
  where: ReturnType<typeof places>,
  shown: boolean,
): Promise<number> => {
  const begun = performance.now()
  const latest = await Promise.all(
    where.map(async ({ at, shows }) => {
      for (let tries = 0; tries < 500; tries += 1) {
        const page = await (await fetch(at)).text()
        // A withdrawn document's own address keeps its title on the stone; the body must be gone.
        const wanted = shown
          ? page.includes(shows)
          : !page.includes(`${shows}正文`) && (at.includes('/d/') || !page.includes(shows))
        if (wanted) return performance.now() - begun
      }
      throw new Error(`${at} never ${shown ? 'showed' : 'lost'} ${shows}`)
    }),
  )
  return Math.max(...latest)
}

/**
 * P6: documents published and withdrawn over the API while 500 reads a second go on; how long until
 * article, list, home, search, sitemap and feed agree.
 */
export const publishToVisible = async (
  house: House,
  people: People,
  url: string,
  target: Target,
  rounds: number,
): Promise<{ published: number[]; withdrawn: number[] }> => {
  const api = await signInAt(url, 'tangwu-signer')
  const waiting: { mark: EditionMark; title: string }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const title = `见效测试第${round}号公告`
    waiting.push({ title, mark: await approved(house, people, title, target) })
  }
  const readers = autocannon({ url, connections: 8, overallRate: 500, duration: 3_600 })
  const published: number[] = []
  const withdrawn: number[] = []
  try {
    for (const { mark, title } of waiting) {
      const where = places(url, mark.documentId, title, target)
      await api(`/api/editions/${mark.editionId}/publish`, { version: mark.version })
      published.push(await untilEverywhere(where, true))
      await api(`/api/documents/${mark.documentId}/withdraw`, {
        note: '测试结束，撤回。',
        replacedById: null,
      })
      withdrawn.push(await untilEverywhere(where, false))
    }
  } finally {
    readers.stop()
  }
  return { published, withdrawn }
}
