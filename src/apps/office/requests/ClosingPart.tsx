import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { dateAt } from '#platform/civil-date'
import {
  archiveRequest,
  type CaseShape,
  caseWork,
  closeRequest,
  requestCase,
  requestList,
} from '#requests/contract'
import { ActForm } from '../parts/ActForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import type { Work } from './StepsPart.tsx'

/** The end of a case: closed, its file with an index, handed to the archive (M70). */
export function ClosingPart(props: { of: CaseShape; work: Work }) {
  const say = useSay()
  const { message } = App.useApp()
  const { of, work } = props
  const [number, setNumber] = useState('')
  const [place, setPlace] = useState('')
  const [archivedOn, setArchivedOn] = useState(dateAt(new Date()))
  const refreshes = [requestCase, caseWork, requestList]
  const done = () => void message.success(say('office.closing.done'))
  const close = useAct(closeRequest, { refreshes, done })
  const archive = useAct(archiveRequest, { refreshes, done })
  const { closing } = work
  return (
    <section className="block" aria-labelledby="case-closing">
      <h2 id="case-closing">{say('office.case.closing')}</h2>
      <RefusalNote error={close.error} />
      {closing ? (
        <dl className="facts">
          <dt>{say('office.closing.closedOn')}</dt>
          <dd>
            <DateText of={closing.closedOn} />
          </dd>
          {closing.archivedOn && (
            <>
              <dt>{say('office.closing.archivedOn')}</dt>
              <dd>
                <DateText of={closing.archivedOn} /> {closing.archiveNumber} {closing.archivePlace}
              </dd>
            </>
          )}
          {closing.particularsRemovedOn && (
            <>
              <dt>{say('office.closing.removedOn')}</dt>
              <dd>
                <DateText of={closing.particularsRemovedOn} />
              </dd>
            </>
          )}
        </dl>
      ) : (
        <p className="quiet">{say('office.closing.about')}</p>
      )}
      <div className="part-actions no-print">
        <Link to={`/requests/${of.id}/file`}>{say('office.closing.file')}</Link>
        {of.mayHandle && !closing && (
          <Button
            loading={close.isPending}
            onClick={() => close.mutate({ id: of.id, version: of.version })}
          >
            {say('office.closing.close')}
          </Button>
        )}
      </div>
      {of.mayHandle && of.stage === 'closed' && (
        <ActForm
          act={archive}
          ok={say('office.closing.archive')}
          plain
          disabled={!number.trim()}
          onSubmit={() => {
            const to = { archiveNumber: number, archivePlace: place, archivedOn }
            archive.mutate({ id: of.id, version: of.version, ...to })
          }}
        >
          <TextField label={say('office.closing.number')} value={number} onChange={setNumber} />
          <TextField
            label={say('office.closing.place')}
            optional
            value={place}
            onChange={setPlace}
          />
          <DayField
            label={say('office.closing.archivedOn')}
            max={dateAt(new Date())}
            value={archivedOn}
            onChange={setArchivedOn}
          />
        </ActForm>
      )}
    </section>
  )
}
