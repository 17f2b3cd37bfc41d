import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  dropText,
  issueById,
  listIssues,
  orderTexts,
  sections,
  settleObjection,
} from '#gazette/contract'
import type { AnswerOf } from '../call.ts'
import { optionsOf } from '../parts/options.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { useDragOrder } from './drag-order.ts'
import { NewerDialog, ProofDialog } from './ProofDialog.tsx'

type Issue = AnswerOf<typeof issueById>
type Entry = Issue['entries'][number]

function Marks(props: { entry: Entry; onSettle: ((id: number) => void) | null }) {
  const say = useSay()
  return (
    <ul className="gazette-marks">
      {props.entry.marks.map((mark) => (
        <li key={mark.id} className={mark.current ? undefined : 'quiet'}>
          {say(`office.gazette.mark.${mark.verdict}`, { name: mark.name })}
          {!mark.current && say('office.gazette.mark.former')} {mark.note}
          {mark.verdict === 'objection' &&
            (mark.settledAt ? (
              <span className="quiet">
                {' '}
                {say('office.gazette.settled', { name: mark.settledBy ?? '' })} {mark.settledNote}
              </span>
            ) : (
              props.onSettle && (
                <Button size="small" type="link" onClick={() => props.onSettle?.(mark.id)}>
                  {say('office.gazette.settle')}
                </Button>
              )
            ))}
        </li>
      ))}
    </ul>
  )
}

/** The texts in their order: dragged, or moved by buttons, so by keyboard too; read, compared, taken out. */
export function IssueTexts(props: { issue: Issue }) {
  const say = useSay()
  const { modal } = App.useApp()
  const { issue } = props
  const [reading, setReading] = useState<Entry | null>(null)
  const [judging, setJudging] = useState<Entry | null>(null)
  const refreshes = [issueById, listIssues]
  const order = useAct(orderTexts, { refreshes })
  const drop = useAct(dropText, { refreshes })
  const settle = useAct(settleObjection, { refreshes })
  const own = { id: issue.id, version: issue.version }
  const isOpen = issue.state === 'planning' && issue.may.compile
  const isProofed = issue.state === 'planning' || issue.state === 'proofing'
  const put = (entries: readonly Entry[]) =>
    order.mutate({ ...own, entries: entries.map(({ id, section }) => ({ id, section })) })
  const move = (at: number, by: number) => {
    const entries = [...issue.entries]
    const [one] = entries.splice(at, 1)
    if (one) entries.splice(at + by, 0, one)
    put(entries)
  }
  // Let go among the texts of another section it becomes one of them.
  const drag = useDragOrder(isOpen, (from, to) => {
    const section = issue.entries[to]?.section
    const entries = [...issue.entries]
    const [one] = entries.splice(from, 1)
    if (one && section) entries.splice(to, 0, { ...one, section })
    put(entries)
  })
  const isNeighbour = (at: number, by: number) =>
    issue.entries[at]?.section === issue.entries[at + by]?.section
  const askSettle = (id: number) => {
    let note = ''
    void modal.confirm({
      title: say('office.gazette.settle'),
      content: (
        <Input
          aria-label={say('office.gazette.note')}
          onChange={({ target }) => {
            note = target.value
          }}
        />
      ),
      onOk: () => settle.mutate({ id, note }),
    })
  }
  return (
    <>
      <RefusalNote error={order.error ?? drop.error ?? settle.error} />
      {isOpen && issue.entries.length > 1 && (
        <p className="quiet">{say('office.gazette.dragHint')}</p>
      )}
      <ol className="gazette-texts">
        {issue.entries.map((entry, at) => (
          <li key={entry.id} {...(isOpen ? drag.place(at) : {})}>
            <div className="gazette-text-head">
              {isOpen && (
                <span
                  className="gazette-grip"
                  title={say('office.gazette.drag', { title: entry.title })}
                  aria-hidden="true"
                  {...drag.grip(at)}
                >
                  ⠿
                </span>
              )}
              <Button type="link" onClick={() => setReading(entry)}>
                {entry.number}. {entry.title}
              </Button>
              <small className="quiet">
                {entry.documentNumber} {entry.issuingOrgan}
                {entry.page !== null && ` ${say('portal.gazette.page', { page: entry.page })}`}
              </small>
            </div>
            <div className="actions">
              {isOpen && (
                <>
                  <Select
                    aria-label={say('office.gazette.section', { title: entry.title })}
                    size="small"
                    value={entry.section}
                    onChange={(section) =>
                      put(
                        issue.entries.map((one) =>
                          one.id === entry.id ? { ...one, section } : one,
                        ),
                      )
                    }
                    options={optionsOf(sections, (value) => say(`gazette.section.${value}`))}
                  />
                  <Button
                    size="small"
                    aria-label={say('office.gazette.up', { title: entry.title })}
                    disabled={!isNeighbour(at, -1)}
                    onClick={() => move(at, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    aria-label={say('office.gazette.down', { title: entry.title })}
                    disabled={!isNeighbour(at, 1)}
                    onClick={() => move(at, 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    size="small"
                    onClick={() => drop.mutate({ ...own, entryId: entry.id })}
                    aria-label={say('office.gazette.drop', { title: entry.title })}
                  >
                    {say('office.gazette.dropShort')}
                  </Button>
                </>
              )}
              {isProofed && entry.newerEditionId !== null && !entry.gone && (
                <Button size="small" danger onClick={() => setJudging(entry)}>
                  {say(entry.newerKept ? 'office.gazette.newer.kept' : 'office.gazette.newer')}
                </Button>
              )}
            </div>
            {entry.gone && <p className="late">{say('office.gazette.gone')}</p>}
            {entry.keptReason && (
              <p className="quiet">
                {say('office.gazette.keptBecause', { reason: entry.keptReason })}
              </p>
            )}
            <Marks entry={entry} onSettle={isProofed && issue.may.proof ? askSettle : null} />
          </li>
        ))}
      </ol>
      {reading && (
        <ProofDialog
          entry={reading}
          mayMark={isProofed && issue.may.proof}
          close={() => setReading(null)}
        />
      )}
      {judging && <NewerDialog entry={judging} close={() => setJudging(null)} />}
    </>
  )
}
