import { App, Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import { listTerms, setTerm, type Term } from '#policies/contract'
import { CardTable, type Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { ruleKeepers } from './keepers.ts'
import { PolicyTitle } from './PolicyTitle.tsx'

const most = 30

/** The nearest place decides, then the latest day: what stands first in that order today. */
const appliesNow = (terms: readonly Term[], today: string): Term | undefined =>
  terms
    .filter((term) => term.fromOn <= today)
    .sort((a, b) => b.regionCode.length - a.regionCode.length || (a.fromOn < b.fromOn ? 1 : -1))[0]

const columnsOf = (say: Say, now: Term | undefined): Column<Term>[] => [
  {
    key: 'from',
    title: say('terms.fromOn'),
    width: 220,
    show: (term) => (
      <>
        <DateText of={term.fromOn} />{' '}
        {term === now && <span className="mark met">{say('terms.now')}</span>}
      </>
    ),
  },
  {
    key: 'years',
    title: say('terms.years'),
    width: 170,
    show: (term) => say('terms.n', { n: term.years }),
  },
  {
    key: 'trial',
    title: say('terms.trialYears'),
    width: 190,
    show: (term) => say('terms.n', { n: term.trialYears }),
  },
  {
    key: 'place',
    title: say('terms.place'),
    width: 150,
    show: (term) => <span className="number">{term.regionCode}</span>,
  },
  { key: 'article', title: say('terms.article'), show: (term) => term.article },
]

function SetTerm({ known, onClose }: { known: Term | undefined; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [term, setOwn] = useState({
    fromOn: dateAt(new Date()),
    years: known?.years ?? null,
    trialYears: known?.trialYears ?? null,
    article: '',
  })
  const act = useAct(setTerm, {
    refreshes: [listTerms],
    done: () => {
      void message.success(say('terms.kept'))
      onClose()
    },
  })
  const { years, trialYears } = term
  const isReady = years && trialYears && term.fromOn !== '' && term.article.trim().length > 3
  return (
    <Modal
      open
      title={say('terms.set')}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() => years && trialYears && act.mutate({ ...term, years, trialYears })}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <p className="quiet">{say('terms.set.about')}</p>
        <Field label={say('terms.fromOn')} hint={say('terms.fromOn.hint')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={term.fromOn}
              onChange={({ target }) => setOwn({ ...term, fromOn: target.value })}
            />
          )}
        </Field>
        <div className="two">
          {(['years', 'trialYears'] as const).map((name) => (
            <Field key={name} label={say(`terms.${name}`)}>
              {(ids) => (
                <InputNumber
                  {...ids}
                  min={1}
                  max={most}
                  value={term[name]}
                  onChange={(value) => setOwn({ ...term, [name]: value })}
                />
              )}
            </Field>
          ))}
        </div>
        <Field label={say('terms.article')} hint={say('terms.article.hint')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={200}
              value={term.article}
              onChange={({ target }) => setOwn({ ...term, article: target.value })}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}

/** How long normative documents last where their text sets no day, from which day on, by which rule. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const [isOpen, setOpen] = useState(false)
  const { data, error, isPending, refetch } = useCall(listTerms, {})
  const now = appliesNow(data ?? [], dateAt(new Date()))
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  return (
    <>
      <PolicyTitle
        about={say('terms.about')}
        actions={
          holds(ruleKeepers) && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {say('terms.set')}
            </Button>
          )
        }
      />
      <CardTable
        rows={data ?? []}
        rowKey={(term) => `${term.regionCode} ${term.fromOn}`}
        columns={columnsOf(say, now)}
        loading={isPending}
        empty={<Empty title={say('terms.empty')} next={say('terms.empty.next')} />}
      />
      {isOpen && <SetTerm known={now} onClose={() => setOpen(false)} />}
    </>
  )
}
