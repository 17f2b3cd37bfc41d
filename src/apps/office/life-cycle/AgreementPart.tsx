import { Button } from 'antd'
import { useState } from 'react'
import { agreements, cancelAgreement, desk, owed } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import { AnswerDialog, AskDialog, DecideDialog } from './AgreementDialogs.tsx'
import './life-cycle.css'

export type Asked = AnswerOf<typeof agreements>['agreements'][number]

const looks = { agreed: 'met', withChanges: 'due', objected: 'late' } as const

function Answered(props: { of: Asked; say: Say }) {
  const { of: one, say } = props
  if (one.answer === null)
    return (
      <span className={`mark ${one.late ? 'late' : 'going'}`}>
        {say(one.late ? 'agreement.late' : 'agreement.waits', { date: one.dueOn })}
      </span>
    )
  return (
    <span className={`mark ${one.outdated ? 'due' : looks[one.answer]}`}>
      {say(one.outdated ? 'agreement.outdated' : `agreement.answer.${one.answer}`)}
    </span>
  )
}

/** Units asked whether this may go out, what they said, and what I may do about it (M39). */
export function AgreementPart(props: { editionId: number }) {
  const say = useSay()
  const [asking, setAsking] = useState<number[] | null>(null)
  const [answering, setAnswering] = useState<Asked | null>(null)
  const [deciding, setDeciding] = useState(false)
  const { data } = useCall(agreements, { id: props.editionId })
  const cancel = useAct(cancelAgreement, { refreshes: [agreements, desk, owed] })
  if (!data || (data.agreements.length === 0 && !data.mayAsk)) return null
  return (
    <section className="part" aria-labelledby="part-agreement" data-field="agreement">
      <h2 id="part-agreement">{say('agreement.title')}</h2>
      <RefusalNote error={cancel.error} />
      {data.agreements.length === 0 && <p className="quiet">{say('agreement.none')}</p>}
      <ul className="said">
        {data.agreements.map((one) => (
          <li key={one.id}>
            <div className="said-head">
              <b>{one.organization.name}</b>
              <Answered of={one} say={say} />
            </div>
            {one.question && <p className="quiet">{one.question}</p>}
            {one.answeredAt && (
              <p>
                {one.note && <>{one.note} </>}
                <span className="quiet">
                  {one.answeredBy} <DateText of={one.answeredAt} />
                </span>
              </p>
            )}
            <div className="part-actions">
              {one.mayAnswer && (
                <Button size="small" type="primary" onClick={() => setAnswering(one)}>
                  {say('agreement.answer')}
                </Button>
              )}
              {data.mayAsk && one.answer === null && (
                <Button
                  size="small"
                  loading={cancel.isPending}
                  onClick={() => cancel.mutate({ id: one.id })}
                >
                  {say('agreement.cancel')}
                </Button>
              )}
              {data.mayAsk && one.answer !== null && (one.outdated || one.answer !== 'agreed') && (
                <Button size="small" onClick={() => setAsking([one.organization.id])}>
                  {say('agreement.askAgain')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {data.decision && (
        <p>
          <b>
            {say('agreement.decision', {
              by: data.decision.by,
              verdict: say(`agreement.verdict.${data.decision.verdict}`),
            })}
          </b>{' '}
          {data.decision.reason} <DateText of={data.decision.at} />
          {data.decision.outdated && <span className="mark due">{say('agreement.outdated')}</span>}
        </p>
      )}
      {data.superior && data.agreements.some((one) => one.answer !== 'agreed') && (
        <p className="quiet">{say('agreement.superior', { name: data.superior })}</p>
      )}
      <div className="part-actions">
        {data.mayAsk && (
          <Button size="small" onClick={() => setAsking([])}>
            {say('agreement.ask')}
          </Button>
        )}
        {data.mayDecide && (
          <Button size="small" onClick={() => setDeciding(true)}>
            {say('agreement.decide')}
          </Button>
        )}
      </div>
      {asking && (
        <AskDialog
          editionId={props.editionId}
          units={asking}
          source={data.source}
          onClose={() => setAsking(null)}
        />
      )}
      {answering && <AnswerDialog of={answering} onClose={() => setAnswering(null)} />}
      {deciding && <DecideDialog editionId={props.editionId} onClose={() => setDeciding(false)} />}
    </section>
  )
}
