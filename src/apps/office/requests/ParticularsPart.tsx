import { Button } from 'antd'
import { type CaseShape, openSealed } from '#requests/contract'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

const lines = [
  'name',
  'representative',
  'identityNumber',
  'telephone',
  'email',
  'address',
  'postcode',
] as const

/** Who asks and what: masked until somebody who handles the case opens it, which goes on record. */
export function ParticularsPart(props: { of: CaseShape }) {
  const say = useSay()
  const { of } = props
  const act = useAct(openSealed)
  const opened = act.data
  return (
    <section className="block" aria-labelledby="case-requester">
      <h2 id="case-requester">{say('office.case.requester')}</h2>
      <RefusalNote error={act.error} />
      {!opened && (
        <>
          <dl className="facts">
            <dt>{say('office.intake.kind')}</dt>
            <dd>{say(`request.kind.${of.requesterKind}`)}</dd>
            <dt>{say('office.intake.name')}</dt>
            <dd aria-hidden="true">＊＊＊</dd>
          </dl>
          {of.mayHandle ? (
            <>
              <Button loading={act.isPending} onClick={() => act.mutate({ id: of.id })}>
                {say('office.case.open')}
              </Button>
              <p className="quiet">{say('office.case.open.about')}</p>
            </>
          ) : (
            <p className="quiet">{say('office.case.sealed')}</p>
          )}
        </>
      )}
      {opened && opened.requester === null && (
        <p className="quiet">{say('office.case.particularsGone')}</p>
      )}
      {opened?.requester && (
        <dl className="facts">
          <dt>{say('office.intake.kind')}</dt>
          <dd>{say(`request.kind.${opened.requester.kind}`)}</dd>
          {lines.map((name) => {
            const value = opened.requester?.[name]
            return value ? (
              <div key={name} className="fact">
                <dt>
                  {name === 'identityNumber'
                    ? say(`request.identity.${opened.requester?.identityType}`)
                    : say(`office.intake.${name}`)}
                </dt>
                <dd>{value}</dd>
              </div>
            ) : null
          })}
        </dl>
      )}
      {opened?.asked && (
        <>
          <h3>{say('office.intake.wanted')}</h3>
          <p className="asked-for">{opened.asked.wanted}</p>
          {opened.asked.purpose && (
            <p>
              <span className="quiet">{say('office.intake.purpose')}</span> {opened.asked.purpose}
            </p>
          )}
          {opened.asked.remarks && (
            <p>
              <span className="quiet">{say('office.intake.remarks')}</span> {opened.asked.remarks}
            </p>
          )}
          <Button size="small" onClick={() => act.reset()}>
            {say('office.case.seal')}
          </Button>
        </>
      )}
    </section>
  )
}
