import { strToU8, zipSync } from 'fflate'
import type { Actor } from '#platform/act'
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
  segmentsOf,
  sendLetterUp,
  serveLetter,
  signLetter,
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
/** What was asked for, as the office keeps it: one line names a person. */
const original = (): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
        '资金拨付明细表',
        '第一笔：城东路段，十二万元。',
        '收款人岑晚舟，账号6222020000000000000。',
        '第二笔：城西路段，九万元。',
      ]
        .map(sentence)
        .join('')}</w:body></w:document>`,
    ),
  })

/** Letters for some requests: one answered in part and served online, one waiting for the signature. */
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
  for (const code of new Set([served, waiting].flatMap((one) => one?.organizationCode ?? []))) {
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
  const draft = (one: DemoRequest, by: Actor) =>
    house.perform(
      by,
      async (act) => {
        const { requestId } = one
        await decideCase(act, { requestId, answers: way, reasons: '含个人账号' }, vault.key)
        return draftLetter(act, { requestId, kind: 'reply:partial', fields: written }, vault.key)
      },
      now,
    )
  if (served) {
    const { keeper, requestId, organizationCode } = served
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
    const { letterId } = await draft(served, keeper)
    const step = (version: number) => ({ letterId, version })
    const signer = people.holder('signer', organizationCode)
    await house.perform(keeper, (act) => sendLetterUp(act, step(2), vault.key), now)
    await house.perform(
      people.holder('leader', organizationCode),
      (act) => reviewLetter(act, step(3)),
      now,
    )
    await house.perform(signer, (act) => signLetter(act, step(4)), now)
    await house.perform(keeper, (act) => issueLetter(act, step(5), vault), now)
    const online = { letterId, way: 'online' as const, postedOn: dateAt(now) }
    await house.perform(keeper, (act) => serveLetter(act, online, vault.key), now)
  }
  if (waiting) {
    const { keeper, requestId } = waiting
    const { letterId } = await draft(waiting, keeper)
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
