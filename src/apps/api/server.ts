import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { speaker } from '#platform/words'
import type { House } from '../house.ts'
import { type Answer, answerOn } from './answer.ts'
import { answerError } from './errors.ts'
import { accountsRoutes } from './routes/accounts.ts'
import { annualReportRoutes } from './routes/annual-report.ts'
import { assessmentRoutes } from './routes/assessment.ts'
import { auditRoutes } from './routes/audit.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { checksRoutes } from './routes/checks.ts'
import { datasetsRoutes } from './routes/datasets.ts'
import { documentsRoutes } from './routes/documents.ts'
import { gazetteRoutes } from './routes/gazette.ts'
import { interchangeRoutes } from './routes/interchange.ts'
import { interpretationRoutes } from './routes/interpretation.ts'
import { lifeCycleRoutes } from './routes/life-cycle.ts'
import { organizationsRoutes } from './routes/organizations.ts'
import { policiesRoutes } from './routes/policies.ts'
import { requestsRoutes } from './routes/requests.ts'
import { requestsAnswerRoutes } from './routes/requests-answer.ts'
import { requestsAskingRoutes } from './routes/requests-asking.ts'
import { requestsLearningRoutes } from './routes/requests-learning.ts'
import { sealsRoutes } from './routes/seals.ts'
import { topicsRoutes } from './routes/topics.ts'
import { wordingRoutes } from './routes/wording.ts'

// A catalogue table of 10 MB as base64, thirty times the largest real one; a long report is far below.
const largestBody = 16 * 1024 * 1024
/** The largest attachment: a scanned volume of a plan; more belongs on a download site. */
export const largestUpload = 200 * 1024 * 1024

const allRoutes: readonly ((answer: Answer) => void)[] = [
  accountsRoutes,
  organizationsRoutes,
  auditRoutes,
  sealsRoutes,
  calendarRoutes,
  catalogueRoutes,
  documentsRoutes,
  checksRoutes,
  wordingRoutes,
  datasetsRoutes,
  topicsRoutes,
  gazetteRoutes,
  lifeCycleRoutes,
  policiesRoutes,
  interchangeRoutes,
  assessmentRoutes,
  interpretationRoutes,
  requestsAskingRoutes,
  requestsLearningRoutes,
  requestsRoutes,
  requestsAnswerRoutes,
  annualReportRoutes,
]

/** The API as a Fastify app; portal and office are added by `serve`. */
export const apiServer = async (
  house: House,
  options: FastifyServerOptions = {},
  trustedProxies: readonly string[] = [],
): Promise<FastifyInstance> => {
  // Who sends a request is what a trusted proxy says; a header from anyone else is air.
  const trustProxy = ['loopback', ...trustedProxies]
  const app = fastify({ bodyLimit: largestBody, trustProxy, ...options })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: largestUpload, files: 1, fields: 20 } })
  await app.register(swagger, {
    openapi: { info: { title: 'Gongkai', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  app.all('/api/*', { schema: { hide: true } }, (_request, reply) =>
    reply.code(404).send({ code: 'api.notFound', message: speaker('zh-CN')('api.notFound') }),
  )
  const answer = answerOn(app, house)
  for (const routes of allRoutes) routes(answer)
  return app
}
