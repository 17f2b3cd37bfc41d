import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { caseRecords, caseWork, requestCase } from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { Fault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import './requests.css'

interface Piece {
  readonly key: string
  readonly what: string
  readonly on: string
  readonly more: string
}

/** The index of a case's file: every piece in its order, for the archive, to be printed (M70). */
export function Component() {
  const say = useSay()
  const id = Number(useParams().id)
  const { data: of, error } = useCall(requestCase, { id })
  const { data: work } = useCall(caseWork, { id })
  const { data: records } = useCall(caseRecords, of?.mayHandle ? { id } : null)
  if (error && !of) return <Fault error={error} />
  if (!of || !work) return <Waiting rows={10} />
  const pieces: Piece[] = [
    ...of.events
      .filter((event) => event.voided === null)
      .map((event) => ({
        key: `event-${event.id}`,
        what: say(`request.event.${event.type}`),
        on: event.on,
        more: event.note,
      })),
    ...work.checks.map((check) => ({
      key: `check-${check.at}`,
      what: say('office.case.check'),
      on: check.at,
      more: check.missing,
    })),
    ...work.assignments.map((hand) => ({
      key: `hand-${hand.at}`,
      what: say('office.assign'),
      on: hand.at,
      more: `${hand.unit.name} ${hand.handler ?? ''}`,
    })),
    ...work.coUnits.map((unit) => ({
      key: `unit-${unit.id}`,
      what: say('office.case.joint'),
      on: unit.answeredAt ?? unit.askedAt,
      more: unit.unit.name,
    })),
    ...(records?.searches ?? []).map((search) => ({
      key: `search-${search.id}`,
      what: say('office.case.searches'),
      on: search.searchedOn,
      more: say(`request.search.${search.outcome}`),
    })),
    ...(records?.enclosures ?? []).map((file) => ({
      key: `file-${file.id}`,
      what: say(`office.file.${file.purpose}`),
      on: file.addedAt,
      more: file.name,
    })),
  ].toSorted((one, other) => one.on.localeCompare(other.on))
  return (
    <>
      <PageTitle
        title={say('office.file.title')}
        about={`${of.number} · ${of.title}`}
        actions={
          <span className="no-print part-actions">
            <Link to={`/requests/${id}`}>{say('office.file.back')}</Link>
            <Button onClick={() => window.print()}>{say('office.case.print')}</Button>
          </span>
        }
      />
      <section className="block closing-file">
        <dl className="facts">
          <dt>{say('office.requests.asked')}</dt>
          <dd>{of.organization.name}</dd>
          <dt>{say('office.requests.receivedOn')}</dt>
          <dd>
            <DateText of={of.receivedOn} />
          </dd>
          <dt>{say('office.requests.standing')}</dt>
          <dd>{say(`request.standing.${of.standing}`)}</dd>
          <dt>{say('office.closing.closedOn')}</dt>
          <dd>
            <DateText of={work.closing?.closedOn} />
          </dd>
          <dt>{say('office.closing.number')}</dt>
          <dd>{work.closing?.archiveNumber ?? '—'}</dd>
        </dl>
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>{say('office.file.ordinal')}</th>
                <th>{say('office.file.what')}</th>
                <th>{say('office.file.on')}</th>
                <th>{say('office.file.more')}</th>
              </tr>
            </thead>
            <tbody>
              {pieces.map((piece, at) => (
                <tr key={piece.key}>
                  <td>{at + 1}</td>
                  <td>{piece.what}</td>
                  <td>
                    <DateText of={piece.on} />
                  </td>
                  <td>{piece.more}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  )
}
