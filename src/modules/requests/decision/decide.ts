import { sql } from 'kysely'
import type { Act } from '#platform/act'
import { seal, unseal } from '#platform/sealing'
import { caseDecided } from '../letters/facts.ts'
import { refuse } from '../letters/refusals.ts'
import type { DecisionRow } from '../letters/store.ts'
import { mayHandle } from '../policy.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout } from '../request.ts'
import { lockRequest } from '../store/requests.ts'
import { type GuideAnswers, guided } from './guide.ts'

const belongsTo = (requestId: number): string => `decision/${requestId}`

export const openReasons = (decision: DecisionRow, requestId: number, key: Buffer): string =>
  decision.sealedReasons === null ? '' : unseal(decision.sealedReasons, belongsTo(requestId), key)

/** Keeps where the guide led for a case: code, grounds, answers and reasons. Open until the reply is out. */
export async function decideCase(
  act: Act,
  input: { readonly requestId: number; readonly answers: GuideAnswers; readonly reasons: string },
  key: Buffer,
): Promise<{ code: string }> {
  const request = await lockRequest(act.tx, input.requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  if (request.answeredOn !== null) throw refuse('decisionFixed')
  const { code, grounds, steps } = guided(input.answers)
  if (!code) throw refuse('guideOpen')
  const answers = Object.fromEntries(steps.map(({ question, answer }) => [question, answer]))
  const sealed = input.reasons === '' ? null : seal(input.reasons, belongsTo(request.id), key)
  await sql`insert into requests.decision (request_id, code, grounds, answers, sealed_reasons,
      decided_at, decided_by)
    values (${request.id}, ${code}, ${grounds}, ${JSON.stringify(answers)}::jsonb, ${sealed},
      ${act.at}, ${act.by.id})
    on conflict (request_id) do update set code = excluded.code, grounds = excluded.grounds,
      answers = excluded.answers, sealed_reasons = excluded.sealed_reasons,
      decided_at = excluded.decided_at, decided_by = excluded.decided_by,
      version = requests.decision.version + 1`.execute(act.tx)
  await act.announce(caseDecided, { ...factAbout(request), code })
  return { code }
}
