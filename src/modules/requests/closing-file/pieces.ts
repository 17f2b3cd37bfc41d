import { sql } from 'kysely'
import { dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'

import type { Say } from '#platform/words'
import { wordsOf } from '../asking/requester-acts.ts'
import type { Piece } from '../contract/closing-file.ts'
import type { Vault } from '../letters/commands.ts'
import { codeOfReply, letterRule } from '../letters/kinds.ts'
import { openSealedFile } from '../letters/office.ts'
import { type Letter, lettersOf } from '../letters/store.ts'
import { partyWords } from '../opinions/commands.ts'
import { openPartyParticulars, partiesOf } from '../opinions/party.ts'
import { originalSeal, redactionsOf, releasedSeal } from '../redaction/redact.ts'
import type { Request } from '../request.ts'
import { openAsked, openParticulars } from '../requester.ts'
import { openFile, openSearch } from '../sealed-records.ts'
import { proofSeal } from '../service/proof-file.ts'
import { type Service, servicesOf } from '../service/serve.ts'
import { enclosuresOf } from '../store/enclosures.ts'
import { assignmentsOf, checksOf, coUnitsOf, searchesOf } from '../store/handling.ts'
import { outsideAnswerOf } from '../store/outside.ts'
import { eventsOf, sealedOf } from '../store/requests.ts'
import { suppliedOf } from '../supplying/store.ts'
import { suppliedSeal } from '../supplying/supply.ts'

/** A file of a piece, read only when the archive takes it. */
interface PieceFile {
  readonly name: string
  readonly read: (vault: Vault) => Promise<Buffer>
}

/** A piece of a case's file, with what lies behind it. */
export interface FullPiece extends Omit<Piece, 'files'> {
  readonly files: readonly PieceFile[]
}

const ending = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
const text = (name: string, words: string): PieceFile => ({
  name,
  read: async () => Buffer.from(words),
})

const letterFiles = ({ id, pdfSha256, docxSha256 }: Letter, title: string): PieceFile[] =>
  Object.entries({ pdf: pdfSha256, docx: docxSha256 }).flatMap(([form, sha256]) =>
    sha256
      ? [
          {
            name: `${title}.${form}`,
            read: (vault) => openSealedFile(sha256, `letter/${id}`, vault),
          },
        ]
      : [],
  )

const servedHow = (service: Service | undefined, say: Say): string =>
  service
    ? [say(`letters.delivery.${service.way}`), service.metOn, service.waybill ?? '']
        .filter(Boolean)
        .join(' ')
    : ''

// What the requester did; everything else on record the office did, or took in.
const ofRequester: readonly string[] = [
  'submitted',
  'correctionReceived',
  'excessiveReasonReceived',
  'feePaid',
  'withdrawn',
]

/** Scans that prove a service. */
const proofsOf = async (db: Db, requestId: number) => {
  const { rows } = await sql<{ letterId: number; sha256: string; name: string }>`
    select letter_id as "letterId", proof_sha256 as sha256, coalesce(proof_name, '') as name
    from requests.service
    where request_id = ${requestId} and proof_sha256 is not null order by id`.execute(db)
  return rows
}

/** What somebody wrote when they asked, as one sheet for the file. */
const requestSheet = async (
  db: Db,
  { id, requesterId }: Request,
  say: Say,
  key: Buffer,
): Promise<PieceFile[]> => {
  const { asked, requester } = await sealedOf(db, id)
  if (asked === null || requester === null) return []
  const of = { ...openParticulars(requester, requesterId, key), ...openAsked(asked, id, key) }
  const chosen: Readonly<Record<string, string>> = {
    kind: `letters.requesterKind.${of.kind}`,
    identityType: `letters.identity.${of.identityType}`,
    supply: `letters.supply.${of.supply}`,
    delivery: `letters.delivery.${of.delivery}`,
  }
  const lines = Object.entries(of)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => {
      const known = chosen[name]
      return `${say(`portal.ask.field.${name}`)}：${known ? say(known) : value}`
    })
  return [text(`${say('closing.piece.request')}.txt`, `${lines.join('\n')}\n`)]
}

/**
 * Every piece of a case's file in its order. Whoever does not handle the case sees that a piece exists,
 * and neither names nor files.
 */
