import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { fingerprint } from '#platform/sealing'

/** Holds the secret of the draft, and ties the forms drawn here to this browser. */
export const askerCookie = 'gongkai_asker'
/** Holds, sealed, which request was opened by its number and check code. */
export const progressCookie = 'gongkai_progress'

const secretForm = /^[\w-]{43}$/
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const cookieOptions = (request: FastifyRequest) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: request.protocol === 'https' }) as const

/** The browser's secret; one that has none gets one. */
export const askerOf = (request: FastifyRequest, reply: FastifyReply): string => {
  const known = request.cookies[askerCookie] ?? ''
  if (secretForm.test(known)) return known
  const secret = newSecret()
  void reply.setCookie(askerCookie, secret, cookieOptions(request))
  return secret
}

export const isSecret = (text: string): boolean => secretForm.test(text)

const hourMs = 3_600_000
const mark = (asker: string, issued: string, key: Buffer): string =>
  fingerprint(`form:${asker}:${issued}`, key)

/** Proves that a form was drawn by us for this browser, and when. */
export const formToken = (asker: string, key: Buffer, at = new Date()): string => {
  const issued = at.getTime().toString(36)
  return `${issued}.${mark(asker, issued, key)}`
}

const same = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** A form of another site has no token of this browser, and says where it comes from. */
export const isOwnForm = (
  request: FastifyRequest,
  token: string,
  hours: number,
  key: Buffer,
  at = new Date(),
): boolean => {
  const { origin } = request.headers
  if (origin !== undefined && origin.replace(/^https?:/, '') !== `//${request.host}`) return false
  const asker = request.cookies[askerCookie] ?? ''
  const [issued = '', signed = ''] = token.split('.')
  const age = at.getTime() - Number.parseInt(issued, 36)
  return (
    secretForm.test(asker) &&
    age >= 0 &&
    age < hours * hourMs &&
    same(signed, mark(asker, issued, key))
  )
}

export interface Sent {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly Buffer[]
  /** A file was larger than allowed, or there were too many parts; the rest was read. */
  readonly tooLarge: boolean
}

// Longer than the longest field may be kept.
const longestField = 64 * 1024
const mostFields = 40

/** Reads what a form sent, bounded; a part that is too large is left out and said so. */
export const readSent = async (
  request: FastifyRequest,
  bounds: { readonly files: number; readonly megabytes: number },
): Promise<Sent> => {
  const fields: Record<string, string> = {}
  const files: Buffer[] = []
  let tooLarge = false
  if (!request.isMultipart()) {
    const body = typeof request.body === 'string' ? request.body : ''
    for (const [name, value] of [...new URLSearchParams(body)].slice(0, mostFields))
      fields[name] = value.slice(0, longestField)
    return { fields, files, tooLarge }
  }
  const limits = {
    fileSize: bounds.megabytes * 1024 * 1024,
    files: bounds.files,
    fields: mostFields,
    fieldSize: longestField,
  }
  // Too large a file is told at its field, not by a fault.
  const options = { limits, throwFileSizeLimit: false }
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value
        continue
      }
      const chunks: Buffer[] = []
      for await (const chunk of part.file as AsyncIterable<Buffer>) chunks.push(chunk)
      if (part.file.truncated) tooLarge = true
      // A browser sends an empty part where no file was chosen.
      else if (chunks.length > 0) files.push(Buffer.concat(chunks))
    }
  } catch (error) {
    if (!/^FST_(PARTS|FILES|FIELDS)_LIMIT$/.test((error as { code?: string }).code ?? ''))
      throw error
    tooLarge = true
  }
  return { fields, files, tooLarge }
}
