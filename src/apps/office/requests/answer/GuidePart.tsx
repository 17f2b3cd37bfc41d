import { Button, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { answerPage, guideAnswer, saveDecision } from '#requests/contract'
import type { AnswerOf } from '../../call.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

type Page = AnswerOf<typeof answerPage>

/** The questions that lead to the result code, each with its article; at the end code and remedy. */
export function GuidePart({ id, page }: { id: number; page: Page }) {
  const say = useSay()
  const [answers, setAnswers] = useState<Record<string, string>>(page.decision?.answers ?? {})
  const [reasons, setReasons] = useState(page.decision?.reasons ?? '')
  const guide = useAct(guideAnswer)
  const { mutate } = guide
  const keep = useAct(saveDecision, { refreshes: [answerPage] })
  useEffect(() => mutate({ id, answers }), [mutate, id, answers])
  const closed = page.answered || !page.mayHandle
  const { data } = guide
  const questions = data?.steps.map((step) => (
    <fieldset key={step.question} className="guide-step" disabled={closed}>
      <legend>{say(`guide.${step.question}`)}</legend>
      <p className="quiet">{step.article}</p>
      <Radio.Group
        value={step.answer ?? undefined}
        onChange={({ target }) => setAnswers({ ...answers, [step.question]: String(target.value) })}
        options={step.options.map((value) => ({
          value,
          label: say(`guide.${step.question}.${value}`),
        }))}
      />
    </fieldset>
  ))
  return (
    <section className="block" aria-labelledby="answer-guide">
      <h2 id="answer-guide">{say('office.answer.guide')}</h2>
      <RefusalNote error={guide.error ?? keep.error} />
      {closed && !page.decision ? (
        <p className="quiet">{say('office.answer.undecided')}</p>
      ) : page.decision ? (
        <details className="guide-all">
          <summary>{say('office.answer.guideAll', { count: data?.steps.length ?? 0 })}</summary>
          {questions}
        </details>
      ) : (
        questions
      )}
      {data?.code && (
        <div className="guide-end" role="status">
          <p>
            <strong>{say(`requests.result.${data.code}`)}</strong> · {data.article}
          </p>
          {data.remedy && (
            <>
              <p>
                {say(`office.answer.order.${data.remedy.order}`)}{' '}
                <span className="quiet">{say(`office.answer.reading.${data.remedy.reading}`)}</span>
              </p>
              {data.remedy.trouble ? (
                <p className="problem">{say(data.remedy.trouble, { organ: '', article: '' })}</p>
              ) : (
                <blockquote>{data.remedy.text}</blockquote>
              )}
              <p className="quiet">{data.remedy.articles.join('；')}</p>
            </>
          )}
          {!closed && (
            <>
              <TextAreaField
                label={say('office.answer.reasons')}
                optional
                value={reasons}
                onChange={setReasons}
              />
              <div className="part-actions">
                <Button
                  type="primary"
                  loading={keep.isPending}
                  onClick={() => keep.mutate({ id, answers, reasons })}
                >
                  {say('office.answer.decide')}
                </Button>
                {page.decision?.code === data.code && (
                  <span className="quiet">{say('office.answer.decided')}</span>
                )}
              </div>
            </>
          )}
        </div>
      )}
    </section>
  )
}
