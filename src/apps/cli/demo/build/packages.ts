import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { zipSync } from 'fflate'
import { receivePackage, registerSender, revokeSender } from '#interchange'
import { theSystem } from '#platform/act'
import { addDays, dateAt } from '#platform/civil-date'
import type { House } from '../../../house.ts'
import type { People } from './people.ts'
import { hourMs } from './reviewing.ts'

interface Sent {
  readonly id: string
  readonly sender: string
  readonly key: KeyObject
  readonly organization: string
  readonly at: Date
  readonly reference: string
  readonly title: string
  readonly documentNumber: string
  readonly text: string
  /** What lies in the package in place of the text that was signed. */
  readonly instead?: string
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** As the office system packs it: manifest, its signature, the text. */
const packed = (sent: Sent): Uint8Array => {
  const text = bytesOf(sent.text)
  const manifest = bytesOf(
    JSON.stringify({
      format: 'gongkai-intake/1',
      ...{ id: sent.id, sender: sent.sender, organization: sent.organization },
      createdAt: sent.at.toISOString(),
      documents: [
        {
          ...{ reference: sent.reference, title: sent.title, kind: '通知' },
          ...{ documentNumber: sent.documentNumber, writtenOn: dateAt(sent.at) },
          ...{ attribute: 'proactive', text: 'text.html', attachments: [] },
        },
      ],
      files: [
        {
          path: 'text.html',
          size: text.length,
          sha256: createHash('sha256').update(text).digest('hex'),
        },
      ],
    }),
  )
  return zipSync({
    'manifest.json': manifest,
    'manifest.sig': bytesOf(sign(null, manifest, sent.key).toString('base64')),
    'text.html': sent.instead === undefined ? text : bytesOf(sent.instead),
  })
}

/** What came from the office network: taken in, damaged on the way, signed with a key handed back. */
export const receivePackages = async (house: House, people: People, now: Date): Promise<void> => {
  const office = people.holder('disclosureOffice', 'office')
  const organizationId = people.organization('gov').id
  const register = async (id: string, name: string, at: Date): Promise<KeyObject> => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string
    await house.perform(
      office,
      (act) => registerSender(act, { id, name, publicKey: pem, organizationId }),
      at,
    )
    return privateKey
  }
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * hourMs)
  const former = await register('oa-2025', '县协同办公系统（2025年密钥）', daysAgo(400))
  const current = await register('oa-2026', '县协同办公系统', daysAgo(40))
  await house.perform(office, (act) => revokeSender(act, { sender: 'oa-2025' }), daysAgo(39))
  const year = dateAt(now).slice(0, 4)
  const common = { sender: 'oa-2026', key: current }
  const all: readonly Sent[] = [
    {
      ...common,
      ...{ id: `OA-${year}-001107`, organization: 'minzheng', at: daysAgo(3) },
      ...{ reference: 'OA-1107', documentNumber: `青民发〔${year}〕41号` },
      title: '关于做好今冬明春困难群众走访工作的通知',
      text: `<p>各乡镇（街道）：</p><p>请于${addDays(dateAt(now), 20)}前完成辖区内低保、特困、散居孤儿家庭的走访，并将走访情况报县民政局。</p>`,
    },
    {
      ...common,
      ...{ id: `OA-${year}-001121`, organization: 'jiaoyu', at: daysAgo(1) },
      ...{ reference: 'OA-1121', documentNumber: `青教发〔${year}〕36号` },
      title: '关于寒假前学校安全检查安排的通知',
      text: '<p>各学校：</p><p>请按检查表逐项自查，县教育局将分组抽查。</p>',
      instead: '<p>各学校：</p><p>请按检查表逐项自查，不再抽查。</p>',
    },
    {
      ...common,
      ...{ id: `OA-${year}-001122`, organization: 'jiaoyu', at: daysAgo(1) },
      ...{ sender: 'oa-2025', key: former, reference: 'OA-1122', documentNumber: '' },
      title: '关于教师寒假培训报名的通知',
      text: '<p>请于本月底前报名。</p>',
    },
  ]
  for (const sent of all)
    await receivePackage(
      { ...house, perform: (by, work) => house.perform(by, work, sent.at) },
      theSystem,
      { bytes: packed(sent), fileName: `${sent.id}.zip`, way: 'folder' },
    )
}
