import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import { listTerms, setTerm, type Term } from '#policies/contract'
import type { Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ListScreen } from '../parts/ListScreen.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
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
  const [term, setOwn] = useState({
    fromOn: dateAt(new Date()),
    years: known?.years ?? null,
    trialYears: known?.trialYears ?? null,
    article: '',
  })
  const act = useAct(setTerm, {
    refreshes: [listTerms],
    said: say('terms.kept'),
    done: onClose,
  })
  const { years, trialYears } = term
  const isReady = term.fromOn !== '' && term.article.trim().length > 3
  return (
    <Dialog
      title={say('terms.set')}
      ok={say('office.save')}
      act={act}
      isReady={isReady && years !== null && trialYears !== null}
      onOk={() => years && trialYears && act.mutate({ ...term, years, trialYears })}
      onClose={onClose}
    >
      <p className="quiet">{say('terms.set.about')}</p>
      <DayField
        label={say('terms.fromOn')}
        hint={say('terms.fromOn.hint')}
        value={term.fromOn}
        onChange={(fromOn) => setOwn({ ...term, fromOn })}
      />
      <div className="two">
        {(['years', 'trialYears'] as const).map((name) => (
          <NumberField
            key={name}
            label={say(`terms.${name}`)}
            min={1}
            max={most}
            value={term[name]}
            onChange={(value) => setOwn({ ...term, [name]: value })}
          />
        ))}
      </div>
      <TextField
        label={say('terms.article')}
        hint={say('terms.article.hint')}
        maxLength={200}
        value={term.article}
        onChange={(article) => setOwn({ ...term, article })}
      />
    </Dialog>
  )
}

/** How long normative documents last where their text sets no day, from which day on, by which rule. */
export function Component() {
  const say = useSay()
  const { holds } = useSession()
  const asked = useCall(listTerms, {})
  const terms = asked.data ?? []
  const now = appliesNow(terms, dateAt(new Date()))
  return (
    <ListScreen
      Title={PolicyTitle}
      about={say('terms.about')}
      add={holds(ruleKeepers) && say('terms.set')}
      asked={asked}
      rows={terms}
      rowKey={(term) => `${term.regionCode} ${term.fromOn}`}
      columns={() => columnsOf(say, now)}
      empty={<Empty title={say('terms.empty')} next={say('terms.empty.next')} />}
      dialog={(_, close) => <SetTerm known={now} onClose={close} />}
    />
  )
}
