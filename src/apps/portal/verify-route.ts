import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '#platform/database'
import { Refusal, refusals } from '#platform/refusal'
import { sayRefusal, speaker } from '#platform/words'
import { checkHeld, type Held, heldOf, largestPage } from '#seals'
import { addresses, type ReadersView, readView } from './addresses.ts'
import type { Chrome } from './chrome.ts'
import { renderVerify, type VerifyView } from './pages/verify.tsx'

const refuse = refusals('seals', { fileMissing: 'invalid', tooLarge: 'invalid' })

// A pasted text of this length is longer than any document's.
const longestText = 2_000_000

/** What was sent: the file's hash as it streams by, its bytes only while it may be a page. */
const readForm = async (request: FastifyRequest): Promise<{ file: Held | null; text: string }> => {
  let file: Held | null = null
  let text = ''
  if (!request.isMultipart()) return { file, text }
  for await (const part of request.parts({ limits: { fieldSize: longestText } })) {
    if (part.type === 'field') {
      if (part.fieldname === 'text' && typeof part.value === 'string') text = part.value
      continue
    }
    const hash = createHash('sha256')
    let [bytes, kept]: [number, Buffer[] | null] = [0, []]
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      if (bytes > largestPage) kept = null
      kept?.push(chunk)
    }
    if (part.file.truncated) throw refuse('tooLarge')
    // A browser sends an empty part where no file was chosen.
    if (bytes > 0) file = { sha256: hash.digest('hex'), bytes: kept && Buffer.concat(kept) }
  }
  return { file, text }
}

/**
 * `POST /verify`: reads a file or a text, answers, and keeps nothing. No session stands behind it and
 * nothing is changed, so a form from elsewhere could do no harm.
 */
export const verifyRoute = (
  app: FastifyInstance,
  house: { readonly db: Db },
  headers: Readonly<Record<string, string>>,
  chromeOf: (address: string, view: ReadersView, request: FastifyRequest) => Promise<Chrome>,
): void => {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { view } = readView(request.url.split('?')[0] ?? '/')
    const chrome = await chromeOf(addresses.verify, view, request)
    let shown: VerifyView = { result: null, refused: null, pasted: '' }
    try {
      const { file, text } = await readForm(request)
      shown = { ...shown, pasted: text }
      if (!file && text.trim() === '') throw refuse('fileMissing')
      const held = file ?? heldOf(new TextEncoder().encode(text))
      shown = { ...shown, result: await checkHeld(house.db, held) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      shown = { ...shown, refused: sayRefusal(speaker(view.language), error).message }
    }
    return reply
      .code(shown.refused ? 422 : 200)
      .headers(headers)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(renderVerify(shown, chrome))
  }
  for (const prefix of ['', '/en', '/elder', '/contrast', '/en/elder', '/en/contrast'])
    app.post(`${prefix}${addresses.verify}`, { schema: { hide: true } }, answer)
}
