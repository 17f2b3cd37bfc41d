import { App, Button } from 'antd'
import { useState } from 'react'
import {
  type CaseShape,
  caseAsking,
  logPublicly,
  requestCase,
  unlogPublicly,
} from '#requests/contract'
import { DateText } from '../../parts/DateText.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** The line of the log open to all: the office's own title, scanned before it is shown. */
function LogLine(props: { of: CaseShape }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of } = props
  const [title, setTitle] = useState(of.title)
  const done = () => void message.success(say('office.asking.done'))
  const put = useAct(logPublicly, { refreshes: [requestCase], done })
  const remove = useAct(unlogPublicly, { refreshes: [requestCase], done })
  const { id, version } = of
  return (
    <>
      <h3>{say('office.asking.log')}</h3>
      <p className="quiet">{say('office.asking.log.about')}</p>
      <RefusalNote error={put.error ?? remove.error} />
      <TextField
        label={say('office.asking.log.title')}
        value={title}
        maxLength={100}
        onChange={setTitle}
      />
      <Button
        loading={put.isPending}
        onClick={() => put.mutate({ id, version, title, documentId: null })}
      >
        {say(of.loggedPublicly ? 'office.asking.log.change' : 'office.asking.log.put')}
      </Button>
      {of.loggedPublicly && (
        <Button loading={remove.isPending} onClick={() => remove.mutate({ id, version })}>
          {say('office.asking.log.remove')}
        </Button>
      )}
    </>
  )
}

/** What the requester added, why the request is marked, and whether others may read of it. */
export function AskingPart(props: { of: CaseShape }) {
  const say = useSay()
  const { of } = props
  const act = useAct(caseAsking)
  const opened = act.data
  if (!of.mayHandle) return null
  return (
    <section className="block" aria-labelledby="case-asking">
      <h2 id="case-asking">{say('office.asking')}</h2>
      <RefusalNote error={act.error} />
      {of.satisfaction !== null && (
        <p>{say('office.asking.satisfaction', { stars: of.satisfaction })}</p>
      )}
      {!opened && (
        <Button loading={act.isPending} onClick={() => act.mutate({ id: of.id })}>
          {say('office.asking.open')}
        </Button>
      )}
      {opened?.suspicions.map((reason) => (
        <p key={reason}>{say(`office.asking.suspicion.${reason}`)}</p>
      ))}
      {opened && opened.suspicions.length > 0 && (
        <p className="quiet">{say('office.asking.suspicion.about')}</p>
      )}
      {opened?.words.map(({ kind, text, at }) => (
        <p key={at} className="typed">
          <strong>{say(`office.asking.words.${kind}`)}</strong> <DateText of={at.slice(0, 10)} />
          <br />
          {text}
        </p>
      ))}
      {opened && opened.words.length === 0 && opened.suspicions.length === 0 && (
        <p className="quiet">{say('office.asking.nothing')}</p>
      )}
      {of.answeredOn !== null && <LogLine of={of} />}
    </section>
  )
}
