import { strToU8, zipSync } from 'fflate'
import { dateAt } from '#platform/civil-date'
import {
  addOriginal,
  addParty,
  decideCase,
  draftLetter,
  issueLetter,
  releaseRedacted,
  reviewLetter,
  saveLetterhead,
  seeSupplied,
  segmentsOf,
  sendLetterUp,
  serveLetter,
  signLetter,
  supplyFiles,
} from '#requests'
import type { House } from '../../../house.ts'
import type { People } from './people.ts'
import type { DemoRequest } from './requests.ts'

const way = {
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

const written = {
  提供方式: '网上获取，自本答复发出之日起可以凭编号和查询码下载',
  不予公开内容: '有关个人的姓名和银行账号',
  理由: '属于个人隐私，公开会对其合法权益造成损害',
  依据: '《中华人民共和国政府信息公开条例》第十五条',
}

const sentence = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const wordFile = (lines: readonly string[]): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map(sentence).join('')}</w:body></w:document>`,
    ),
  })

/** What was asked for, as the office keeps it: one line names a person. */
const original = (): Uint8Array =>
  wordFile([
    '资金拨付明细表',
    '第一笔：城东路段，十二万元。',
    '收款人岑晚舟，账号6222020000000000000。',
    '第二笔：城西路段，九万元。',
  ])

const granted = { ...way, thirdParty: 'no' }
const inFull = { 提供方式: '网上获取，附件可以凭编号和查询码下载' }
const enclosures = [
  {
    name: '2026年县级公益性岗位开发计划.docx',
    bytes: wordFile([
      '2026年县级公益性岗位开发计划',
      '全年开发公益性岗位120个，优先安排就业困难人员。',
      '所需资金从就业补助资金中列支。',
    ]),
  },
  {
    name: '2026年县级公益性岗位清单.csv',
    bytes: strToU8(
      '\ufeff用人单位,岗位,人数\n县城市管理局,环境卫生维护,40\n县林业局,生态护林,50\n县民政局,养老服务,30\n',
    ),
  },
] as const

/**
 * Letters for some requests: one answered in part and one in full with its files, both served online, one
 * waiting for the signature.
 */
export async function makeLetters(
  house: House,
  people: People,
  requests: readonly DemoRequest[],
  now: Date,
): Promise<void> {
  const vault = { files: house.files, key: house.secret }
  const named = (story: string) => requests.find((one) => one.story === story)
  const served = named('red')
  const waiting = named('orange')
  const supplied = named('supplied')
  for (const code of new Set(
    [served, waiting, supplied].flatMap((one) => one?.organizationCode ?? []),
  )) {
    const organ = people.organization(code)
    await house.perform(
      people.holder('disclosureOffice', code),
      (act) =>
        saveLetterhead(act, {
          organizationId: organ.id,
          mark: organ.kind === 'government' ? '青府' : organ.shortName.slice(0, 2),
          authority: organ.kind === 'government' ? '云岚市人民政府' : '',
          court: '青穗县人民法院',
          onlineChannel: 'https://fuyi.yunlan.example',
        }),
      now,
    )
  }
  const draft = (
    one: DemoRequest,
    kind: 'reply:partial' | 'reply:granted/provided',
    decided: { readonly answers: typeof way; readonly reasons: string },
    fields: Readonly<Record<string, string>>,
  ) =>
    house.perform(
      one.keeper,
      async (act) => {
        const { requestId } = one
        await decideCase(act, { requestId, ...decided }, vault.key)
        return draftLetter(act, { requestId, kind, fields }, vault.key)
      },
      now,
    )
  /** Judged by others, sent and put on the progress page. */
  const serveOnline = async (letterId: number, { keeper, organizationCode }: DemoRequest) => {
    const step = (version: number) => ({ letterId, version })
    const leader = people.holder('leader', organizationCode)
    const signer = people.holder('signer', organizationCode)
    await house.perform(keeper, (act) => sendLetterUp(act, step(2), vault.key), now)
    await house.perform(leader, (act) => reviewLetter(act, step(3)), now)
    await house.perform(signer, (act) => signLetter(act, step(4)), now)
    await house.perform(keeper, (act) => issueLetter(act, step(5), vault), now)
    const online = { letterId, way: 'online' as const, postedOn: dateAt(now) }
    await house.perform(keeper, (act) => serveLetter(act, online, vault.key), now)
  }
  const partly = { answers: way, reasons: '含个人账号' }
  if (served) {
    const { keeper, requestId } = served
    await house.perform(
      keeper,
      async (act) => {
        const file = { requestId, name: '资金拨付明细表.docx', bytes: original() }
        const { redactionId } = await addOriginal(act, file, vault)
        const { segments } = await segmentsOf(act, { redactionId }, vault)
        const segment = segments.find(({ text }) => text.startsWith('收款人'))?.id ?? ''
        const mark = { segment, ground: 'refused/third_party', note: '姓名和银行账号' }
        await releaseRedacted(act, { redactionId, version: 1, marks: [mark], boxes: [] }, vault)
      },
      now,
    )
    const { letterId } = await draft(served, 'reply:partial', partly, written)
    await serveOnline(letterId, served)
  }
  if (supplied) {
    const { keeper, requestId } = supplied
    const files = await Promise.all(enclosures.map((file) => seeSupplied(file, dateAt(now))))
    await house.perform(keeper, (act) => supplyFiles(act, { requestId, files }, vault), now)
    const decided = { answers: granted, reasons: '' }
    const { letterId } = await draft(supplied, 'reply:granted/provided', decided, inFull)
    await serveOnline(letterId, supplied)
  }
  if (waiting) {
    const { keeper, requestId } = waiting
    const { letterId } = await draft(waiting, 'reply:partial', partly, written)
    await house.perform(
      keeper,
      (act) => sendLetterUp(act, { letterId, version: 2 }, vault.key),
      now,
    )
    const particulars = { name: '岑晚舟', address: '青穗县穗城街道', telephone: '' }
    await house.perform(
      keeper,
      (act) => addParty(act, { requestId, role: 'thirdParty', particulars }, vault.key),
      now,
    )
  }
}
