import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import {
  addEventUpdate,
  changeEvent,
  documentList,
  eventById,
  events,
  owed,
} from '#documents/contract'
import { StateTag } from '../documents/StateTag.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { MomentField } from '../parts/MomentField.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { Clocks } from './Clocks.tsx'
import { Rooms } from './Rooms.tsx'

function PressConference(props: { id: number; onClose: () => void }) {
  const say = useSay()
  const [at, setAt] = useState(() => new Date().toISOString())
  const act = useAct(changeEvent, { refreshes: [eventById, events, owed], done: props.onClose })
  return (
    <Dialog
      title={say('event.press')}
      ok={say('event.press')}
      act={act}
      isReady={at !== ''}
      onOk={() => act.mutate({ id: props.id, pressConferenceAt: at })}
      onClose={props.onClose}
    >
      <MomentField label={say('event.press.at')} value={at} onChange={setAt} />
    </Dialog>
  )
}

function AddDocument(props: { id: number; onClose: () => void }) {
  const say = useSay()
  const [words, setWords] = useState('')
  const [documentId, setDocument] = useState<number | null>(null)
  const { data } = useCall(
    documentList,
    { ...(words && { q: words }), limit: 20 },
    { keepPrevious: true },
  )
  const act = useAct(addEventUpdate, { refreshes: [eventById, events], done: props.onClose })
  return (
    <Dialog
      title={say('event.update.existing')}
      ok={say('event.update.existing')}
      act={act}
      isReady={documentId !== null}
      onOk={() => act.mutate({ id: props.id, documentId })}
      onClose={props.onClose}
    >
      <SelectField
        label={say('event.document')}
        className="whole"
        showSearch={{ filterOption: false, onSearch: setWords }}
        placeholder={say('clarification.search')}
        value={documentId}
        onChange={(id: number) => setDocument(id)}
        options={(data?.items ?? []).map((line) => ({
          value: line.documentId,
          label: line.title,
        }))}
      />
    </Dialog>
  )
}

/** One emergency: its clocks, its updates newest first, the next word. */
export function Component() {
  const say = useSay()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const id = Number(useParams().id)
  const { data, error } = useCall(eventById, { id })
  const [asking, setAsking] = useState<'press' | 'document' | null>(null)
  const begin = useAct(addEventUpdate, {
    refreshes: [eventById, events],
    done: ({ documentId }) => void navigate(`/documents/${documentId}`),
  })
  const close = useAct(changeEvent, { refreshes: [eventById, events, owed] })
  if (error && !data) return <ScreenFault error={error} />
  if (!data) return <Waiting rows={8} />
  const isOpen = data.closedAt === null
  return (
    <>
      <PageTitle
        title={data.title}
        about={
          <>
            {data.organization.name} · {say(`event.level.${data.level}`)} · {say('event.knownAt')}{' '}
            <DateText of={data.knownAt} minute />
          </>
        }
        actions={
          <>
            <a href={`/events/${data.id}`}>
              <Button tabIndex={-1}>{say('event.site')}</Button>
            </a>
            {isOpen && data.mayKeep && (
              <>
                <Button onClick={() => setAsking('press')}>{say('event.press')}</Button>
                <Button
                  onClick={() =>
                    modal.confirm({
                      title: say('event.close'),
                      content: say('event.close.ask'),
                      okText: say('event.close'),
                      cancelText: say('office.cancel'),
                      icon: null,
                      onOk: () => close.mutateAsync({ id, close: true }).catch(() => null),
                    })
                  }
                >
                  {say('event.close')}
                </Button>
              </>
            )}
            {isOpen && (
              <>
                <Button onClick={() => setAsking('document')}>
                  {say('event.update.existing')}
                </Button>
                <Button
                  type="primary"
                  loading={begin.isPending}
                  onClick={() => begin.mutate({ id, documentId: null })}
                >
                  {say('event.update')}
                </Button>
              </>
            )}
          </>
        }
      />
      <Rooms />
      <RefusalNote error={begin.error ?? close.error} />
      {data.summary && <p>{data.summary}</p>}
      <Clocks of={data} />
      <section className="block" aria-labelledby="event-updates">
        <h2 id="event-updates">{say('event.updates', { n: data.updates.length })}</h2>
        {data.updates.length === 0 && <Empty title={say('event.updates.none')} />}
        <ul className="ruled-list">
          {data.updates.map((update) => (
            <li key={update.documentId}>
              <div>
                <Link to={`/documents/${update.documentId}`}>
                  {update.title || say('desk.untitled')}
                </Link>
                <p className="quiet">
                  <DateText of={update.at} minute />
                </p>
              </div>
              <StateTag state={update.state as 'draft'} />
            </li>
          ))}
        </ul>
      </section>
      {asking === 'press' && <PressConference id={id} onClose={() => setAsking(null)} />}
      {asking === 'document' && <AddDocument id={id} onClose={() => setAsking(null)} />}
    </>
  )
}
