import type { z } from 'zod'
import { documentToCopy } from '#documents'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { libraryDocument, supplying } from '../contract/supplying.ts'
import type { Letter } from '../letters/store.ts'
import { mayHandle } from '../policy.ts'
import type { Request } from '../request.ts'
import { supplyAccept, supplyBoundsOn } from './bounds.ts'
import { waitsForSignature } from './gate.ts'
import { suppliedOf } from './store.ts'
import { isSupplyOpen, mayLookAt, mustSupply } from './supply.ts'

/** What is supplied with the reply of a case, as this person sees it. */
export const supplyingOf = async (
  db: Db,
  by: Actor,
  request: Request,
  letters: readonly Letter[],
  today: CivilDate,
): Promise<z.input<typeof supplying>> => {
  const isOpen = isSupplyOpen(request, letters)
  const mayLook = mayLookAt(by, request)
  const { megabytes, altogether, most } = supplyBoundsOn(today)
  const files = (await suppliedOf(db, request.id)).map((file) => {
    const { id, name, size, documentId, scan, signature, addedBy } = file
    const waits = waitsForSignature(file)
    return {
      id,
      name: mayLook ? name : '',
      size,
      documentId,
      scan: {
        ...scan,
        findings: mayLook ? [...scan.findings] : [],
        unread: mayLook ? [...scan.unread] : [],
      },
      signature: mayLook ? signature : null,
      waits,
      maySign: mayLook && isOpen && waits && !(scan.secret && addedBy === by.id),
    }
  })
  return {
    mayChange: isOpen && mayHandle(by, request),
    mayLook,
    files,
    accept: supplyAccept(today),
    megabytes,
    altogether,
    most,
  }
}

/** What of a document of the library can be supplied with the reply of a case. */
export const libraryPieces = async (
  db: Db,
  by: Actor,
  asked: { readonly id: number; readonly documentId: number },
): Promise<z.input<typeof libraryDocument.output>> => {
  await mustSupply(db, by, asked.id)
  const { title, files } = await documentToCopy(db, by, asked.documentId)
  return { title, files: files.map(({ id, name, size }) => ({ id, name, size })) }
}