export const piecesOf = async (
  db: Db,
  request: Request,
  opens: boolean,
  say: Say,
  key: Buffer,
): Promise<FullPiece[]> => {
  const { id } = request
  const office = request.organizationName
  const [events, checks, hands, coUnits, searches, enclosures, letters, services, parties, files] =
    await Promise.all([
      eventsOf(db, id),
      checksOf(db, id),
      assignmentsOf(db, id),
      coUnitsOf(db, id),
      searchesOf(db, id),
      enclosuresOf(db, id),
      lettersOf(db, id),
      servicesOf(db, id),
      partiesOf(db, id),
      redactionsOf(db, id),
    ])
  const [outside, proofs, supplied] = await Promise.all([
    outsideAnswerOf(db, id),
    proofsOf(db, id),
    suppliedOf(db, id),
  ])
  const added = opens ? await wordsOf(db, id, key) : []
  const corrections = added.filter(({ kind }) => kind === 'correction')
  const serviceOf = (letterId: number) => services.find((one) => one.letterId === letterId)
  const piece = (what: string, on: string, more: Partial<FullPiece> = {}): FullPiece => {
    const made = { what, on, title: '', by: office, note: '', files: [], ...more }
    return opens ? made : { ...made, files: [] }
  }
  const issued = letters.filter(({ state }) => state === 'issued')
  const titleOf = ({ kind, number }: Letter) =>
    [letterRule(kind).title, number].filter(Boolean).join(' ')
  const made: FullPiece[] = [
    piece('closing.piece.request', request.submittedOn, {
      by: say('closing.requester'),
      title: request.number,
      files: opens ? await requestSheet(db, request, say, key) : [],
    }),
    ...corrections.map(({ at, text: words }) =>
      piece('closing.piece.correction', dateAt(at), {
        by: say('closing.requester'),
        files: [text(`${say('closing.piece.correction')}.txt`, `${words}\n`)],
      }),
    ),
    ...events.map(({ type, on, note }) =>
      piece(`request.event.${type}`, on, {
        note,
        by: ofRequester.includes(type) ? say('closing.requester') : office,
      }),
    ),
    ...checks.map(({ at, missing }) =>
      piece('office.case.check', dateAt(at), { note: opens ? missing : '' }),
    ),
    ...hands.map(({ at, unitName, handler }) =>
      piece('office.assign', dateAt(at), { note: [unitName, handler].filter(Boolean).join(' ') }),
    ),
    ...coUnits.map(({ answeredAt, askedAt, unitName, opinion }) =>
      piece('office.case.joint', dateAt(answeredAt ?? askedAt), {
        by: unitName,
        files: opinion ? [text(`${unitName}.txt`, `${opinion}\n`)] : [],
      }),
    ),
    ...searches.map(({ outcome, searchedOn, sealed }) =>
      piece('office.case.searches', searchedOn, {
        note: say(`request.search.${outcome}`),
        files:
          opens && sealed
            ? [
                text(
                  `${say('office.case.searches')}.txt`,
                  `${Object.values(openSearch(sealed, id, key)).join('\n')}\n`,
                ),
              ]
            : [],
      }),
    ),
    ...enclosures.map((one) =>
      piece(`office.file.${one.purpose}`, dateAt(one.addedAt), {
        by: say('closing.requester'),
        files: [
          {
            name: `${say(`office.file.${one.purpose}`)}${ending(one.name)}`,
            read: async ({ files: store }) => {
              const chunks: Buffer[] = []
              for await (const chunk of store.read(one.sha256)) chunks.push(chunk as Buffer)
              return openFile(Buffer.concat(chunks), id, key)
            },
          },
        ],
      }),
    ),
    ...issued.flatMap((letter) => {
      const service = serviceOf(letter.id)
      const title = titleOf(letter)
      const what = codeOfReply(letter.kind) ? 'closing.piece.reply' : 'office.file.letter'
      const paper = piece(what, letter.issuedOn ?? '', {
        title,
        note: servedHow(service, say),
        files: letterFiles(letter, title),
      })
      const proof = proofs.find((one) => one.letterId === letter.id)
      if (!service || !proof) return [paper]
      const proved = piece('office.file.proof', service.metOn, {
        title,
        files: [
          {
            name: `${say('office.file.proof')} ${title}${ending(proof.name)}`,
            read: (vault) => openSealedFile(proof.sha256, proofSeal(letter.id), vault),
          },
        ],
      })
      return [paper, proved]
    }),
    ...parties
      .filter(({ opinionOn }) => opinionOn !== null)
      .map((party) => {
        const { reasons, ruling } = opens ? partyWords(party, key) : { reasons: '', ruling: '' }
        const name = opens && party.sealed ? openPartyParticulars(party, key).name : ''
        const said = say(`office.answer.opinion.${party.opinion}`)
        return piece('closing.piece.opinion', party.opinionOn ?? '', {
          by: name || say(`office.answer.role.${party.role}`),
          note: said,
          files: [
            text(
              `${say('closing.piece.opinion')}.txt`,
              `${[name, said, reasons, ruling].filter(Boolean).join('\n')}\n`,
            ),
          ],
        })
      }),
    ...files
      .filter(({ releasedSha256 }) => releasedSha256 !== null)
      .map((one) =>
        piece('closing.piece.released', request.answeredOn ?? request.submittedOn, {
          title: opens ? one.name : '',
          files: [
            {
              name: `${say('closing.released')} ${one.name}`,
              read: (vault) =>
                openSealedFile(one.releasedSha256 ?? '', releasedSeal(one.id), vault),
            },
            {
              name: `${say('closing.original')} ${one.name}`,
              read: (vault) => openSealedFile(one.originalSha256, originalSeal(one.id), vault),
            },
          ],
        }),
      ),
    ...supplied.map((one) =>
      piece('closing.piece.supplied', request.answeredOn ?? request.submittedOn, {
        title: opens ? one.name : '',
        files: [
          {
            name: one.name,
            read: (vault) => openSealedFile(one.sealedSha256, suppliedSeal(one.id), vault),
          },
        ],
      }),
    ),
    ...(outside
      ? [
          piece('office.outside', outside.repliedOn, {
            title: outside.number,
            note: `${say(`requests.result.${outside.code}`)} ${outside.source}`,
          }),
        ]
      : []),
  ]
  return made.toSorted((one, other) => one.on.localeCompare(other.on))
}
