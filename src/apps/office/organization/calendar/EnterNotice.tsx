import { App, Button } from 'antd'
import { useState } from 'react'
import { calendarYears, enterNotice, previewNotice } from '#calendar/contract'
import type { AnswerOf } from '../../call.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { Months } from './Months.tsx'
import { YearInWords } from './YearInWords.tsx'

type Preview = AnswerOf<typeof previewNotice>

/** The notice is pasted, checked against itself, looked at in the months, and only then entered. */
export function EnterNotice(props: { onEntered: (year: number) => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [seen, setSeen] = useState<Preview | null>(null)
  const preview = useAct(previewNotice, { done: setSeen })
  const enter = useAct(enterNotice, {
    refreshes: [calendarYears],
    done: ({ year }) => {
      setText('')
      setSeen(null)
      void message.success(say('office.calendar.done', { year }))
      props.onEntered(year)
    },
  })
  const year = seen?.year ?? null
  return (
    <section className="block no-print" aria-labelledby="enter-notice">
      <h2 id="enter-notice">{say('office.calendar.enter')}</h2>
      <RefusalNote error={preview.error ?? enter.error} />
      <TextAreaField
        label={say('office.calendar.text')}
        hint={say('office.calendar.text.hint')}
        autoSize={{ minRows: 6, maxRows: 18 }}
        value={text}
        onChange={(typed) => {
          setText(typed)
          // What was looked at is not what would be entered any more.
          setSeen(null)
        }}
      />
      <div className="actions form-end">
        <Button
          disabled={text.trim() === ''}
          loading={preview.isPending}
          onClick={() => preview.mutate({ text })}
        >
          {say('office.calendar.preview')}
        </Button>
        {year && seen?.faults.length === 0 && (
          <Button type="primary" loading={enter.isPending} onClick={() => enter.mutate({ text })}>
            {say('office.calendar.confirm', { year: year.year })}
          </Button>
        )}
      </div>
      {seen && <Seen of={seen} />}
    </section>
  )
}

function Seen({ of }: { of: Preview }) {
  const say = useSay()
  const { year, faults, replaces } = of
  return (
    <div className="notice-seen" role="status">
      {faults.length > 0 ? (
        <div className="unit-note">
          <p>{say('office.calendar.faults')}</p>
          <ul className="notice-faults">
            {faults.map((fault) => (
              <li key={`${fault.code} ${JSON.stringify(fault.params)}`}>
                {say(`issue.${fault.code}`, fault.params)}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{say('office.calendar.sound')}</p>
      )}
      {year && faults.length === 0 && replaces && (
        <p className="unit-note">{say('office.calendar.replaces', { year: year.year })}</p>
      )}
      {year && (
        <>
          <h3>{say('office.calendar.shown', { year: year.year })}</h3>
          <YearInWords year={year} />
          <Months year={year} />
        </>
      )}
    </div>
  )
}
