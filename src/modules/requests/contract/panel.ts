import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { ref } from './desk.ts'

export const riskLevels = ['low', 'middle', 'high'] as const
const level = z.enum(riskLevels)

const lostCase = z.object({
  docketId: z.number(),
  requestNumber: z.string(),
  title: z.string(),
  authority: z.string(),
  decidedOn: z.string(),
  resultCode: z.string().nullable(),
  wrong: z.array(z.string()),
  lesson: z.string(),
  /** Why it is shown: the same answer was given, or the same thing asked. */
  because: z.enum(['result', 'words']),
})
export type LostCase = z.infer<typeof lostCase>

const panel = z.object({
  id: z.number(),
  question: z.string(),
  resultCode: z.string(),
  meetsOn: z.string(),
  calledBy: z.string(),
  conclusion: z.string(),
  concludedOn: z.string().nullable(),
  members: z.array(
    z.object({
      staff: ref,
      unit: z.string(),
      opinion: z.string(),
      risk: level.nullable(),
      at: z.string().nullable(),
    }),
  ),
  mine: z.boolean(),
})
export type Panel = z.infer<typeof panel>

export const panelShape = z.object({
  requestVersion: z.number(),
  mayHandle: z.boolean(),
  over: z.boolean(),
  panels: z.array(panel),
  /** Of the answer thought of. */
  resultCode: z.string(),
  risks: z.array(z.object({ code: z.string(), key: z.string(), level, source: z.string() })),
  lost: z.array(lostCase),
})
export type PanelShape = z.infer<typeof panelShape>

export const casePanels = endpoint({
  method: 'GET',
  path: '/api/requests/:id/panels',
  summary: 'Panels on a case, what can go wrong with an answer, and like cases that were lost',
  input: z.object({ id, resultCode: z.string().max(40).optional() }),
  output: panelShape,
})

export const callPanel = endpoint({
  method: 'POST',
  path: '/api/requests/:id/panels',
  summary: 'Calls several people together over a hard case',
  input: z.object({
    id,
    version,
    question: z.string().trim().min(2).max(1_000),
    resultCode: z.string().max(40).default(''),
    meetsOn: civilDate,
    memberIds: z.array(id).min(1).max(15),
  }),
  output: z.object({ panelId: z.number() }),
})

export const giveOpinion = endpoint({
  method: 'POST',
  path: '/api/request-panels/:id/opinion',
  summary: 'Gives or changes my opinion in a panel',
  input: z.object({ id, opinion: z.string().trim().min(2).max(2_000), risk: level }),
  output: z.object({}),
})

export const concludePanel = endpoint({
  method: 'POST',
  path: '/api/request-panels/:id/conclude',
  summary: 'Writes down what a panel concluded; it is kept with the case',
  input: z.object({
    id,
    conclusion: z.string().trim().min(2).max(2_000),
    resultCode: z.string().max(40).default(''),
  }),
  output: z.object({}),
})

export const colleagues = endpoint({
  method: 'GET',
  path: '/api/request-panels/colleagues',
  summary: 'Who can be called to a panel: staff of the organizations around a case',
  input: z.object({ id }),
  output: z.array(z.object({ id: z.number(), name: z.string(), unit: z.string() })),
})

export const myPanels = endpoint({
  method: 'GET',
  path: '/api/request-panels',
  summary: 'Open panels in which my opinion is wanted',
  input: z.object({}),
  output: z.array(
    z.object({
      panelId: z.number(),
      requestId: z.number(),
      number: z.string(),
      title: z.string(),
      question: z.string(),
      meetsOn: z.string(),
      given: z.boolean(),
      opinion: z.string(),
      risk: level.nullable(),
    }),
  ),
})
