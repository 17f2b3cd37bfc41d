import { Button } from 'antd'
import { type CaseShape, caseAsking } from '#requests/contract'
import { DateText } from '../../parts/DateText.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** What the requester added, what was said on follow-up, and why the request is marked. */
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
      {opened &&
        opened.words.length === 0 &&
        opened.suspicions.length === 0 &&
        opened.followUps.every(({ text }) => text === null) && (
          <p className="quiet">{say('office.asking.nothing')}</p>
        )}
      {opened?.followUps.some(({ text }) => text !== null) && <h3>{say('office.followUp')}</h3>}
      {opened?.followUps.map(
        ({ on, way, text, by }) =>
          text !== null && (
            <p key={`${on}${text}`} className="typed">
              <DateText of={on} /> {say(`office.followUp.${way}`)}{' '}
              <span className="quiet">{by ?? ''}</span>
              <br />
              {text}
            </p>
          ),
      )}
    </section>
  )
}
