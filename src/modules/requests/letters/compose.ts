import { sql } from 'kysely'
import { type Organization, organizationById, organizationTree } from '#organizations'
import type { CivilDate } from '#platform/civil-date'
import type { Tx } from '#platform/database'
import { speaker } from '#platform/words'
import { clockLawOn, feePayment } from '../clock/law.ts'
import { authoritiesOf, remedyOf, remedyText } from '../decision/remedies.ts'
import { type ResultCode, resultRule } from '../decision/result-codes.ts'
import { openPartyParticulars, partyRow } from '../opinions/party.ts'
import { keptOf, type Request } from '../request.ts'
import { openAsked, openParticulars } from '../requester.ts'
import { eventsOf, sealedOf } from '../store/requests.ts'
import { enclosedWith, listOfEnclosures } from '../supplying/gate.ts'
import { codeOfReply, enclosuresField, type LetterKind, letterRule } from './kinds.ts'
import { refuse } from './refusals.ts'
import { decisionOf, type Letter, letterheadOf } from './store.ts'

export type Fields = Readonly<Record<string, string>>

// Letters are Chinese by law, whatever the language of the desk.
const say = speaker('zh-CN')

/** 2026年3月2日, as official letters write a day. */
export const dayInWords = (on: CivilDate | null): string => {
  if (!on) return ''
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const workingDays = (days: number | undefined): string => (days ? `${days}个工作日` : '')

/** Who reconsiders, by name: what the letterhead says, else what the tree of organizations tells. */
const authorityNames = async (
  tx: Tx,
  organ: Organization,
  said: string,
  on: CivilDate,
): Promise<string[]> => {
  if (said !== '') return [said]
  const tree = await organizationTree(tx)
  const above = tree.ancestorsOf(organ.id).slice(0, -1)
  const government = above.findLast(({ kind }) => kind === 'government')
  const names = authoritiesOf(organ.kind, on).flatMap((one) =>
    one !== 'superiorDepartment' && government ? [government.name] : [],
  )
  if (names.length === 0) throw refuse('noAuthority', { organ: organ.name })
  return names
}

const online = ['online', 'email']

/** The remedy clause of a reply by the law of its day; what it needs and nobody entered is refused. */
export const remedyClause = async (
  tx: Tx,
  request: Request,
  code: ResultCode,
  on: CivilDate,
): Promise<string> => {
  const remedy = remedyOf(code, on, online.includes(request.delivery))
  if (!remedy || remedy.order === 'none') return ''
  const [organ, head] = await Promise.all([
    organizationById(tx, request.organizationId),
    letterheadOf(tx, request.organizationId),
  ])
  if (remedy.needsOnlineChannel && !head?.onlineChannel)
    throw refuse('noOnlineChannel', { article: remedy.articles.at(-1) ?? '' })
  return remedyText(
    remedy,
    {
      authorities: await authorityNames(tx, organ, head?.authority ?? '', on),
      court: head?.court || '有管辖权的人民法院',
      channel: head?.onlineChannel ?? '',
    },
    code === 'partial' ? '不予公开的部分' : '本答复',
  )
}

/** What the case knows of itself, for any letter. */
const fieldsOfCase = async (
  tx: Tx,
  request: Request,
  key: Buffer,
  handler: string,
): Promise<Fields> => {
  const [sealed, organ] = await Promise.all([
    sealedOf(tx, request.id),
    organizationById(tx, request.organizationId),
  ])
  if (sealed.requester === null || sealed.asked === null) throw refuse('particularsGone')
  const requester = openParticulars(sealed.requester, request.requesterId, key)
  const asked = openAsked(sealed.asked, request.id, key)
  return {
    机关: organ.name,
    机关地址: organ.address,
    机关电话: organ.telephone,
    申请编号: request.number,
    申请日期: dayInWords(request.submittedOn),
    收到日期: dayInWords(request.receivedOn),
    已收到: request.receivedOn ? '是' : '',
    收到途径: say(`letters.door.${request.door}`),
    申请人: requester.name,
    申请人类别: say(`letters.requesterKind.${requester.kind}`),
    证件类型: say(`letters.identity.${requester.identityType}`),
    证件号码: requester.identityNumber,
    联系电话: requester.telephone,
    电子邮箱: requester.email,
    通信地址: requester.address,
    邮政编码: requester.postcode,
    申请内容: asked.wanted.replace(/[。．.\s]+$/, ''),
    用途: asked.purpose,
    提供形式: say(`letters.supply.${asked.supply}`),
    获取方式: say(`letters.delivery.${asked.delivery}`),
    答复期限: dayInWords(request.extendedDueOn ?? request.replyDueOn),
    经办人: handler,
  }
}

/** The day due as it will be once an extension is recorded. */
const extendedFields = async (tx: Tx, request: Request, on: CivilDate): Promise<Fields> => {
  const events = await eventsOf(tx, request.id)
  const { kept } = keptOf(request.channel, [...events, { type: 'extended', on }], on)
  return { 原答复期限: dayInWords(request.replyDueOn), 延长后期限: dayInWords(kept.extendedDueOn) }
}

const staffName = async (tx: Tx, id: number | null): Promise<string> => {
  if (id === null) return ''
  const { rows } = await sql<{
    name: string
  }>`select name from accounts.staff where id = ${id}`.execute(tx)
  return rows[0]?.name ?? ''
}

const reviewFields = async (tx: Tx, request: Request, on: CivilDate): Promise<Fields> => {
  const { rows } = await sql<Letter>`
    select reviewed_by as "reviewedBy", reviewed_at::date::text as "reviewedOn",
      signed_by as "signedBy", signed_at::date::text as "signedOn" from requests.letter
    where request_id = ${request.id} and kind like 'reply:%' and state <> 'dropped'
    order by id desc limit 1`.execute(tx)
  const reply = rows[0] as unknown as
    | { reviewedBy: number; reviewedOn: string; signedBy: number; signedOn: string }
    | undefined
  const decision = await decisionOf(tx, request.id)
  const code = decision?.code as ResultCode | undefined
  return {
    答复类型: code ? say(`requests.result.${code}`) : '',
    答复依据: code ? (resultRule(code, request.answeredOn ?? on)?.article ?? '') : '',
    审核人: await staffName(tx, reply?.reviewedBy ?? null),
    审核日期: dayInWords(reply?.reviewedOn ?? null),
    签发人: await staffName(tx, reply?.signedBy ?? null),
    签发日期: dayInWords(reply?.signedOn ?? null),
  }
}

/** How the last letter of the case was served, for the proof that goes into its file. */
const serviceFields = async (tx: Tx, request: Request): Promise<Fields> => {
  const { rows } = await sql<{
    kind: LetterKind
    number: string | null
    way: string
    metOn: CivilDate
    signedOn: CivilDate | null
    waybill: string | null
    article: string
  }>`select l.kind, l.number, s.way, s.met_on as "metOn", s.signed_on as "signedOn", s.waybill, s.article
    from requests.service s join requests.letter l on l.id = s.letter_id
    where s.request_id = ${request.id} order by s.id desc limit 1`.execute(tx)
  const [served] = rows
  if (!served) throw refuse('serviceNotIssued')
  const count = codeOfReply(served.kind) ? (await enclosedWith(tx, request.id)).length : 0
  return {
    送达文书: `${letterRule(served.kind).title}${count > 0 ? `（附件${count}件）` : ''}`,
    送达文号: served.number ?? '',
    送达方式: say(`letters.delivery.${served.way}`),
    送达日期: dayInWords(served.metOn),
    邮件号: served.waybill ?? '',
    签收日期: dayInWords(served.signedOn),
    送达依据: served.article,
  }
}

const ownFields = async (
  tx: Tx,
  request: Request,
  letter: Pick<Letter, 'kind' | 'partyId'>,
  on: CivilDate,
  key: Buffer,
): Promise<Fields> => {
  const law = clockLawOn(request.receivedOn ?? on)
  const code = codeOfReply(letter.kind)
  if (code)
    return {
      救济: await remedyClause(tx, request, code, on),
      答复依据: resultRule(code, on)?.article ?? '',
      [enclosuresField]: listOfEnclosures(await enclosedWith(tx, request.id)),
    }
  if (letter.kind === 'correctionNotice') return { 补正期限: workingDays(law?.correction.days) }
  if (letter.kind === 'extension') return extendedFields(tx, request, on)
  if (letter.kind === 'feeNotice') return { 缴费期限: `${feePayment.days}日` }
  if (letter.kind === 'reviewSheet') return reviewFields(tx, request, on)
  if (letter.kind === 'serviceProof') return serviceFields(tx, request)
  if (letter.partyId === null) return {}
  const party = await partyRow(tx, letter.partyId)
  const limit = party.role === 'thirdParty' ? law?.thirdParty : law?.coMaker
  return {
    第三方: openPartyParticulars(party, key).name,
    征求意见期限: workingDays(limit?.days),
    // A decision to disclose against an objection is one that the third party may attack.
    ...(letter.kind === 'thirdPartyNotice' && {
      救济: (await remedyClause(tx, request, 'granted/provided', on)).replaceAll(
        '本答复',
        '本决定',
      ),
    }),
  }
}

/** Every field of a letter: the case's own, the letter's own, and what the drafter wrote. */
export const composed = async (
  tx: Tx,
  request: Request,
  letter: Pick<Letter, 'kind' | 'partyId'>,
  with_: {
    readonly written: Fields
    readonly on: CivilDate
    readonly number: string
    readonly handler: string
    readonly key: Buffer
  },
): Promise<Fields> => ({
  ...(await fieldsOfCase(tx, request, with_.key, with_.handler)),
  ...(await ownFields(tx, request, letter, with_.on, with_.key)),
  ...with_.written,
  文号: with_.number,
  日期: dayInWords(with_.on),
})
