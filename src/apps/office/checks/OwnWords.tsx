import { App, Button } from 'antd'
import { useState } from 'react'
import { lexiconSources, listOwnWords, retireOwnWord } from '#wording/contract'
import type { AnswerOf } from '../call.ts'
import { Rooms } from '../life-cycle/Rooms.tsx'
import { CardTable } from '../parts/CardTable.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { SearchWords } from '../parts/SearchWords.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall, useSlices } from '../query.ts'
import { useSay } from '../words.tsx'
import { AddWord } from './AddWord.tsx'
import './checks.css'

type Word = AnswerOf<typeof listOwnWords>['items'][number]

/** The words that an office keeps for its texts, and the lexicon that comes with the program (M43). */
export function Component() {
  const say = useSay()
  const { message } = App.useApp()
  const [words, setWords] = useState('')
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Word | null>(null)
  const list = useSlices(listOwnWords, words ? { words } : {})
  const retire = useAct(retireOwnWord, {
    refreshes: [listOwnWords],
    done: () => setLeaving(null),
  })
  if (list.error) return <ScreenFault error={list.error} retry={() => void list.refetch()} />
  const pages = (list.data?.pages ?? []) as unknown as AnswerOf<typeof listOwnWords>[]
  const mayAdd = pages[0]?.mayAdd ?? false
  return (
    <>
      <Rooms />
      <PageTitle
        title={say('office.words.title')}
        about={say('office.words.about')}
        actions={
          mayAdd &&
          !adding && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {say('office.words.add')}
            </Button>
          )
        }
      />
      {adding && (
        <AddWord
          onDone={() => {
            setAdding(false)
            void message.success(say('office.words.added'))
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      <div className="filters">
        <SearchWords label={say('office.words.search')} value={words} onChange={setWords} />
      </div>
      {list.isPending ? (
        <Waiting />
      ) : (
        <WordTable words={pages.flatMap(({ items }) => items)} onRetire={setLeaving} />
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('office.words.more')}
        </Button>
      )}
      <Lexicon />
      {leaving && (
        <ReasonDialog
          title={say('office.words.retire.title', { word: leaving.word })}
          label={say('office.words.reason')}
          ok={say('office.words.retire')}
          act={retire}
          most={200}
          onReason={(reason) => retire.mutate({ id: leaving.id, reason })}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}

function WordTable(props: { words: readonly Word[]; onRetire: (word: Word) => void }) {
  const say = useSay()
  return (
    <CardTable
      rowKey={({ id }) => id}
      rows={props.words}
      empty={<Empty title={say('office.words.none')} next={say('office.words.none.next')} />}
      columns={[
        {
          key: 'word',
          title: say('office.words.word'),
          show: (one) => (
            <>
              <b>{one.word}</b> {one.instead && `→ ${one.instead}`}
              <br />
              <small className="quiet">{one.reason}</small>
            </>
          ),
        },
        {
          key: 'kind',
          title: say('office.words.kind'),
          show: (one) => say(`office.words.kind.${one.kind}`),
        },
        { key: 'unit', title: say('office.words.unit'), show: (one) => one.organization.name },
        {
          key: 'days',
          title: say('office.words.days'),
          show: (one) =>
            one.retired ? (
              <span className="quiet">{say('office.words.retired', one.retired)}</span>
            ) : (
              <>
                {one.until
                  ? say('office.words.days.closed', { from: one.from, until: one.until })
                  : say('office.words.days.open', { from: one.from })}
                <br />
                <small className="quiet">
                  {say(one.inForce ? 'office.words.inForce' : 'office.words.later')}
                </small>
              </>
            ),
        },
        {
          key: 'act',
          title: '',
          width: 96,
          show: (one) =>
            one.mayRetire && (
              <Button size="small" onClick={() => props.onRetire(one)}>
                {say('office.words.retire')}
              </Button>
            ),
        },
      ]}
    />
  )
}

/** What the program looks for by itself, with the norm after which each part was collected. */
function Lexicon() {
  const say = useSay()
  const { data } = useCall(lexiconSources, {}, { staleTime: 600_000 })
  if (!data) return null
  return (
    <section className="block words-lexicon" aria-labelledby="lexicon">
      <h2 id="lexicon">{say('office.words.lexicon', { day: data.datedOn })}</h2>
      <p className="quiet">{say('office.words.lexicon.about')}</p>
      <ul className="points">
        {data.parts.map((part) => (
          <li key={part.class}>
            <b>{say(`office.words.class.${part.class}`)}</b>{' '}
            {say('office.words.class.words', { words: part.words })}
            <br />
            <small className="quiet">{part.source}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
