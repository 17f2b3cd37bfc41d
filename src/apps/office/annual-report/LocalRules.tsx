import { useState } from 'react'
import {
  listLocalRules,
  listReports,
  reportById,
  reportTasks,
  setLocalRule,
  statutoryDeadlines,
} from '#annual-report/contract'
import { dateAt } from '#platform/civil-date'
import type { AnswerOf } from '../call.ts'
import { ActForm } from '../parts/ActForm.tsx'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { ReportsTitle } from './ReportsTitle.tsx'
import './annual-report.css'

type Rules = AnswerOf<typeof listLocalRules>
const publishers = ['department', 'township', 'government'] as const
type Publisher = (typeof publishers)[number]

const statutory = (publisher: Publisher): string =>
  statutoryDeadlines.find((one) => one.publisher === publisher)?.monthDay ?? ''

/** A new notice: from when, which days, which jump; an empty field is the statutory day. */
function RuleForm({ data }: { data: Rules }) {
  const say = useSay()
  const empty = {
    fromOn: dateAt(new Date()) as string,
    department: '',
    township: '',
    government: '',
    percent: '',
    source: '',
  }
  const [organizationId, setOrganization] = useState(data.may[0]?.id)
  const [typed, setTyped] = useState(empty)
  const set = useAct(setLocalRule, {
    refreshes: [listLocalRules, listReports, reportTasks, reportById],
    done: () => setTyped(empty),
  })
  const type = (key: keyof typeof empty) => (text: string) =>
    setTyped((before) => ({ ...before, [key]: text }))
  if (organizationId === undefined) return null
  return (
    <section className="block apart" aria-labelledby="rule-new">
      <h2 id="rule-new">{say('office.reports.rules.new')}</h2>
      <ActForm
        act={set}
        ok={say('office.reports.rules.set')}
        onSubmit={() =>
          set.mutate({
            organizationId,
            fromOn: typed.fromOn,
            departmentDay: typed.department || null,
            townshipDay: typed.township || null,
            governmentDay: typed.government || null,
            jumpPercent: typed.percent === '' ? null : Number(typed.percent),
            source: typed.source,
          })
        }
      >
        {data.may.length > 1 && (
          <SelectField
            label={say('office.reports.organization')}
            value={organizationId}
            onChange={setOrganization}
            options={data.may.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField
          label={say('office.reports.rules.source')}
          hint={say('office.reports.rules.source.hint')}
          maxLength={300}
          value={typed.source}
          onChange={type('source')}
        />
        <DayField
          label={say('office.reports.rules.from')}
          hint={say('office.reports.rules.from.hint')}
          value={typed.fromOn}
          onChange={type('fromOn')}
        />
        <div className="rule-days">
          {publishers.map((publisher) => (
            <TextField
              key={publisher}
              label={say(`office.reports.rules.${publisher}`)}
              hint={say('office.reports.rules.day.hint', { last: statutory(publisher) })}
              placeholder={statutory(publisher)}
              maxLength={5}
              value={typed[publisher]}
              onChange={type(publisher)}
            />
          ))}
          <TextField
            label={say('office.reports.rules.percent')}
            hint={say('office.reports.rules.percent.hint', { usual: data.usualJumpPercent })}
            placeholder={String(data.usualJumpPercent)}
            type="number"
            min={1}
            max={1000}
            value={typed.percent}
            onChange={type('percent')}
          />
        </div>
      </ActForm>
    </section>
  )
}

/** Local dates before those of art. 49, and the jump that wants a note: dated, each with its notice. */
export function Component() {
  const say = useSay()
  const { data, error, refetch } = useCall(listLocalRules, {}, { staleTime: 0 })
  return (
    <>
      <ReportsTitle about={say('office.reports.rules.about')} />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={6} />}
      {data && (
        <>
          <CardTable<Rules['rules'][number]>
            rows={data.rules}
            rowKey={(rule) => `${rule.organizationId}-${rule.fromOn}`}
            empty={
              <Empty
                title={say('office.reports.rules.none')}
                next={say('office.reports.rules.none.next')}
              />
            }
            columns={[
              {
                key: 'from',
                title: say('office.reports.rules.from'),
                show: (rule) => <DateText of={rule.fromOn} />,
              },
              {
                key: 'organization',
                title: say('office.reports.rules.whose'),
                show: (rule) => rule.organizationName,
              },
              ...publishers.map((publisher) => ({
                key: publisher,
                title: say(`office.reports.rules.${publisher}`),
                show: (rule: Rules['rules'][number]) =>
                  rule[`${publisher}Day`] ?? (
                    <span className="quiet">
                      {say('office.reports.rules.statutory', { last: statutory(publisher) })}
                    </span>
                  ),
              })),
              {
                key: 'percent',
                title: say('office.reports.rules.percent'),
                show: (rule) => `${rule.jumpPercent ?? data.usualJumpPercent}%`,
              },
              {
                key: 'source',
                title: say('office.reports.rules.source'),
                show: (rule) => (
                  <>
                    {rule.source}
                    <small className="quiet below">
                      {rule.setBy} <DateText of={rule.setAt} />
                    </small>
                  </>
                ),
              },
            ]}
          />
          <RuleForm data={data} />
        </>
      )}
    </>
  )
}
