import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  answerPage,
  enterSigned,
  type LetterShape,
  requestCase,
  uploadProof,
} from '#requests/contract'
import { type RefusalError, upload } from '../../call.ts'
import { DropFile } from '../../documents/DropFile.tsx'
import { ActForm } from '../../parts/ActForm.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { DayField, TextField } from '../../parts/TextField.tsx'
import { refresh, useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

function SignedForm(props: { letterId: number; onDone: () => void }) {
  const say = useSay()
  const today = dateAt(new Date())
  const [signedOn, setSignedOn] = useState(today)
  const [signedBy, setSignedBy] = useState('')
  const { letterId, onDone } = props
  const act = useAct(enterSigned, { refreshes: [answerPage, requestCase], done: onDone })
  return (
    <ActForm
      act={act}
      ok={say('office.answer.signedFor')}
      onSubmit={() => act.mutate({ letterId, signedOn, signedBy })}
      onCancel={onDone}
    >
      <div className="field-row">
        <DayField
          label={say('field.signedOn')}
          max={today}
          value={signedOn}
          onChange={setSignedOn}
        />
        <TextField
          label={say('field.signedBy')}
          maxLength={60}
          value={signedBy}
          onChange={setSignedBy}
        />
      </div>
    </ActForm>
  )
}

/** How a letter was served, with the scan that proves it; the day it was signed for comes later. */
export function ServicePart(props: { letter: LetterShape; mayHandle: boolean }) {
  const say = useSay()
  const client = useQueryClient()
  const { letter, mayHandle } = props
  const [isSigning, setSigning] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<RefusalError | null>(null)
  const { service } = letter
  if (!service) return null
  const send = async ([file]: File[]) => {
    if (!file) return
    setError(null)
    setShare(0)
    await upload(uploadProof, { letterId: letter.id }, file, setShare).catch((refused) =>
      setError(refused as RefusalError),
    )
    setShare(null)
    await refresh(client, [answerPage])
  }
  const waits = service.way === 'post' && service.signedOn === null
  return (
    <div className="service">
      <p>
        <span className="mark met">{say('office.answer.wasServed')}</span>{' '}
        {say(`letters.delivery.${service.way}`)} · {service.metOn}
        {service.waybill && ` · ${say('field.waybill')} ${service.waybill}`}
        {service.signedOn && ` · ${say('field.signedOn')} ${service.signedOn}`}
      </p>
      <p className="quiet">{service.article}</p>
      {mayHandle && (
        <>
          <RefusalNote error={error} />
          <div className="part-actions no-print">
            {service.proof && (
              <a href={`/api/requests/letters/${letter.id}/proof`} download>
                {say('office.answer.proof')}
              </a>
            )}
            {waits && !isSigning && (
              <Button size="small" onClick={() => setSigning(true)}>
                {say('office.answer.signedFor')}
              </Button>
            )}
          </div>
          {isSigning && <SignedForm letterId={letter.id} onDone={() => setSigning(false)} />}
          <DropFile
            label={say(service.proof ? 'office.answer.proofAgain' : 'office.answer.proofAdd')}
            accept=".jpg,.jpeg,.png,.pdf"
            share={share}
            onFiles={(files) => void send(files)}
          />
        </>
      )}
    </div>
  )
}
