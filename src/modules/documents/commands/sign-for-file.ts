import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { signForFile as contract } from '../contract/file-scans.ts'
import { factAbout, isWorking } from '../edition.ts'
import { fileSigned } from '../facts.ts'
import { findEdition } from '../finding.ts'
import { maySignFor, wrote } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { attachmentById } from '../store/attachments.ts'
import { addSignature, examinedFiles } from '../store/file-scans.ts'

export type SignForFile = z.output<typeof contract.input>

/**
 * Answers with one's name for a file that the program could not read, or for what it found. A mark of
 * secrecy takes another pair of eyes: 保守国家秘密法 art. 19 leaves lifting it to those who set it, so the
 * drafter alone never says that it is gone.
 */
export async function signForFile(act: Act, input: SignForFile): Promise<{ signed: boolean }> {
  const attachment = await attachmentById(act.tx, input.id)
  if (!attachment) throw refuse('notFound')
  const edition = await findEdition(act, { id: attachment.editionId }, maySignFor)
  if (!isWorking(edition)) throw refuse('readOnly', { state: edition.state })
  const files = await examinedFiles(act.tx, { id: edition.id, documentId: edition.document.id })
  const scan = files.find((file) => file.attachment.id === attachment.id)?.scan
  if (!scan || (scan.scanned && scan.standing === 0) || act.by.id === null)
    throw refuse('nothingToSettle')
  if (scan.secret && wrote(act.by, edition)) throw refuse('secretNeedsAnother')

  const { sha256, name } = attachment
  const { reason } = input
  await addSignature(act.tx, {
    documentId: edition.document.id,
    sha256,
    staffId: act.by.id,
    reason,
    at: act.at,
  })
  await act.announce(fileSigned, { ...factAbout(edition), name, sha256, reason })
  return { signed: true }
}
