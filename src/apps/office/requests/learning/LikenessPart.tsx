import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type LikeRequest,
  likeRequests,
  linkRepeat,
  mergeRequest,
  type Resemblance,
  requestCase,
  splitRequest,
  unsplitRequest,
} from '#requests/contract'
import type { AnswerOf } from '../../call.ts'
import { ActForm } from '../../parts/ActForm.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { ReasonsForm } from './ReasonsForm.tsx'
import './learning.css'

const refreshes = [likeRequests, requestCase] as const

function Like(props: { one: LikeRequest; children?: React.ReactNode }) {
  const say = useSay()
  const { one } = props
  return (
    <li>
      <Link to={`/requests/${one.id}`}>{one.title}</Link>
      <small className="quiet number">
        {one.number} · {say('learning.percent', { n: one.percent })} ·{' '}
        {one.answeredOn
          ? say('learning.answeredOn', { on: one.answeredOn })
          : say('learning.unanswered')}
      </small>
      {props.children}
    </li>
  )
}

function Split(props: { id: number; of: Resemblance }) {
  const say = useSay()
  const [text, setText] = useState('')
  const [made, setMade] = useState<AnswerOf<typeof splitRequest>['parts'] | null>(null)
  const act = useAct(splitRequest, { refreshes, done: ({ parts }) => setMade(parts) })
  const parts = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (made)
    return (
      <div role="status">
        <p>{say('learning.split.done')}</p>
        <ul className="like-list">
          {made.map((part) => (
            <li key={part.requestId}>
              <Link to={`/requests/${part.requestId}`}>{part.number}</Link>
              <code>{part.checkCode}</code>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <ActForm
      act={act}
      ok={say('learning.split.do', { n: parts.length })}
      plain
      disabled={parts.length < 2}
      onSubmit={() => act.mutate({ id: props.id, version: props.of.version, parts })}
    >
      <TextAreaField
        label={say('learning.split.parts')}
        hint={say('learning.split.hint')}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={text}
        onChange={setText}
      />
    </ActForm>
  )
}

/** What a request resembles, how often its asker comes, and one matter to a request (M74). */
export function LikenessPart(props: { id: number; over: boolean }) {
  const say = useSay()
  const { id } = props
  const { data: of, error } = useCall(likeRequests, { id })
  const [splits, setSplits] = useState(false)
  const repeat = useAct(linkRepeat, { refreshes })
  const merge = useAct(mergeRequest, { refreshes })
  const unsplit = useAct(unsplitRequest, { refreshes })
  if (!of) return <RefusalNote error={error} />
  const mark = { id, version: of.version }
  const may = of.mayHandle && !props.over
  return (
    <section className="block" aria-labelledby="case-likeness">
      <h2 id="case-likeness">{say('learning.likeness')}</h2>
      <p className={of.frequent ? 'mark due' : 'quiet'}>
        {say('learning.counts', { ...of.counts })}
      </p>
      {of.limits && of.frequent && (
        <p className="quiet">
          {say('learning.frequent', {
            month: of.limits.month,
            year: of.limits.year,
            article: of.limits.article,
          })}
        </p>
      )}
      <RefusalNote error={repeat.error ?? merge.error ?? unsplit.error} />
      {of.repeatOf && (
        <p>
          {say('learning.repeatOf')}
          <Link to={`/requests/${of.repeatOf.id}`}>{of.repeatOf.number}</Link>（{of.repeatArticle}）
          {may && (
            <Button size="small" onClick={() => repeat.mutate({ ...mark, earlierId: null })}>
              {say('learning.repeat.undo')}
            </Button>
          )}
        </p>
      )}
      {of.parent && (
        <p>
          {say('learning.parent')}
          <Link to={`/requests/${of.parent.id}`}>{of.parent.number}</Link>
        </p>
      )}
      {of.mergedInto && (
        <p>
          {say('learning.mergedInto')}
          <Link to={`/requests/${of.mergedInto.id}`}>{of.mergedInto.number}</Link>
        </p>
      )}
      {of.parts.length > 0 && (
        <>
          <h3>{say('learning.parts')}</h3>
          <ul className="like-list">
            {of.parts.map((part) => (
              <li key={part.id}>
                <Link to={`/requests/${part.id}`}>{part.title}</Link>
                <small className="quiet number">{part.number}</small>
              </li>
            ))}
          </ul>
          {of.mayHandle && (
            <Popconfirm
              title={say('learning.unsplit.ask')}
              okText={say('learning.unsplit')}
              cancelText={say('office.cancel')}
              onConfirm={() => unsplit.mutate(mark)}
            >
              <Button>{say('learning.unsplit')}</Button>
            </Popconfirm>
          )}
        </>
      )}
      {of.repeats.length > 0 && <h3>{say('learning.repeats')}</h3>}
      <ul className="like-list">
        {of.repeats.map((one) => (
          <Like key={one.id} one={one}>
            {may && !of.repeatOf && one.answeredOn && (
              <Button size="small" onClick={() => repeat.mutate({ ...mark, earlierId: one.id })}>
                {say('learning.repeat.do')}
              </Button>
            )}
            {may && !one.answeredOn && (
              <Button size="small" onClick={() => merge.mutate({ ...mark, intoId: one.id })}>
                {say('learning.merge')}
              </Button>
            )}
          </Like>
        ))}
      </ul>
      {of.othersOpen.length > 0 && <h3>{say('learning.others')}</h3>}
      <ul className="like-list">
        {of.othersOpen.map((one) => (
          <Like key={one.id} one={one} />
        ))}
      </ul>
      {of.repeats.length + of.othersOpen.length === 0 && (
        <p className="quiet">{say('learning.none')}</p>
      )}
      {may && (of.frequent || of.excessive) && <ReasonsForm id={id} of={of} />}
      {may && of.parts.length === 0 && !of.parent && !splits && (
        <Button className="no-print" onClick={() => setSplits(true)}>
          {say('learning.split')}
        </Button>
      )}
      {splits && <Split id={id} of={of} />}
    </section>
  )
}
