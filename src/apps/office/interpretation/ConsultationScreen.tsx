import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type AnswerLine, listAnswers, retireAnswer, reviewAnswer } from '#interpretation/contract'
import { useAddress } from '../address.ts'
import type { Wire } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { QueryTable } from '../parts/QueryTable.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'

type Answer = Wire<AnswerLine>

const looks: Readonly<Record<Answer['state'], string>> = {
  waiting: 'going',
  live: 'met',
  changed: 'going',
  expired: 'late',
  retired: 'none',
}

/** The answer store: write, pass, change, retire. */
export function Component() {
  const say = useSay()
  const address = useAddress()
  const [open, setOpen] = useState<Answer | 'new' | null>(null)
  const review = useAct(reviewAnswer, { refreshes: [listAnswers] })
  const retire = useAct(retireAnswer, { refreshes: [listAnswers] })
  const q = address.read('q')
  const waiting = address.read('waiting') === 'true'
  return (
    <>
      <InterpretationTitle
        actions={
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('office.consultation.add')}
          </Button>
        }
      />
      <search className="filters">
        <Input.Search
          allowClear
          className="words"
          aria-label={say('office.consultation.search')}
          placeholder={say('office.consultation.search')}
          defaultValue={q}
          onSearch={(words) => address.set({ q: words })}
        />
        <Checkbox
          checked={waiting}
          onChange={({ target }) => address.set({ waiting: target.checked })}
        >
          {say('office.consultation.waiting')}
        </Checkbox>
      </search>
      <RefusalNote error={review.error ?? retire.error} />
      <QueryTable<typeof listAnswers, Answer>
        name="answers"
        endpoint={listAnswers}
        input={{ ...(q && { q }), ...(waiting && { waiting: 'true' }) }}
        rows={(slice) => slice.items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'question',
            title: say('office.consultation.question'),
            always: true,
            show: (row) => (
              <>
                <b>{row.question}</b>
                <p className="quiet">{row.answer}</p>
              </>
            ),
          },
          {
            key: 'policy',
            title: say('office.interpretation.policy'),
            width: 220,
            show: (row) =>
              row.policy ? (
                <Link to={`/documents/${row.policy.documentId}`}>{row.policy.title}</Link>
              ) : (
                '—'
              ),
          },
          {
            key: 'asked',
            title: say('office.consultation.asked'),
            width: 90,
            align: 'right',
            show: (row) => row.asked,
          },
          {
            key: 'state',
            title: say('desk.list.state'),
            width: 170,
            show: (row) => (
              <>
                <span className={`mark ${looks[row.state]}`}>
                  {say(`office.consultation.state.${row.state}`)}
                </span>
                {row.reviewedOn && (
                  <p className="quiet">
                    {row.reviewedBy} <DateText of={row.reviewedOn} />
                  </p>
                )}
              </>
            ),
          },
          {
            key: 'actions',
            title: say('office.consultation.actions'),
            width: 170,
            always: true,
            show: (row) => (
              <span className="actions">
                {row.may.includes('review') && (
                  <Button
                    size="small"
                    onClick={() => review.mutate({ id: row.id, version: row.version })}
                  >
                    {say('office.consultation.review')}
                  </Button>
                )}
                {row.may.includes('change') && (
                  <>
                    <Button size="small" onClick={() => setOpen(row)}>
                      {say('office.change')}
                    </Button>
                    <Button
                      size="small"
                      danger
                      onClick={() => retire.mutate({ id: row.id, version: row.version })}
                    >
                      {say('office.consultation.retire')}
                    </Button>
                  </>
                )}
              </span>
            ),
          },
        ]}
        empty={
          <Empty
            title={say('office.consultation.none')}
            next={say('office.consultation.none.next')}
          />
        }
      />
      {open && <AnswerDialog answer={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
