import { request } from 'node:http'
import { Readable } from 'node:stream'
import {
  attachFile,
  publishEdition,
  receiveFile,
  saveDraft,
  startCorrection,
  withdrawDocument,
} from '#documents'
import type { EditionFields, EditionMark } from '#documents/contract'
import { saveSite } from '#organizations'
import type { Serving } from '../../../src/apps/serve.ts'
import { makeStaff, worldPassword } from '../accounts.ts'
import {
  approveAll,
  type CatalogueLine,
  makeDocument,
  makeDraft,
  makeOffice,
  type Office,
  publish,
} from '../documents.ts'
import { serve } from '../server.ts'
import { type World, world } from '../world.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly text: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks a server as it is: nothing followed, nothing unpacked, the path sent as written. */
export const ask = (
  url: string,
  path: string,
  { method = 'GET', headers = {} }: Asking = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          body,
          text: body.toString('utf8'),
        })
      })
    })
    asked.on('error', reject)
    asked.end()
  })

export interface PublicSite {
  readonly w: World
  readonly office: Office
  readonly serving: Serving
  /** The path of the column of a matter that the catalogue names so. */
  readonly columnOf: (name: string) => Promise<string>
  readonly codeOf: (name: string) => Promise<string>
  readonly ask: (path: string, asking?: Asking) => Promise<Reply>
  readonly draft: (fields?: Partial<EditionFields>) => Promise<EditionMark>
  readonly publish: (fields?: Partial<EditionFields>, at?: Date) => Promise<EditionMark>
  readonly attach: (draft: EditionMark, name: string, bytes: Uint8Array | string) => Promise<number>
  readonly release: (draft: EditionMark) => Promise<EditionMark>
  readonly correct: (documentId: number, fields: Partial<EditionFields>) => Promise<EditionMark>
  readonly withdraw: (documentId: number, note: string, replacedById?: number) => Promise<unknown>
  readonly saveSite: (changed: Partial<SiteIdentity>) => Promise<unknown>
  /** The cookie of someone who drafts for the department. */
  readonly signIn: () => Promise<string>
}

const identity = {
  name: '青穗县人民政府',
  domain: 'www.qingsui.example',
  idCode: '9907260001',
  icp: '演示站点，未备案',
  policeRecord: '',
  sponsor: '青穗县人民政府',
  undertaker: '青穗县人民政府办公室',
  contact: '0900-8810001',
}
type SiteIdentity = typeof identity

/** A county with a catalogue and a site, served to readers. */
export const publicSite = async (lines?: readonly CatalogueLine[]): Promise<PublicSite> => {
  const w = await world({ poolSize: 8 })
  const office = await makeOffice(w, lines)
  const identify = (changed: Partial<SiteIdentity> = {}) =>
    w.act((act) => saveSite(act, { id: office.government.id, ...identity, ...changed }))
  await identify()
  const serving = await serve(w, { worker: false })
  const column = (name: string) =>
    w.db
      .selectFrom('documents.site_column')
      .select(['address', 'matter_code'])
      .where('name', '=', name)
      .where('retired_at', 'is', null)
      .executeTakeFirstOrThrow()
  const draft: PublicSite['draft'] = (fields) => makeDraft(w, office, fields)
  return {
    w,
    office,
    serving,
    columnOf: async (name) => (await column(name)).address,
    codeOf: async (name) => (await column(name)).matter_code ?? '',
    ask: (path, asking) => ask(serving.url, path, asking),
    draft,
    publish: (fields, at) => makeDocument(w, office, fields, at),
    attach: async ({ editionId }, name, bytes) => {
      const stream = Readable.from([Buffer.from(bytes)])
      const file = await receiveFile(w.house.files, { name, stream })
      const attached = await w.act(
        (act) => attachFile(act, { editionId, file, inline: false }),
        office.clerk,
      )
      return attached.id
    },
    release: (mark) => publish(w, office, mark),
    correct: async (id, fields) => {
      const opened = await w.act((act) => startCorrection(act, { id }), office.clerk)
      const { editionId, version } = opened
      const saved = await w.act(
        (act) =>
          saveDraft(act, {
            id: editionId,
            version,
            fields: { correctionNote: '金额有误，现予更正', ...fields },
          }),
        office.clerk,
      )
      const approved = await approveAll(w, office, saved, { at: new Date() })
      return w.act(
        (act) => publishEdition(act, { id: approved.editionId, version: approved.version }),
        office.signer,
      )
    },
    withdraw: (id, note, replacedById) =>
      w.act(
        (act) => withdrawDocument(act, { id, note, replacedById: replacedById ?? null }),
        office.signer,
      ),
    saveSite: identify,
    signIn: async () => {
      const { staff } = await makeStaff(w, { organizationId: office.civil.id, roles: ['clerk'] })
      const answer = await fetch(`${serving.url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userName: staff.userName, password: worldPassword }),
      })
      return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    },
  }
}
