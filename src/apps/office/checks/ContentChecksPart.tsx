import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import {
  type CheckVerdict,
  contentChecks,
  desk,
  overruleCheck,
  placeInstead,
} from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import type { Desk } from '../desk/use-draft.ts'
import type { Writing } from '../desk/writing.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

type Checks = AnswerOf<typeof contentChecks>
interface Stopped {
  readonly verdict: CheckVerdict
  readonly about: string
}

// A reason shorter than this says nothing to the next reader.
const shortestReason = 5

/** A reviewer lets a text pass, and says why. */
function OverruleDialog(props: { editionId: number; stopped: Stopped; onClose: () => void }) {
  const say = useSay()
  const act = useAct(overruleCheck, {
    refreshes: [contentChecks, desk],
    said: say('documents.checks.passed'),
    done: props.onClose,
  })
  return (
    <ReasonDialog
      title={say('documents.checks.overrule')}
      label={say('documents.checks.reason')}
      hint={say('documents.checks.reasonHint')}
      ok={say('documents.checks.overrule')}
      least={shortestReason}
      most={1000}
      act={act}
      onReason={(reason) => act.mutate({ id: props.editionId, ...props.stopped, reason })}
      onClose={props.onClose}
    />
  )
}

/** Whether it passed already, may be let pass by me, or waits for a reviewer. */
function Passing(props: {
  overruled: Checks['fits'][number]['overruled']
  mayOverrule: boolean
  onOverrule: () => void
}) {
  const say = useSay()
  const { overruled } = props
  if (overruled)
    return <p className="all-well">{say('documents.checks.overruled', { ...overruled })}</p>
  return props.mayOverrule ? (
    <Button size="small" onClick={props.onOverrule}>
      {say('documents.checks.overrule')}
    </Button>
  ) : (
    <p className="quiet">{say('documents.checks.askReviewer')}</p>
  )
}

function Misplaced(props: {
  fit: Checks['fits'][number]
  writing: Writing
  passing: React.ReactNode
}) {
  const say = useSay()
  const { fit, writing } = props
  const { change, fields, isOpen } = writing
  const rest = fields.matterCodes.filter((code) => code !== fit.matterCode)
  const { instead, column } = fit
  return (
    <li>
      <b>
        {say(`documents.checks.${fit.verdict === 'workNews' ? 'seemsNews' : 'seemsMisfit'}`, {
          name: fit.name,
        })}
      </b>
      <ul className="quiet">
        {fit.because.map(({ reason, term }) => (
          <li key={reason + term}>{say(`documents.fit.${reason}`, { term })}</li>
        ))}
      </ul>
      {isOpen && instead && (
        <Button size="small" onClick={() => change({ matterCodes: [instead.matterCode, ...rest] })}>
          {say('documents.checks.takeMatter', { name: instead.name })}
        </Button>
      )}
      {isOpen && column && (
        <Button
          size="small"
          onClick={() =>
            change({ matterCodes: rest, columnKeys: [...fields.columnKeys, column.key] })
          }
        >
          {say('documents.checks.takeColumn', { name: column.name })}
        </Button>
      )}
      {props.passing}
    </li>
  )
}

function Alike(props: {
  editionId: number
  one: Checks['likenesses'][number]
  mayPlace: boolean
  passing: React.ReactNode
}) {
  const say = useSay()
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const { one } = props
  const place = useAct(placeInstead, {
    refreshes: [desk, contentChecks],
    said: say('documents.checks.placed'),
    done: () => void navigate(`/documents/${one.documentId}`),
  })
  const ask = () =>
    modal.confirm({
      title: say('documents.checks.place'),
      content: say('documents.checks.placeAsk', { title: one.title }),
      okText: say('documents.checks.place'),
      cancelText: say('office.cancel'),
      onOk: () => place.mutate({ id: props.editionId, documentId: one.documentId }),
    })
  const signs = [
    say('documents.checks.share', { percent: Math.round(one.share * 100) }),
    one.sameNumber && say('documents.checks.sameNumber'),
    one.sameTitle && say('documents.checks.sameTitle'),
  ].filter((sign) => sign !== false)
  return (
    <li>
      <b>
        {one.kind === 'copy'
          ? say('documents.checks.copy', { unit: one.organization.name })
          : say('documents.checks.similar')}
      </b>{' '}
      <Link to={`/documents/${one.documentId}`}>{one.title}</Link>
      <p className="quiet">{signs.join(' · ')}</p>
      <RefusalNote error={place.error} />
      {one.stops && props.mayPlace && (
        <Button size="small" type="primary" loading={place.isPending} onClick={ask}>
          {say('documents.checks.place')}
        </Button>
      )}
      {one.stops && props.passing}
    </li>
  )
}

/** Whether the text fits its column and is out already; with what to do about either. */
export function ContentChecksPart(props: { data: Desk; writing: Writing }) {
  const say = useSay()
  const [stopped, setStopped] = useState<Stopped | null>(null)
  const { id, version } = props.data.edition
  const { data, refetch } = useCall(contentChecks, { id }, { staleTime: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved text is looked at anew
  useEffect(() => void refetch(), [version])
  if (!data) return null
  const misplaced = data.fits.filter(
    (fit) => fit.verdict === 'workNews' || fit.verdict === 'misfit',
  )
  const passing = (found: Stopped, overruled: Checks['fits'][number]['overruled']) => (
    <Passing
      overruled={overruled}
      mayOverrule={data.mayOverrule && props.data.may.length > 0}
      onOverrule={() => setStopped(found)}
    />
  )
  return (
    <section className="part" aria-labelledby="part-checks" data-field="checks">
      <h2 id="part-checks">{say('documents.checks')}</h2>
      {misplaced.length + data.likenesses.length === 0 && (
        <p className="all-well">{say('documents.checks.none')}</p>
      )}
      <ul className="points">
        {misplaced.map((fit) => (
          <Misplaced
            key={fit.matterCode}
            fit={fit}
            writing={props.writing}
            passing={passing(
              { verdict: fit.verdict as CheckVerdict, about: fit.matterCode },
              fit.overruled,
            )}
          />
        ))}
        {data.likenesses.map((one) => (
          <Alike
            key={one.documentId}
            editionId={id}
            one={one}
            mayPlace={data.mayPlace}
            passing={passing(
              { verdict: 'copy', about: `document/${one.documentId}` },
              one.overruled,
            )}
          />
        ))}
      </ul>
      {stopped && (
        <OverruleDialog editionId={id} stopped={stopped} onClose={() => setStopped(null)} />
      )}
    </section>
  )
}
