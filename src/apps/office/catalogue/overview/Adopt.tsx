import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { adoptEdition, editions, readiness } from '#catalogue/contract'
import { dateAt } from '#platform/civil-date'
import type { AnswerOf } from '../../call.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { DayField } from '../../parts/TextField.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { Fold } from '../parts/Fold.tsx'
import { editionReads } from '../reads.ts'

type Finding = AnswerOf<typeof readiness>[number]

const findingsShown = 100

/** What stands between a draft and its adoption; then the date, and a last look. */
export function Component() {
  const say = useSay()
  const { edition, mayEdit } = useEdition()
  const { data, error } = useCall(readiness, { editionId: edition.id })
  if (error) return <RefusalNote error={error} />
  if (!data) return <Waiting />
  const blocking = data.filter((one) => one.blocking)
  const worthALook = data.filter((one) => !one.blocking)
  return (
    <>
      <section className="block">
        <h2>
          {blocking.length === 0
            ? say('office.catalogue.ready.yes')
            : say('office.catalogue.ready.no', { count: blocking.length })}
        </h2>
        <Findings findings={blocking} />
        {worthALook.length > 0 && (
          <Fold
            title={say('office.catalogue.ready.look', { count: worthALook.length })}
            about={say('office.catalogue.ready.look.about')}
            open={blocking.length === 0 && worthALook.length < 20}
          >
            <Findings findings={worthALook} />
          </Fold>
        )}
      </section>
      {mayEdit && <Adoption isReady={blocking.length === 0} />}
    </>
  )
}

function Findings(props: { findings: readonly Finding[] }) {
  const say = useSay()
  const { edition } = useEdition()
  const at = `/catalogue/editions/${edition.id}`
  const addressOf = (one: Finding) =>
    one.code === 'openQuestion'
      ? `${at}/questions`
      : one.code === 'bodyMissing'
        ? `${at}?field=${one.fieldCode}&matter=${one.matterCode}`
        : `${at}?field=${one.fieldCode}`
  return (
    <ul className="plain-list">
      {props.findings.slice(0, findingsShown).map((one) => (
        <li key={`${one.code} ${one.fieldCode} ${one.matterCode} ${one.name}`}>
          <span className={`mark ${one.blocking ? 'late' : 'due'}`}>
            {say(`office.catalogue.finding.${one.code}`)}
          </span>{' '}
          <Link to={addressOf(one)}>
            {one.fieldName} {one.name}
          </Link>
        </li>
      ))}
      {props.findings.length > findingsShown && (
        <li className="quiet">
          {say('office.catalogue.andMore', { count: props.findings.length - findingsShown })}
        </li>
      )}
    </ul>
  )
}

function Adoption(props: { isReady: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  const { edition } = useEdition()
  const today = dateAt(new Date())
  const [effectiveOn, setEffectiveOn] = useState(today)
  const [isSure, setSure] = useState(false)
  const act = useAct(adoptEdition, {
    refreshes: [...editionReads, editions],
    said: say('office.catalogue.adopted.done'),
    done: () => void navigate(`/catalogue/editions/${edition.id}`),
  })
  return (
    <section className="block">
      <h2>{say('office.catalogue.adoption')}</h2>
      <RefusalNote error={act.error} />
      <div className="form">
        <DayField
          label={say('office.catalogue.effectiveOn')}
          hint={say('office.catalogue.effectiveOn.hint')}
          max={today}
          value={effectiveOn}
          onChange={setEffectiveOn}
        />
        <Checkbox checked={isSure} onChange={({ target }) => setSure(target.checked)}>
          {say('office.catalogue.adopt.sure')}
        </Checkbox>
        <div className="actions">
          <Button
            type="primary"
            disabled={!props.isReady || !isSure || effectiveOn === ''}
            loading={act.isPending}
            onClick={() => act.mutate({ editionId: edition.id, effectiveOn, confirm: true })}
          >
            {say('office.catalogue.adopt')}
          </Button>
        </div>
        {!props.isReady && <p className="quiet">{say('office.catalogue.adopt.notYet')}</p>}
      </div>
    </section>
  )
}
