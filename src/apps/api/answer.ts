import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { actorOf, type SessionInfo } from '#accounts'
import type { Actor, Perform } from '#platform/act'
import type { Db } from '#platform/database'
import { type Endpoint, pathParts } from '#platform/endpoint'
import { refusals } from '#platform/refusal'
import type { House } from '../house.ts'

const refuse = refusals('api', { signInFirst: 'forbidden', wrongToken: 'forbidden' })

export const sessionCookie = 'gongkai_session'

/** What a handler gets: checked input, the signed-in actor, and the house. */
export interface Request<Input> {
  readonly input: Input
  readonly by: Actor
  readonly session: SessionInfo
  readonly db: Db
  readonly perform: Perform
  readonly house: House
  readonly ip: string
  readonly userAgent: string
  readonly reply: {
    setSession(token: string, expiresAt: Date): void
    clearSession(): void
  }
  /** The bare request and reply, for uploads and downloads that stream. */
  readonly raw: { readonly request: FastifyRequest; readonly reply: FastifyReply }
}

/** Opens one endpoint: `answer(contract.saveDraft, ({ input, by, perform }) => …)`. */
export type Answer = <Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  handler: (request: Request<z.output<Input>>) => Promise<z.input<Output>>,
) => void

/** Every endpoint opened so far by method and path, for the house tests (a refused stranger for each). */
export const openedEndpoints = new Map<string, Endpoint>()

const inputOf = (request: FastifyRequest): unknown => ({
  ...(request.query as object),
  ...(request.body && typeof request.body === 'object' ? (request.body as object) : {}),
  ...(request.params as object),
})

const signedIn = async (
  house: House,
  request: FastifyRequest,
): Promise<{ actor: Actor; session: SessionInfo }> => {
  const token = request.cookies[sessionCookie]
  const found = token ? await actorOf(house.db, token, new Date()) : null
  if (!found) throw refuse('signInFirst')
  // A form on a foreign page can send our cookie but cannot know the session's token.
  if (request.method !== 'GET' && request.headers['x-csrf-token'] !== found.session.csrf)
    throw refuse('wrongToken')
  return found
}

const nobody = { actor: null as unknown as Actor, session: null as unknown as SessionInfo }

/** Makes the `answer` of a server. */
export const answerOn =
  (app: FastifyInstance, house: House): Answer =>
  (endpoint, handler) => {
    openedEndpoints.set(`${endpoint.method} ${endpoint.path}`, endpoint)
    const route: RouteOptions = {
      method: endpoint.method,
      url: endpoint.path,
      schema: {
        summary: endpoint.summary,
        tags: [endpoint.path.split('/')[2] ?? ''],
        ...(pathParts(endpoint.path).length > 0 && {
          params: z.object(
            Object.fromEntries(pathParts(endpoint.path).map((p) => [p, z.string()])),
          ),
        }),
        response: { 200: endpoint.output },
      },
      handler: async (request, reply) => {
        const who = endpoint.open ? nobody : await signedIn(house, request)
        const answer = await handler({
          input: endpoint.input.parse(inputOf(request)),
          by: who.actor,
          session: who.session,
          db: house.db,
          perform: house.perform,
          house,
          ip: request.ip,
          userAgent: String(request.headers['user-agent'] ?? ''),
          reply: {
            setSession: (token, expiresAt) =>
              void reply.setCookie(sessionCookie, token, {
                path: '/',
                httpOnly: true,
                sameSite: 'lax',
                secure: request.protocol === 'https',
                expires: expiresAt,
              }),
            clearSession: () => void reply.clearCookie(sessionCookie, { path: '/' }),
          },
          raw: { request, reply },
        })
        // A handler that streamed its own answer is done.
        if (reply.sent) return reply
        return answer
      },
    }
    app.route(route)
  }
