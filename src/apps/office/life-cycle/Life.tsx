import { App, Button, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { keepRecord, lifeOf, lifeStages, retentions } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
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
  const { message } = App.useApp()
  const { origin, obtainedFrom, obtainedOn, fileNumber, retention, archivedOn } = props.of
  const [fields, setFields] = useState({
    ...{ origin, obtainedFrom, fileNumber, retention },
    ...{ obtainedOn: obtainedOn ?? '', archivedOn: archivedOn ?? '' },
  })
  const put = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const act = useAct(keepRecord, {
    refreshes: [lifeOf],
    done: () => {
      void message.success(say('life.done'))
      props.onClose()
    },
  })
  const line = (name: 'obtainedFrom' | 'fileNumber', max: number) => (
    <Field label={say(`life.${name}`)} optional={name === 'fileNumber'}>
      {(ids) => (
        <Input
          {...ids}
          maxLength={max}
          value={fields[name]}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  const day = (name: 'obtainedOn' | 'archivedOn') => (
    <Field label={say(`life.${name}`)} optional>
      {(ids) => (
        <Input
          {...ids}
          type="date"
          value={fields[name]}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Modal
      open
      title={say('life.keep')}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() =>
        act.mutate({
          id: props.documentId,
          ...fields,
          obtainedOn: fields.obtainedOn || null,
          archivedOn: fields.archivedOn || null,
        })
      }
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <Radio.Group
          aria-label={say('life.origin')}
          value={fields.origin}
          onChange={({ target }) => put({ origin: target.value as LifeOf['origin'] })}
          options={(['made', 'obtained'] as const).map((value) => ({
            value,
            label: say(`life.origin.${value}`),
          }))}
        />
        {fields.origin === 'obtained' && line('obtainedFrom', 300)}
        {fields.origin === 'obtained' && day('obtainedOn')}
        {line('fileNumber', 100)}
        <Field label={say('life.retention')} optional>
          {(ids) => (
            <Select
              {...ids}
              allowClear
              className="whole"
              value={fields.retention ?? undefined}
              onChange={(value: LifeOf['retention'] | undefined) =>
                put({ retention: value ?? null })
              }
              options={retentions.map((value) => ({
                value,
                label: say(`life.retention.${value}`),
              }))}
            />
          )}
        </Field>
        {day('archivedOn')}
      </div>
    </Modal>
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
