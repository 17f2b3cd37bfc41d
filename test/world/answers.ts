import { strFromU8, unzipSync } from 'fflate'
import { dateAt } from '#platform/civil-date'
import {
  addOriginal,
  decideCase,
  draftLetter,
  issueLetter,
  releaseRedacted,
  reviewLetter,
  saveLetterhead,
  seeSupplied,
  segmentsOf,
  sendLetterUp,
  signLetter,
  supplyFiles,
} from '#requests'
import { makeDocx } from '../../src/modules/requests/letters/make-docx.ts'
import type { World } from './world.ts'

/** What leads to partial disclosure: somebody's name has to be taken out. */
export const partialAnswers = {
  nature: 'information',
  upheld: 'yes',
  clear: 'yes',
  repeated: 'no',
  excessive: 'no',
  queryMatter: 'no',
  held: 'yes',
  ready: 'yes',
  alreadyPublic: 'no',
  stateSecret: 'no',
  lawProhibits: 'no',
  security: 'no',
  thirdParty: 'part',
  internal: 'no',
  process: 'no',
  caseFile: 'no',
  severable: 'yes',
}

/** What leads to disclosure in full. */
export const grantedAnswers = { ...partialAnswers, thirdParty: 'no' }

const fields = {
  提供方式: '网上下载',
  不予公开内容: '养护员姓名',
  理由: '属于个人隐私',
  依据: '条例第十五条',
}

/** A Word file of one sentence that names a person. */
export const namedFile = (): Uint8Array =>
  makeDocx({ title: '明细', numbered: false, parts: [{ line: '养护员钱禾苗三百元' }] })

/** A Word file of one sentence that names nobody. */
export const plainFile = (line: string): Uint8Array =>
  makeDocx({ title: '明细', numbered: false, parts: [{ line }] })

/** The text of a Word file as a person reads it: released files write their signs as numbers. */
export const wordsIn = (docx: Uint8Array): string =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array()).replace(
    /&#x([0-9a-f]+);/gi,
    (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)),
  )

/** Answers a request in part, a name taken out of its file: issued, and not yet served. */
export const answerInPart = async (
  w: World,
  given: {
    readonly requestId: number
    readonly organizationId: number
    /** A file that goes along whole. */
    readonly attached?: { readonly name: string; readonly bytes: Uint8Array }
    readonly at?: Date
  },
): Promise<{
  letterId: number
  redactionId: number
  suppliedIds: readonly number[]
  number: string
}> => {
  const { requestId, organizationId, attached, at } = given
  const today = dateAt(at ?? new Date())
  const files = attached ? [await seeSupplied(attached, today)] : []
  const vault = { files: w.house.files, key: w.house.secret }
  const head = {
    mark: '青府',
    authority: '云州市人民政府',
    court: '',
    onlineChannel: 'https://fy.example.test',
  }
  const { letterId, redactionId, suppliedIds } = await w.act(
    async (act) => {
      await saveLetterhead(act, { organizationId, ...head })
      const file = { requestId, name: '明细（2025年）.docx', bytes: namedFile() }
      const { redactionId } = await addOriginal(act, file, vault)
      const { segments } = await segmentsOf(act, { redactionId }, vault)
      const segment = segments.find(({ text }) => text.includes('钱禾苗'))?.id ?? ''
      const mark = { segment, from: 3, to: 6, ground: 'refused/third_party', note: '' }
      await releaseRedacted(act, { redactionId, version: 1, marks: [mark], boxes: [] }, vault)
      const { suppliedIds } = await supplyFiles(act, { requestId, files }, vault)
      await decideCase(
        act,
        { requestId, answers: partialAnswers, reasons: '涉及养护员' },
        vault.key,
      )
      const draft = { requestId, kind: 'reply:partial' as const, fields }
      return { ...(await draftLetter(act, draft, vault.key)), redactionId, suppliedIds }
    },
    undefined,
    at,
  )
  const step = (version: number) => ({ letterId, version })
  const { number } = await w.act(
    async (act) => {
      await sendLetterUp(act, step(2), vault.key)
      await reviewLetter(act, step(3))
      await signLetter(act, step(4))
      return issueLetter(act, step(5), vault)
    },
    undefined,
    at,
  )
  return { letterId, redactionId, suppliedIds, number: number ?? '' }
}
