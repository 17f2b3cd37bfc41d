import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { caseWork, closingFile, requestCase } from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSay, useSpeaking } from '../words.tsx'
import '../parts/rooms.css'
import './requests.css'

/** The index of a case's file: every piece in its order, for the archive, to be printed (M70). */
export function Component() {
  const say = useSay()
  const { words } = useSpeaking()
  const id = Number(useParams().id)
  const { data: of, error } = useCall(requestCase, { id })
  const { data: work } = useCall(caseWork, { id })
  const { data: file } = useCall(closingFile, { id, language: words.language })
  if (error && !of) return <ScreenFault error={error} />
  if (!of || !work || !file) return <Waiting rows={10} />
  return (
    <>
      <PageTitle
        title={say('office.file.title')}
        about={`${of.number} · ${of.title}`}
        actions={
          <span className="no-print part-actions">
            <Link to={`/requests/${id}`}>{say('office.file.back')}</Link>
            {file.mayTransfer && (
              <a href={`/api/requests/${id}/archive.zip`} download>
                <Button tabIndex={-1}>{say('office.file.transfer')}</Button>
              </a>
            )}
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
        {file.mayTransfer && <p className="quiet no-print">{say('office.file.transfer.about')}</p>}
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>{say('office.file.ordinal')}</th>
                <th>{say('office.file.by')}</th>
                <th>{say('office.file.what')}</th>
                <th>{say('office.file.on')}</th>
                <th>{say('office.file.files')}</th>
                <th>{say('office.file.more')}</th>
              </tr>
            </thead>
            <tbody>
              {file.pieces.map((piece, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a piece is named by its place
                <tr key={at}>
                  <td>{at + 1}</td>
                  <td>{piece.by}</td>
                  <td>
                    {say(piece.what)} {piece.title}
                  </td>
                  <td>
                    <DateText of={piece.on} />
                  </td>
                  <td>{piece.files.length > 0 ? piece.files.length : ''}</td>
                  <td>{piece.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  )
}
