import { Readable } from 'node:stream'
import {
  attachFile,
  createDraft,
  createFromWord,
  receiveFile,
  receiveWord,
  saveDraft,
} from '#documents'
import type { EditionFields } from '#documents/contract'
import type { Organization } from '#organizations'
import { organizationByCode } from '#organizations'
import type { Act, Actor, Perform } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import type { Db } from '#platform/database'
import { Refusal } from '#platform/refusal'
import type { Receipt } from './contract.ts'
import { packageAccepted, packageRefused } from './facts.ts'
import type { PackageDocument } from './manifest.ts'
import { mustBeWhole, type OpenedPackage, openPackage, sha256Of, zipOf } from './opened.ts'
import { receiptOf } from './receipt.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

/** What taking in a package needs of the house. */
export interface Intake {
  readonly db: Db
  readonly files: BlobStore
  readonly perform: Perform
}

export interface Delivery {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly way: 'api' | 'folder' | 'command'
  /** Code of the unit for documents that name none. */
  readonly organization?: string | undefined
}

type Received = Awaited<ReturnType<typeof receiveFile>>

/** A document read out of its package, files in the store, not yet a draft. */
interface Prepared {
  readonly reference: string
  readonly organizationId: number
  readonly fields: Partial<EditionFields> & { readonly title: string }
  readonly word: Awaited<ReturnType<typeof receiveWord>> | null
  readonly attachments: readonly Received[]
}

/**
 * Takes in a package of the office network. Everything is read and checked before anything is kept, and
 * all its drafts appear in one transaction; whatever happens the answer is a receipt. The same package
 * again gets the same receipt.
 */
export async function receivePackage(
  house: Intake,
  by: Actor,
  delivery: Delivery,
): Promise<Receipt> {
  let opened: OpenedPackage | null = null
  let sender: store.SenderRow | null = null
  try {
    opened = openPackage(delivery.bytes)
    const known = await answerKnown(house.db, opened)
    if (known) return known
    sender = await store.senderById(house.db, opened.manifest.sender)
    mustBeWhole(opened, sender)
    const prepared = await prepare(house, opened, sender, delivery.organization)
    const whole = { opened, sender, prepared, delivery }
    return await house.perform(by, (act) => accept(act, whole))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // A package that was taken in keeps its receipt; another one under its id is told so and not kept.
    const isOther = error.code === 'interchange.idReused'
    const packageId = opened && !isOther ? opened.manifest.id : `sha256:${sha256Of(delivery.bytes)}`
    return house.perform(by, (act) => keepRefusal(act, { packageId, sender, delivery, error }))
  }
}

async function answerKnown(db: Db, { manifest, sha256 }: OpenedPackage): Promise<Receipt | null> {
  const known = await store.packageByName(db, manifest.id)
  if (!known?.accepted) return null
  if (known.sha256 !== sha256) throw refuse('idReused', { id: manifest.id })
  return receiptOf(known)
}

async function prepare(
  house: Intake,
  { manifest, zip }: OpenedPackage,
  sender: store.SenderRow | null,
  fallback: string | undefined,
): Promise<Prepared[]> {
  const units = new Map<string, Organization>()
  const prepared: Prepared[] = []
  for (const document of manifest.documents) {
    const code = document.organization ?? fallback ?? manifest.organization ?? ''
    const unit = units.get(code) ?? (await unitOf(house.db, code))
    units.set(code, unit)
    if (!sender || !unit.path.startsWith(sender.path)) throw refuse('organizationOutside', { code })
    prepared.push(await prepareOne(house.files, zip, document, unit.id))
  }
  return prepared
}

/** One document at a time: their files may be large. */
async function prepareOne(
  files: BlobStore,
  zip: OpenedPackage['zip'],
  document: PackageDocument,
  organizationId: number,
): Promise<Prepared> {
  const streamed = (path: string, name: string) => ({
    name,
    stream: Readable.from([zipOf(() => zip.part(path))]),
  })
  const isWord = /\.docx$/i.test(document.text)
  const attachments: Received[] = []
  for (const { path, name } of document.attachments)
    attachments.push(await receiveFile(files, streamed(path, name)))
  return {
    reference: document.reference,
    organizationId,
    fields: {
      ...fieldsOf(document),
      ...(isWord
        ? {}
        : {
            html: htmlOf(
              document.text,
              zipOf(() => zip.text(document.text)),
            ),
          }),
    },
    word: isWord ? await receiveWord(files, streamed(document.text, document.text)) : null,
    attachments,
  }
}

