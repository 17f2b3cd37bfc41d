import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { Refusal, type RefusalKind } from '#platform/refusal'
import { type Language, sayRefusal, speaker } from '#platform/words'

const statusOf: Readonly<Record<RefusalKind, number>> = {
  missing: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  busy: 503,
}

// A refusal that names when to come again: too much was asked, and not the server is busy.
const tooManyRequests = 429

const languageOf = (request: FastifyRequest): Language =>
  String(request.headers['x-language'] ?? '') === 'en' ? 'en' : 'zh-CN'

const asRefusal = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error
  if (error instanceof ZodError)
    return new Refusal('api.badInput', 'invalid', {
      issues: error.issues.map((found) => ({
        field: found.path.join('.'),
        code: 'malformed',
        params: { detail: found.message },
      })),
    })
  const status = (error as Partial<FastifyError>).statusCode
  if (status === 413) return new Refusal('api.tooLarge', 'invalid', {})
  if (status && status >= 400 && status < 500) return new Refusal('api.badRequest', 'invalid', {})
  return null
}

/** A refusal becomes a sentence and a status; anything else a reference number, logged in full. */
export const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const say = speaker(languageOf(request))
  const refusal = asRefusal(error)
  if (refusal) {
    const wait = refusal.params.retryAfterSeconds
    const status =
      refusal.code === 'api.signInFirst'
        ? 401
        : wait === undefined
          ? statusOf[refusal.kind]
          : tooManyRequests
    if (wait !== undefined) void reply.header('retry-after', String(wait))
    void reply.code(status).send({ ...sayRefusal(say, refusal), details: refusal.params.details })
    return
  }
  const reference = randomBytes(4).toString('hex')
  request.log.error({ err: error, reference }, 'fault')
  void reply
    .code(500)
    .send({ code: 'api.fault', message: say('api.fault', { reference }), issues: [], reference })
}
