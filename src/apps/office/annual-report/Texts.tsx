import { Button } from 'antd'
import { useState } from 'react'
import { reportById, saveTexts } from '#annual-report/contract'
import type { AnswerOf } from '../call.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

type Report = AnswerOf<typeof reportById>

/** The told parts beside the figures: sentences that the figures write are offered, last year's shown. */
export function Texts({ report }: { report: Report }) {
  const say = useSay()
  const [texts, setTexts] = useState({
    overview: report.overview,
    problems: report.problems,
    other: report.other,
  })
  const save = useAct(saveTexts, { refreshes: [reportById] })
  const mayWrite = report.state === 'draft' && report.may.write
  const parts = [
    { key: 'overview', number: 1 },
    { key: 'problems', number: 5 },
    { key: 'other', number: 6 },
  ] as const
  if (!mayWrite)
    return (
      <section className="block report-texts" aria-labelledby="report-texts">
        <h2 id="report-texts">{say('office.reports.texts')}</h2>
        {parts.map(({ key, number }) => (
          <div key={key}>
            <h3>{say(`annualReport.part.${number}`)}</h3>
            <p className="as-typed">{report[key] || '—'}</p>
          </div>
        ))}
      </section>
    )
  return (
    <section className="block report-texts" aria-labelledby="report-texts">
      <h2 id="report-texts">{say('office.reports.texts')}</h2>
      <RefusalNote error={save.error} />
      <div className="stack-fields">
        {parts.map(({ key, number }) => (
          <TextAreaField
            key={key}
            label={say(`annualReport.part.${number}`)}
            hint={
              <>
                {report.proposals
                  .filter((one) => one.part === number && !texts[key].includes(one.text))
                  .map((one) => (
                    <p key={one.text}>
                      <Button
                        size="small"
                        onClick={() =>
                          setTexts((before) => ({
                            ...before,
                            [key]: [before[key], one.text].filter(Boolean).join('\n'),
                          }))
                        }
                      >
                        {say('office.reports.take')}
                      </Button>{' '}
                      {one.text}
                    </p>
                  ))}
                {number === 5 && report.previousProblems && (
                  <details>
                    <summary>{say('office.reports.lastYear')}</summary>
                    <p>{report.previousProblems}</p>
                  </details>
                )}
              </>
            }
            autoSize={{ minRows: 4, maxRows: 24 }}
            maxLength={50_000}
            value={texts[key]}
            onChange={(text) => setTexts((before) => ({ ...before, [key]: text }))}
          />
        ))}
      </div>
      <div className="part-actions">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ id: report.id, version: report.version, ...texts })}
        >
          {say('office.reports.save')}
        </Button>
      </div>
    </section>
  )
}
