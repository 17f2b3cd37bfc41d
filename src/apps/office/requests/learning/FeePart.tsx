import { Button, Radio } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  approveFee,
  assessFee,
  type FeeShape,
  listFees,
  noticeFee,
  payFee,
  proposeFee,
  requestCase,
  requestFee,
} from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { DayField, TextField } from '../../parts/TextField.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import './learning.css'

const refreshes = [requestFee, requestCase, listFees] as const
const fenPerYuan = 100

interface Shown {
  readonly id: number
  readonly of: FeeShape
}

function Bands({ of }: { of: FeeShape }) {
  const say = useSay()
  if (!of.assessment) return null
  return (
    <table className="fee-bands">
      <caption className="aside-text">{say('learning.fee.bands')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('learning.fee.band')}</th>
          <th scope="col">{say('learning.fee.rate')}</th>
          <th scope="col">{say('learning.fee.count')}</th>
          <th scope="col">{say('learning.fee.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {of.assessment.bands.map((band) => (
          <tr key={band.from}>
            <td>
              {band.from}–{band.to ?? ''}
            </td>
            <td>{band.rate}</td>
            <td>{band.count}</td>
            <td>{band.amountYuan}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Assess({ id, of }: Shown) {
  const say = useSay()
  const [method, setMethod] = useState<'items' | 'pages'>(of.assessment?.method ?? 'items')
  const [pages, setPages] = useState(String(of.assessment?.pages ?? ''))
  const act = useAct(assessFee, { refreshes })
  return (
    <ActForm
      act={act}
      ok={say('learning.fee.assess')}
      plain
      onSubmit={() =>
        act.mutate({
          id,
          version: of.requestVersion,
          method,
          pages: method === 'pages' && pages !== '' ? Number(pages) : null,
        })
      }
    >
      <Radio.Group
        aria-label={say('learning.fee.method')}
        value={method}
        onChange={({ target }) => setMethod(target.value)}
        options={[
          { value: 'items', label: say('learning.fee.items') },
          { value: 'pages', label: say('learning.fee.pages') },
        ]}
      />
      {method === 'pages' && (
        <TextField
          label={say('learning.fee.pageCount')}
          type="number"
          min={0}
          value={pages}
          onChange={setPages}
        />
      )}
    </ActForm>
  )
}

function Propose({ id, of }: Shown) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const act = useAct(proposeFee, { refreshes })
  const propose = (charges: boolean) =>
    act.mutate({ id, version: of.requestVersion, charges, reason })
  const short = reason.trim().length < 2
  return (
    <div className="stack-fields">
      <RefusalNote error={act.error} />
      <TextAreaField
        label={say('learning.fee.reason')}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <div className="part-actions">
        <Button disabled={short} loading={act.isPending} onClick={() => propose(true)}>
          {say('learning.fee.charge')}
        </Button>
        <Button disabled={short} loading={act.isPending} onClick={() => propose(false)}>
          {say('learning.fee.waive')}
        </Button>
      </div>
    </div>
  )
}

function Approve({ id, of }: Shown) {
  const say = useSay()
  const act = useAct(approveFee, { refreshes })
  const mark = { id, version: of.requestVersion }
  if (!of.mayApprove) return <p className="quiet">{say('learning.fee.waits')}</p>
  return (
    <>
      <RefusalNote error={act.error} />
      <div className="part-actions">
        <Button type="primary" onClick={() => act.mutate({ ...mark, approves: true })}>
          {say('learning.fee.approve')}
        </Button>
        <Button onClick={() => act.mutate({ ...mark, approves: false })}>
          {say('learning.fee.sendBack')}
        </Button>
      </div>
    </>
  )
}

function Notice({ id, of }: Shown) {
  const say = useSay()
  const [on, setOn] = useState(dateAt(new Date()))
  const act = useAct(noticeFee, { refreshes })
  return (
    <ActForm
      act={act}
      ok={say('learning.fee.notice')}
      onSubmit={() => act.mutate({ id, version: of.requestVersion, on })}
    >
      <DayField
        label={say('learning.fee.noticedOn')}
        hint={say('learning.fee.notice.hint')}
        value={on}
        onChange={setOn}
      />
    </ActForm>
  )
}

function Pay({ id, of }: Shown) {
  const say = useSay()
  const [on, setOn] = useState(dateAt(new Date()))
  const [amount, setAmount] = useState('')
  const [receiptNumber, setReceiptNumber] = useState('')
  const act = useAct(payFee, { refreshes })
  return (
    <ActForm
      act={act}
      ok={say('learning.fee.pay')}
      plain
      onSubmit={() =>
        act.mutate({
          id,
          version: of.requestVersion,
          on,
          amountYuan: Number(amount),
          receiptNumber,
        })
      }
    >
      <DayField label={say('learning.fee.paidOn')} value={on} onChange={setOn} />
      <TextField
        label={say('learning.fee.paidYuan')}
        type="number"
        min={0}
        value={amount}
        onChange={setAmount}
      />
      <TextField
        label={say('learning.fee.receipt')}
        maxLength={60}
        value={receiptNumber}
        onChange={setReceiptNumber}
      />
    </ActForm>
  )
}

/** The processing fee of a request: counted, proposed, approved, told, paid or lapsed (M68). */
export function FeePart(props: { id: number; over: boolean }) {
  const say = useSay()
  const { id } = props
  const { data: of, error } = useCall(requestFee, { id })
  if (!of) return <RefusalNote error={error} />
  const fee = of.assessment
  const state = fee?.state
  const may = of.mayHandle && !props.over
  return (
    <section className="block" aria-labelledby="case-fee">
      <h2 id="case-fee">{say('learning.fee')}</h2>
      {of.byItem && (
        <p className="quiet">
          {say('learning.fee.ordinal', { n: of.byItem.ordinal, yuan: of.byItem.amountYuan })} ·{' '}
          {of.article}
        </p>
      )}
      {fee && (
        <>
          <p>
            <b>{say('learning.yuan', { n: fee.amountFen / fenPerYuan })}</b>{' '}
            <span className={`mark ${fee.state === 'lapsed' ? 'late' : 'none'}`}>
              {say(`learning.fee.state.${fee.state}`)}
            </span>
          </p>
          <Bands of={of} />
          <p className="quiet">{fee.article}</p>
          {fee.reason && <p>{fee.reason}</p>}
          {fee.dueOn && (
            <p>{say('learning.fee.due', { on: fee.dueOn, article: of.paymentArticle })}</p>
          )}
          {fee.paidOn && (
            <p>{say('learning.fee.paid', { on: fee.paidOn, number: fee.receiptNumber })}</p>
          )}
          {(state === 'approved' || state === 'noticed' || state === 'lapsed') && (
            <p className="quiet">
              {say('learning.fee.objection', { article: of.objectionArticle })}
            </p>
          )}
        </>
      )}
      {may && (!state || state === 'draft') && <Assess id={id} of={of} />}
      {may && state === 'draft' && <Propose id={id} of={of} />}
      {state === 'proposed' && <Approve id={id} of={of} />}
      {may && state === 'approved' && <Notice id={id} of={of} />}
      {may && state === 'noticed' && <Pay id={id} of={of} />}
    </section>
  )
}
