import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { EditionState } from '#documents/contract'
import {
  draftMaterial,
  type Form,
  forms,
  interpretationDesk,
  revokeExemption,
  signExemption,
} from '#interpretation/contract'
import type { AnswerOf } from '../call.ts'
import type { Desk } from '../desk/use-draft.ts'
import { type DeskIssue, sayIssue } from '../desk/writing.ts'
import { DueText } from '../documents/DueText.tsx'
import { StateTag } from '../documents/StateTag.tsx'
import { DateText } from '../parts/DateText.tsx'
import { optionsOf } from '../parts/options.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { MaterialDialog } from './MaterialDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { ReprintsDialog } from './ReprintsDialog.tsx'
import { TieDialog } from './TieDialog.tsx'
import './interpretation.css'

type View = AnswerOf<typeof interpretationDesk>

/** Opens a material; planned forms are offered first. */
function Draft(props: { documentId: number; view: View; isLive: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  const [form, setForm] = useState<Form>(props.view.plan[0]?.form ?? 'text')
  const draft = useAct(draftMaterial, {
    refreshes: [interpretationDesk],
    done: ({ documentId }) => void navigate(`/documents/${documentId}`),
  })
  const open = (followUp: boolean) => draft.mutate({ id: props.documentId, form, followUp })
  return (
    <>
      <RefusalNote error={draft.error} />
      <p className="actions">
        <Select
          size="small"
          aria-label={say('field.interpretation.form')}
          value={form}
          onChange={setForm}
          options={optionsOf(forms, (value) => say(`interpretation.form.${value}`))}
        />
        <Button size="small" loading={draft.isPending} onClick={() => open(false)}>
          {say('office.interpretation.draft')}
        </Button>
        {props.isLive && (
          <Button size="small" onClick={() => open(true)}>
            {say('office.questions.followUp')}
          </Button>
        )}
      </p>
    </>
  )
}

/** A named person signs that none is needed, and why; or takes it back. */
function Exemption(props: { documentId: number; view: View }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const refreshes = [interpretationDesk]
  const sign = useAct(signExemption, { refreshes })
  const revoke = useAct(revokeExemption, { refreshes })
  const { exemption, may } = props.view
  if (exemption)
    return (
      <>
        <RefusalNote error={revoke.error} />
        <p>
          {say('office.interpretation.exempted', { by: exemption.signedBy })}{' '}
          <DateText of={exemption.signedOn} />
        </p>
        <p className="quiet">{exemption.reason}</p>
        {may.includes('exempt') && (
          <Button size="small" onClick={() => revoke.mutate({ id: props.documentId })}>
            {say('office.interpretation.revoke')}
          </Button>
        )}
      </>
    )
  if (!may.includes('exempt')) return null
  return (
    <details>
      <summary>{say('office.interpretation.exempt')}</summary>
      <RefusalNote error={sign.error} />
      <Input.TextArea
        aria-label={say('office.interpretation.reason')}
        placeholder={say('office.interpretation.reason')}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        size="small"
        loading={sign.isPending}
        disabled={reason.trim() === ''}
        onClick={() => sign.mutate({ id: props.documentId, reason })}
      >
        {say('office.interpretation.sign')}
      </Button>
    </details>
  )
}

/** What this document explains, and what its author says it covers; reviewers read it too. */
function AsMaterial(props: { view: View; material: NonNullable<View['material']> }) {
  const say = useSay()
  const { material } = props
  return (
    <>
      <p>
        {say('office.interpretation.explains')}{' '}
        <Link to={`/documents/${material.policy.documentId}`}>{material.policy.title}</Link>
      </p>
      <p className="quiet">
        {say(`interpretation.form.${material.form}`)} {material.authorPost} {material.author}
      </p>
      <ul className="points hints">
        {material.lines
          .filter((line) => line.required || line.said)
          .map((line) => (
            <li key={line.element}>
              <b>{say(`field.substance.${line.element}`)}</b>{' '}
              {say(`office.interpretation.said.${line.said ?? 'nothing'}`)}{' '}
              <span className="quiet">
                {line.because[0]
                  ? say('office.interpretation.because', { words: line.because[0] })
                  : say('office.interpretation.because.none')}
              </span>
            </li>
          ))}
      </ul>
    </>
  )
}

/** The plan, the materials and what is still owed of a policy. */
function AsPolicy(props: { documentId: number; view: View; isLive: boolean }) {
  const say = useSay()
  const { view } = props
  return (
    <>
      {view.duty?.dueOn && !view.duty.settledOn && (
        <p className="clock-due">
          {say('office.interpretation.dueOn')}{' '}
          <DueText dueOn={view.duty.dueOn} light={view.duty.light} />
        </p>
      )}
      {view.plan.length > 0 && (
        <ul>
          {view.plan.map((item) => (
            <li key={item.form}>
              {say(`interpretation.form.${item.form}`)} {item.author}{' '}
              <DateText of={item.plannedOn} />{' '}
              {item.isOut && <span className="mark met">{say('office.interpretation.isOut')}</span>}
            </li>
          ))}
        </ul>
      )}
      {view.materials.length > 0 && (
        <ul>
          {view.materials.map((one) => (
            <li key={one.documentId}>
              <Link to={`/documents/${one.documentId}`}>{one.title || say('desk.untitled')}</Link>{' '}
              <StateTag state={one.state as EditionState} />
            </li>
          ))}
        </ul>
      )}
      {view.may.includes('draft') && !view.exemption && (
        <Draft documentId={props.documentId} view={view} isLive={props.isLive} />
      )}
      {!props.isLive && <Exemption documentId={props.documentId} view={view} />}
    </>
  )
}

/** Beside the text: what must explain it and what does, or what it explains itself (M50–M55). */
export function InterpretationPart(props: { data: Desk }) {
  const say = useSay()
  const { document, edition } = props.data
  const { data: view, refetch } = useCall(interpretationDesk, { id: document.id })
  const [open, setOpen] = useState<'plan' | 'material' | 'tie' | 'reprints' | null>(null)
  // Its kind, title or text may have changed what is needed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved edition is another one
  useEffect(() => void refetch(), [edition.version, edition.state])
  if (!view) return null
  const isLive = document.liveEditionId !== null
  const isQuiet = !(
    view.needed ||
    view.material ||
    view.exemption ||
    view.plan.length + view.materials.length > 0
  )
  if (isQuiet && view.may.length === 0) return null
  const close = () => setOpen(null)
  const body = (
    <>
      {view.needed && <p className="quiet">{view.needed.article}</p>}
      {view.issues.length > 0 && (
        <ul className="points">
          {view.issues.map((issue) => (
            <li key={`${issue.field} ${issue.code}`}>{sayIssue(say, issue as DeskIssue)}</li>
          ))}
        </ul>
      )}
      {view.material ? (
        <AsMaterial view={view} material={view.material} />
      ) : (
        <AsPolicy documentId={document.id} view={view} isLive={isLive} />
      )}
      <p className="actions">
        {view.may.includes('plan') && !view.exemption && (
          <Button size="small" onClick={() => setOpen('plan')}>
            {say('office.interpretation.plan')}
          </Button>
        )}
        {view.may.includes('tie') && !view.exemption && (
          <Button size="small" onClick={() => setOpen('tie')}>
            {say('office.interpretation.tie')}
          </Button>
        )}
        {view.may.includes('keep') && (
          <Button size="small" onClick={() => setOpen('material')}>
            {say('office.interpretation.particulars')}
          </Button>
        )}
        {isLive && !view.material && (
          <Button size="small" onClick={() => setOpen('reprints')}>
            {say('office.reprints.figures', view.reprints)}
          </Button>
        )}
        {view.questions > 0 && (
          <Link to="/interpretation/questions">
            {say('office.questions.count', { count: view.questions })}
          </Link>
        )}
        <Link to="/interpretation">{say('office.interpretation.all')}</Link>
      </p>
    </>
  )
  return (
    <section
      className="part interpretation-part"
      aria-labelledby="part-interpretation"
      data-field="interpretation"
    >
      <h2 id="part-interpretation">
        {say('office.interpretation')}
        {view.issues.length > 0 && <span className="count">{view.issues.length}</span>}
      </h2>
      {isQuiet ? (
        <details>
          <summary>{say('office.interpretation.notNeeded')}</summary>
          {body}
        </details>
      ) : (
        body
      )}
      {open === 'plan' && <PlanDialog documentId={document.id} plan={view.plan} onClose={close} />}
      {open === 'tie' && (
        <TieDialog
          policyId={document.id}
          form={view.plan[0]?.form ?? 'text'}
          isLive={isLive}
          onClose={close}
        />
      )}
      {open === 'material' && view.material && (
        <MaterialDialog documentId={document.id} material={view.material} onClose={close} />
      )}
      {open === 'reprints' && <ReprintsDialog documentId={document.id} onClose={close} />}
    </section>
  )
}