async function unitOf(db: Db, code: string): Promise<Organization> {
  try {
    return await organizationByCode(db, code)
  } catch (error) {
    if (error instanceof Refusal) throw refuse('organizationOutside', { code })
    throw error
  }
}

const fieldsOf = (document: PackageDocument): Partial<EditionFields> & { title: string } => ({
  title: document.title,
  documentNumber: document.documentNumber,
  kind: document.kind,
  ...(document.issuingOrgan !== '' && { issuingOrgan: document.issuingOrgan }),
  summary: document.summary,
  subjectClass: document.subjectClass,
  keywords: document.keywords,
  writtenOn: document.writtenOn,
  formedOn: document.formedOn ?? document.writtenOn,
  attribute: document.attribute,
  attributeGround: document.attributeGround,
  attributeReason: document.attributeReason,
  matterCodes: document.matterCodes,
  columnKeys: document.columnKeys,
})

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** HTML is cleaned by documents as every text is; plain text becomes paragraphs. */
function htmlOf(path: string, text: string): string {
  if (text.includes('\ufffd')) throw refuse('textUnreadable', { file: path })
  if (/\.html?$/i.test(path)) return text
  if (!/\.txt$/i.test(path)) throw refuse('textUnreadable', { file: path })
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.map((line) => `<p>${escaped(line)}</p>`).join('')
}

interface Whole {
  readonly opened: OpenedPackage
  readonly sender: store.SenderRow | null
  readonly prepared: readonly Prepared[]
  readonly delivery: Delivery
}

async function accept(act: Act, { opened, sender, prepared, delivery }: Whole): Promise<Receipt> {
  const { manifest, sha256 } = opened
  await store.lockPackage(act.tx, manifest.id)
  const known = await answerKnown(act.tx, opened)
  if (known) return known
  const organizationId = prepared[0]?.organizationId ?? null
  const id = await store.keepPackage(act.tx, {
    packageId: manifest.id,
    sha256,
    fileName: delivery.fileName,
    way: delivery.way,
    senderId: sender?.id ?? null,
    organizationId,
    at: act.at,
    by: act.by.id,
    accepted: true,
    refusal: null,
    params: {},
  })
  const documentIds: number[] = []
  for (const one of prepared) {
    const documentId = await draftOf(act, one)
    documentIds.push(documentId)
    const { reference, fields } = one
    await store.keepDocument(act.tx, id, { reference, documentId, title: fields.title })
  }
  const subject = `package/${id}`
  await act.announce(packageAccepted, {
    subject,
    organizationId,
    packageId: manifest.id,
    documentIds,
  })
  return receiptFor(act, manifest.id)
}

/** A draft in its unit, with everything that a clerk would have typed. It is published by nobody here. */
async function draftOf(act: Act, one: Prepared): Promise<number> {
  const { organizationId, fields, word } = one
  const draft = word
    ? await createFromWord(act, { organizationId, word })
    : await createDraft(act, { organizationId, fields })
  if (word) await saveDraft(act, { id: draft.editionId, version: draft.version, fields })
  for (const file of one.attachments)
    await attachFile(act, { editionId: draft.editionId, file, inline: false })
  return draft.documentId
}

async function keepRefusal(
  act: Act,
  refused: {
    readonly packageId: string
    readonly sender: store.SenderRow | null
    readonly delivery: Delivery
    readonly error: Refusal
  },
): Promise<Receipt> {
  const { packageId, sender, delivery, error } = refused
  await store.lockPackage(act.tx, packageId)
  const organizationId = sender?.organizationId ?? null
  const id = await store.keepPackage(act.tx, {
    packageId,
    sha256: sha256Of(delivery.bytes),
    fileName: delivery.fileName,
    way: delivery.way,
    senderId: sender?.id ?? null,
    organizationId,
    at: act.at,
    by: act.by.id,
    accepted: false,
    refusal: error.code,
    params: error.params,
  })
  const subject = `package/${id}`
  await act.announce(packageRefused, { subject, organizationId, packageId, code: error.code })
  return receiptFor(act, packageId)
}

async function receiptFor(act: Act, packageId: string): Promise<Receipt> {
  const row = await store.packageByName(act.tx, packageId)
  if (!row) throw refuse('notFound')
  return receiptOf(row)
}
