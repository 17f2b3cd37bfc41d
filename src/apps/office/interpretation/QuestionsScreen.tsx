import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import {
  channels,
  draftMaterial,
  followUpSuggestions,
  listAnswers,
  listQuestions,
  recordQuestion,
} from '#interpretation/contract'
import { dateAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { ActForm } from '../parts/ActForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Field } from '../parts/Field.tsx'
import { optionsOf } from '../parts/options.ts'
import { QueryTable } from '../parts/QueryTable.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'
import { PolicySelect } from './PolicySelect.tsx'

type Question = AnswerOf<typeof listQuestions>['items'][number]

/** Policies much asked about: one press opens a follow-up that begins with the questions. */
function Suggestions() {
  const say = useSay()
  const navigate = useNavigate()
  const { data } = useCall(followUpSuggestions, {})
  const draft = useAct(draftMaterial, {
    done: ({ documentId }) => void navigate(`/documents/${documentId}`),
  })
  if (!data || data.items.length === 0) return null
  return (
    <section className="block" aria-labelledby="suggestions">
      <h2 id="suggestions">{say('office.questions.suggestions', { days: data.days })}</h2>
      <RefusalNote error={draft.error} />
      <ul className="ruled-list">
        {data.items.map((one) => (
          <li key={one.policy.documentId}>
            <div>
              <Link to={`/documents/${one.policy.documentId}`}>{one.policy.title}</Link>{' '}
              <b>{say('office.questions.count', { count: one.questions })}</b>
              <p className="quiet">{one.samples.join(' ')}</p>
            </div>
            <Button
              size="small"
              loading={draft.isPending}
              onClick={() =>
                draft.mutate({ id: one.policy.documentId, form: 'qa', followUp: true })
              }
            >
              {say('office.questions.followUp')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What somebody asked, and where; nothing about who. */
function Record() {
  const say = useSay()
  const { me } = useSession()
  const today = dateAt(new Date())
  const blank = { policyId: null as number | null, channel: 'counter' as const, question: '' }
  const [fields, setFields] = useState<{
    policyId: number | null
    channel: (typeof channels)[number]
    question: string
  }>(blank)
  const [answerId, setAnswer] = useState<number | null>(null)
  const { data } = useCall(
    listAnswers,
    fields.policyId ? { policyId: fields.policyId, limit: 50 } : null,
  )
  const record = useAct(recordQuestion, {
    refreshes: [listQuestions, followUpSuggestions],
    done: () => {
      setFields({ ...fields, question: '' })
      setAnswer(null)
    },
  })
  const { organizationId } = me.staff
  return (
    <section className="block form" aria-labelledby="record-question">
      <h2 id="record-question">{say('office.questions.record')}</h2>
      <p className="quiet">{say('office.questions.record.hint')}</p>
      <ActForm
        act={record}
        ok={say('office.questions.record')}
        disabled={fields.question.trim() === ''}
        onSubmit={() => record.mutate({ ...fields, organizationId, askedOn: today, answerId })}
      >
        <div className="two">
          <SelectField
            label={say('office.questions.channel')}
            value={fields.channel}
            onChange={(channel) => setFields({ ...fields, channel })}
            options={optionsOf(channels, (value) => say(`office.questions.channel.${value}`))}
          />
          <Field label={say('office.interpretation.policy')} optional>
            {(ids) => (
              <PolicySelect
                {...ids}
                value={fields.policyId}
                onChange={(policyId) => setFields({ ...fields, policyId })}
              />
            )}
          </Field>
        </div>
        <TextField
          label={say('office.consultation.question')}
          maxLength={500}
          value={fields.question}
          onChange={(question) => setFields({ ...fields, question })}
        />
        {data && data.items.length > 0 && (
          <SelectField
            label={say('office.questions.answered')}
            optional
            allowClear
            value={answerId}
            onChange={(id: number | undefined) => setAnswer(id ?? null)}
            options={data.items.map((one) => ({ value: one.id, label: one.question }))}
          />
        )}
      </ActForm>
    </section>
  )
}

/** Questions from counter, hotline and net, and what they suggest. */
export function Component() {
  const say = useSay()
  return (
    <>
      <InterpretationTitle />
      <Suggestions />
      <Record />
      <QueryTable<typeof listQuestions, Question>
        name="questions"
        endpoint={listQuestions}
        input={{}}
        rows={(slice) => slice.items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'question',
            title: say('office.consultation.question'),
            always: true,
            show: (row) => row.question,
          },
          {
            key: 'policy',
            title: say('office.interpretation.policy'),
            show: (row) =>
              row.policy ? (
                <Link to={`/documents/${row.policy.documentId}`}>{row.policy.title}</Link>
              ) : (
                '—'
              ),
          },
          {
            key: 'channel',
            title: say('office.questions.channel'),
            width: 110,
            show: (row) => say(`office.questions.channel.${row.channel}`),
          },
          {
            key: 'askedOn',
            title: say('office.questions.askedOn'),
            width: 120,
            show: (row) => <DateText of={row.askedOn} />,
          },
        ]}
        empty={<Empty title={say('office.questions.none')} />}
      />
    </>
  )
}
