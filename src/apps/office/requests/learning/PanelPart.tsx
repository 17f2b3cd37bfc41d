import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { addDays, dateAt } from '#platform/civil-date'
import {
  callPanel,
  casePanels,
  colleagues,
  concludePanel,
  giveOpinion,
  type Panel,
  type PanelShape,
  resultCodes,
  riskLevels,
} from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { DayField } from '../../parts/TextField.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import './learning.css'

const usualDays = 2

function Result(props: { value: string; onChange: (code: string) => void }) {
  const say = useSay()
  return (
    <Field label={say('learning.panel.result')} optional>
      {(ids) => (
        <Select
          {...ids}
          allowClear
          style={{ width: '100%' }}
          value={props.value || null}
          onChange={(code: string | null) => props.onChange(code ?? '')}
          options={resultCodes.map((code) => ({
            value: code,
            label: say(`learning.result.${code}`),
          }))}
        />
      )}
    </Field>
  )
}

function Call(props: { id: number; of: PanelShape; onClose: () => void }) {
  const say = useSay()
  const { id, of } = props
  const { data: staff } = useCall(colleagues, { id })
  const [question, setQuestion] = useState('')
  const [resultCode, setResultCode] = useState(of.resultCode)
  const [meetsOn, setMeetsOn] = useState(addDays(dateAt(new Date()), usualDays))
  const [memberIds, setMemberIds] = useState<number[]>([])
  const act = useAct(callPanel, { refreshes: [casePanels], done: props.onClose })
  return (
    <ActForm
      act={act}
      ok={say('learning.panel.call')}
      disabled={memberIds.length === 0 || question.trim().length < 2}
      onSubmit={() =>
        act.mutate({ id, version: of.requestVersion, question, resultCode, meetsOn, memberIds })
      }
      onCancel={props.onClose}
    >
      <TextAreaField
        label={say('learning.panel.question')}
        hint={say('learning.panel.hint')}
        maxLength={1000}
        value={question}
        onChange={setQuestion}
      />
      <Field label={say('learning.panel.members')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            style={{ width: '100%' }}
            optionFilterProp="label"
            value={memberIds}
            onChange={(chosen: number[]) => setMemberIds(chosen)}
            options={(staff ?? []).map((one) => ({
              value: one.id,
              label: `${one.name} ${one.unit}`,
            }))}
          />
        )}
      </Field>
      <DayField label={say('learning.panel.meetsOn')} value={meetsOn} onChange={setMeetsOn} />
      <Result value={resultCode} onChange={setResultCode} />
    </ActForm>
  )
}

/** My opinion in a panel; also used where I may not open the case itself. */
export function Opinion(props: { panelId: number; opinion: string; risk: Risk | null }) {
  const say = useSay()
  const [opinion, setOpinion] = useState(props.opinion)
  const [risk, setRisk] = useState<Risk>(props.risk ?? 'low')
  const act = useAct(giveOpinion, { refreshes: [casePanels] })
  return (
    <ActForm
      act={act}
      ok={say('learning.panel.give')}
      plain
      disabled={opinion.trim().length < 2}
      onSubmit={() => act.mutate({ id: props.panelId, opinion, risk })}
    >
      <TextAreaField
        label={say('learning.panel.opinion')}
        maxLength={2000}
        value={opinion}
        onChange={setOpinion}
      />
      <Radio.Group
        aria-label={say('learning.panel.risk')}
        value={risk}
        onChange={({ target }) => setRisk(target.value)}
        options={riskLevels.map((value) => ({ value, label: say(`learning.risk.${value}`) }))}
      />
    </ActForm>
  )
}
type Risk = (typeof riskLevels)[number]

function Conclude({ panel }: { panel: Panel }) {
  const say = useSay()
  const [conclusion, setConclusion] = useState('')
  const [resultCode, setResultCode] = useState(panel.resultCode)
  const act = useAct(concludePanel, { refreshes: [casePanels] })
  return (
    <ActForm
      act={act}
      ok={say('learning.panel.conclude')}
      plain
      disabled={conclusion.trim().length < 2}
      onSubmit={() => act.mutate({ id: panel.id, conclusion, resultCode })}
    >
      <TextAreaField
        label={say('learning.panel.conclusion')}
        maxLength={2000}
        value={conclusion}
        onChange={setConclusion}
      />
      <Result value={resultCode} onChange={setResultCode} />
    </ActForm>
  )
}

/** A panel on a hard case, with what can go wrong in law and like cases that were lost (M64). */
export function PanelPart(props: { id: number }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { data: of, error } = useCall(casePanels, { id: props.id })
  if (!of) return <RefusalNote error={error} />
  const mine = (panel: Panel) => panel.members.find(({ at }) => at === null)
  return (
    <section className="block" aria-labelledby="case-panel">
      <h2 id="case-panel">{say('learning.panel')}</h2>
      {of.panels.length === 0 && <p className="quiet">{say('learning.panel.none')}</p>}
      {of.panels.map((panel) => (
        <article key={panel.id}>
          <h3>{panel.question}</h3>
          <p className="quiet">
            {say('learning.panel.by', { name: panel.calledBy, on: panel.meetsOn })}
          </p>
          <ul className="like-list">
            {panel.members.map((member) => (
              <li key={member.staff.id}>
                <b>{member.staff.name}</b>
                <small className="quiet">{member.unit}</small>
                {member.risk && <span>{say(`learning.risk.${member.risk}`)}</span>}
                <span>{member.opinion || say('learning.panel.waits')}</span>
              </li>
            ))}
          </ul>
          {panel.concludedOn ? (
            <p>
              <b>{say('learning.panel.concluded', { on: panel.concludedOn })}</b>
              {panel.conclusion}
            </p>
          ) : (
            <>
              {panel.mine && mine(panel) && <Opinion panelId={panel.id} opinion="" risk={null} />}
              {of.mayHandle && <Conclude panel={panel} />}
            </>
          )}
        </article>
      ))}
      <details>
        <summary>{say('learning.risks')}</summary>
        <ul className="like-list">
          {of.risks.map((risk) => (
            <li key={risk.key}>
              <span>
                <b>{say(`learning.risk.${risk.level}`)}</b> {say(`learning.risk.of.${risk.key}`)}
              </span>
              <small className="quiet">{risk.source}</small>
            </li>
          ))}
        </ul>
        <h3>{say('learning.lost')}</h3>
        {of.lost.length === 0 && <p className="quiet">{say('learning.lost.none')}</p>}
        <ul className="like-list">
          {of.lost.map((one) => (
            <li key={one.docketId}>
              <span>
                {one.title} · {one.authority} · {one.decidedOn}
              </span>
              <small className="quiet">
                {say(`learning.lost.${one.because}`)} ·{' '}
                {one.wrong.map((fault) => say(`learning.fault.${fault}`)).join(' · ')}
              </small>
              <span>{one.lesson}</span>
            </li>
          ))}
        </ul>
      </details>
      {of.mayHandle && !of.over && !isOpen && (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {say('learning.panel.call')}
        </Button>
      )}
      {isOpen && <Call id={props.id} of={of} onClose={() => setOpen(false)} />}
    </section>
  )
}
