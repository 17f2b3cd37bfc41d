import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import {
  type CaseShape,
  logPublicly,
  requestCase,
  requestList,
  unlogPublicly,
} from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { DocumentField } from '../DocumentField.tsx'
import { maskTitle } from './mask-title.ts'

type Line = NonNullable<CaseShape['log']>

/** The line as a citizen reads it in the log open to all. */
function Preview(props: { of: CaseShape; line: Line }) {
  const say = useSay()
  const { of, line } = props
  return (
    <dl className="facts log-line" aria-label={say('office.asking.log.seen')}>
      <dt>{say('office.asking.log.seen.title')}</dt>
      <dd>
        <b>{line.title}</b>
      </dd>
      <dt>{say('office.asking.log.seen.office')}</dt>
      <dd>{of.organization.name}</dd>
      <dt>{say('office.asking.log.seen.days')}</dt>
      <dd>
        <DateText of={of.receivedOn ?? of.submittedOn} /> — <DateText of={of.answeredOn} />
      </dd>
      {of.resultCode && (
        <>
          <dt>{say('office.asking.log.seen.result')}</dt>
          <dd>{say(`requests.result.${of.resultCode}`)}</dd>
        </>
      )}
      {line.document && (
        <>
          <dt>{say('office.asking.log.seen.document')}</dt>
          <dd>
            <a href={`/d/${line.document.id}`}>{line.document.title}</a>
          </dd>
        </>
      )}
    </dl>
  )
}

function LineForm(props: { of: CaseShape; onDone: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of } = props
  const [title, setTitle] = useState(of.log?.title ?? of.title)
  const [document, setDocument] = useState(of.log?.document ?? null)
  const act = useAct(logPublicly, {
    refreshes: [requestCase, requestList],
    done: () => {
      void message.success(say('office.asking.done'))
      props.onDone()
    },
  })
  const shown = maskTitle(title.trim())
  return (
    <ActForm
      act={act}
      ok={say(of.log ? 'office.asking.log.change' : 'office.asking.log.put')}
      disabled={shown.length < 2}
      onSubmit={() =>
        act.mutate({
          id: of.id,
          version: of.version,
          title: shown,
          documentId: document?.id ?? null,
        })
      }
      onCancel={props.onDone}
    >
      <TextField
        label={say('office.asking.log.title')}
        maxLength={100}
        value={title}
        onChange={setTitle}
        hint={
          shown !== title.trim() && <p className="problem">{say('office.asking.log.masked')}</p>
        }
      />
      <DocumentField
        label={say('office.asking.log.document')}
        hint={say('office.asking.log.document.hint')}
        find={say('office.asking.log.document.find')}
        optional
        state="published"
        value={document}
        onChange={setDocument}
      />
      <h3>{say('office.asking.log.seen')}</h3>
      <Preview of={of} line={{ title: shown, document }} />
    </ActForm>
  )
}

/** Whether others may read that this was asked and answered (M78): the line is shown before it goes out. */
export function LogPart(props: { of: CaseShape }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of } = props
  const [isOpen, setOpen] = useState(false)
  const remove = useAct(unlogPublicly, {
    refreshes: [requestCase, requestList],
    done: () => void message.success(say('office.asking.done')),
  })
  if (of.answeredOn === null || (!of.mayHandle && !of.log)) return null
  return (
    <section className="block" aria-labelledby="case-log">
      <h2 id="case-log">{say('office.asking.log')}</h2>
      {!isOpen && of.log && <Preview of={of} line={of.log} />}
      {!of.log && <p className="quiet">{say('office.asking.log.about')}</p>}
      <RefusalNote error={remove.error} />
      {of.mayHandle && !isOpen && (
        <div className="part-actions no-print">
          <Button onClick={() => setOpen(true)}>
            {say(of.log ? 'office.asking.log.change' : 'office.asking.log.put')}
          </Button>
          {of.log && (
            <Popconfirm
              title={say('office.asking.log.removeAsk')}
              okText={say('office.asking.log.remove')}
              cancelText={say('office.cancel')}
              onConfirm={() => remove.mutate({ id: of.id, version: of.version })}
            >
              <Button>{say('office.asking.log.remove')}</Button>
            </Popconfirm>
          )}
        </div>
      )}
      {isOpen && <LineForm of={of} onDone={() => setOpen(false)} />}
    </section>
  )
}
