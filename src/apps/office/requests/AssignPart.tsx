import { App, Button } from 'antd'
import { useState } from 'react'
import { assignCase, type CaseShape, caseWork, requestCase, requestList } from '#requests/contract'
import { StaffSelect } from '../organization/parts/StaffSelect.tsx'
import { ActForm } from '../parts/ActForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import type { Work } from './StepsPart.tsx'

/** Whose case it is: given to a unit and a person, handed on with a note, every hand on record. */
export function AssignPart(props: { of: CaseShape; work: Work }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of, work } = props
  const [isOpen, setOpen] = useState(false)
  const [unitId, setUnitId] = useState<number | null>(of.unit?.id ?? null)
  const [handlerId, setHandlerId] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const act = useAct(assignCase, {
    refreshes: [requestCase, caseWork, requestList],
    done: () => {
      setOpen(false)
      setNote('')
      void message.success(say('office.assign.done'))
    },
  })
  const unit = unitId ?? of.organization.id
  return (
    <section className="block" aria-labelledby="case-hands">
      <h2 id="case-hands">{say('office.case.hands')}</h2>
      {work.assignments.length === 0 && <p className="quiet">{say('office.assign.none')}</p>}
      <ol className="hands">
        {work.assignments.map((hand) => (
          <li key={hand.at}>
            <b>{hand.unit.name}</b> {hand.handler ?? say('office.assign.nobody')}
            {hand.note && <q>{hand.note}</q>}
            <small className="quiet number">
              {hand.by ?? ''} <DateText of={hand.at} minute />
            </small>
          </li>
        ))}
      </ol>
      {of.mayHandle && !isOpen && of.stage !== 'archived' && (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {say(work.assignments.length === 0 ? 'office.assign' : 'office.assign.on')}
        </Button>
      )}
      {isOpen && (
        <ActForm
          act={act}
          ok={say('office.assign')}
          onSubmit={() =>
            act.mutate({ id: of.id, version: of.version, unitId: unit, handlerId, note })
          }
          onCancel={() => setOpen(false)}
        >
          <Field label={say('office.requests.unit')}>
            {({ id }) => (
              <OrganizationSelect
                id={id}
                value={unit}
                onChange={(chosen) => {
                  setUnitId(chosen)
                  setHandlerId(null)
                }}
              />
            )}
          </Field>
          <Field label={say('office.requests.handler')} optional>
            {({ id }) => (
              <StaffSelect
                id={id}
                organizationId={unit}
                value={handlerId}
                onChange={setHandlerId}
                allowClear
              />
            )}
          </Field>
          <TextField
            label={say('office.assign.note')}
            optional
            maxLength={300}
            value={note}
            onChange={setNote}
          />
        </ActForm>
      )}
    </section>
  )
}
