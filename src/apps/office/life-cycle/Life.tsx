import { Button, Radio } from 'antd'
import { useState } from 'react'
import { keepRecord, lifeOf, lifeStages, retentions } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import './life-cycle.css'

type LifeOf = AnswerOf<typeof lifeOf>

/** A step of review names the role that took it. */
const wordsOf = (say: Say, what: string): string => {
  const [, verdict, role] = /^step\.(\w+)\.(\w+)$/.exec(what) ?? []
  return verdict
    ? `${say(`office.role.${role}`)} ${say(`life.step.${verdict}`)}`
    : say(`life.${what}`)
}

function KeepDialog(props: { documentId: number; of: LifeOf; onClose: () => void }) {
  const say = useSay()
  const { origin, obtainedFrom, obtainedOn, fileNumber, retention, archivedOn } = props.of
  const [fields, setFields] = useState({
    ...{ origin, obtainedFrom, fileNumber, retention },
    ...{ obtainedOn: obtainedOn ?? '', archivedOn: archivedOn ?? '' },
  })
  const put = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const act = useAct(keepRecord, {
    refreshes: [lifeOf],
    said: say('life.done'),
    done: props.onClose,
  })
  const line = (name: 'obtainedFrom' | 'fileNumber', max: number) => (
    <TextField
      label={say(`life.${name}`)}
      optional={name === 'fileNumber'}
      maxLength={max}
      value={fields[name]}
      onChange={(text) => put({ [name]: text })}
    />
  )
  const day = (name: 'obtainedOn' | 'archivedOn') => (
    <DayField
      label={say(`life.${name}`)}
      optional
      value={fields[name]}
      onChange={(text) => put({ [name]: text })}
    />
  )
  return (
    <Dialog
      title={say('life.keep')}
      ok={say('office.save')}
      act={act}
      onOk={() =>
        act.mutate({
          id: props.documentId,
          ...fields,
          obtainedOn: fields.obtainedOn || null,
          archivedOn: fields.archivedOn || null,
        })
      }
      onClose={props.onClose}
    >
      <Radio.Group
        aria-label={say('life.origin')}
        value={fields.origin}
        onChange={({ target }) => put({ origin: target.value as LifeOf['origin'] })}
        options={optionsOf(['made', 'obtained'] as const, (value) => say(`life.origin.${value}`))}
      />
      {fields.origin === 'obtained' && line('obtainedFrom', 300)}
      {fields.origin === 'obtained' && day('obtainedOn')}
      {line('fileNumber', 100)}
      <SelectField
        label={say('life.retention')}
        optional
        allowClear
        className="whole"
        value={fields.retention ?? undefined}
        onChange={(value: LifeOf['retention'] | undefined) => put({ retention: value ?? null })}
        options={optionsOf(retentions, (value) => say(`life.retention.${value}`))}
      />
      {day('archivedOn')}
    </Dialog>
  )
}

/** The full cycle of the record (M26): five stages down a line, each with what happened in it. */
export function Life(props: { documentId: number }) {
  const say = useSay()
  const [isKeeping, setKeeping] = useState(false)
  const { data } = useCall(lifeOf, { id: props.documentId })
  if (!data) return null
  const byStage = Map.groupBy(data.lines, (line) => line.stage)
  return (
    <section className="block" aria-labelledby="below-life">
      <h2 id="below-life">{say('life.title')}</h2>
      <ol className="life">
        {lifeStages.map((stage) => {
          const lines = byStage.get(stage) ?? []
          const mark = data.stage === stage ? 'current reached' : lines.length > 0 ? 'reached' : ''
          return (
            <li
              key={stage}
              className={mark}
              aria-current={data.stage === stage ? 'step' : undefined}
            >
              <b className={lines.length === 0 ? 'quiet' : undefined}>
                {say(`life.stage.${stage}`)}
              </b>
              <ol>
                {lines.map((line) => (
                  <li key={`${line.at} ${line.what} ${line.by}`}>
                    <DateText of={line.at} minute />
                    <span>{wordsOf(say, line.what)}</span>
                    {line.by && <span>{line.by}</span>}
                    {line.note && <q>{line.note}</q>}
                  </li>
                ))}
              </ol>
            </li>
          )
        })}
      </ol>
      {data.mayKeep && (
        <Button size="small" onClick={() => setKeeping(true)}>
          {say('life.keep')}
        </Button>
      )}
      {isKeeping && (
        <KeepDialog documentId={props.documentId} of={data} onClose={() => setKeeping(false)} />
      )}
    </section>
  )
}
