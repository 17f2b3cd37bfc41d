import { useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import {
  answerPage,
  removeSupplied,
  type SuppliedShape,
  signForSupplied,
  supplyFile,
} from '#requests/contract'
import { type AnswerOf, RefusalError, upload } from '../../call.ts'
import { ScanOutcome } from '../../desk/files/ScanOutcome.tsx'
import { SignReason } from '../../desk/files/SignDialog.tsx'
import { DropFile } from '../../documents/DropFile.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { sizeText } from '../../parts/size-text.ts'
import { refresh, useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { LibraryForm } from './LibraryForm.tsx'

type Page = AnswerOf<typeof answerPage>

/** One file: what was found in it, who answers for that, and the way off the reply. */
function Supplied(props: { file: SuppliedShape; mayChange: boolean; isOut: boolean }) {
  const say = useSay()
  const { file, mayChange } = props
  const { scan, signature } = file
  const [isSigning, setSigning] = useState(false)
  const sign = useAct(signForSupplied, { refreshes: [answerPage], done: () => setSigning(false) })
  const drop = useAct(removeSupplied, { refreshes: [answerPage] })
  return (
    <li className="letter">
      <p>
        <a href={`/api/requests/supplied/${file.id}/file`} download>
          {file.name}
        </a>{' '}
        <span className="quiet">
          {sizeText(file.size)}
          {file.documentId !== null && ` · ${say('office.supply.fromLibrary')}`}
        </span>{' '}
        <span className={`mark ${file.waits ? 'late' : 'met'}`}>
          {say(`office.supply.${file.waits ? 'waits' : props.isOut ? 'out' : 'ready'}`)}
        </span>
      </p>
      <ScanOutcome scan={scan} signature={signature} waits={file.waits}>
        {file.waits && scan.secret && !file.maySign && (
          <p className="file-scan-hint">{say('office.supply.secretOther')}</p>
        )}
      </ScanOutcome>
      <RefusalNote error={drop.error} />
      {(file.maySign || mayChange) && (
        <div className="part-actions">
          {file.maySign && (
            <Button onClick={() => setSigning(true)}>{say('desk.files.scan.sign')}</Button>
          )}
          {mayChange && (
            <Popconfirm
              title={say('office.supply.dropAsk', { name: file.name })}
              okText={say('office.redact.drop')}
              cancelText={say('office.cancel')}
              onConfirm={() => drop.mutate({ suppliedId: file.id })}
            >
              <Button>{say('office.redact.drop')}</Button>
            </Popconfirm>
          )}
        </div>
      )}
      {isSigning && (
        <SignReason
          fileName={file.name}
          act={sign}
          onReason={(reason) => sign.mutate({ suppliedId: file.id, reason })}
          onClose={() => setSigning(false)}
        />
      )}
    </li>
  )
}

/** Files that go along with the reply: handed in or picked in the library, examined, signed for. */
export function SupplyPart({ id, page }: { id: number; page: Page }) {
  const say = useSay()
  const client = useQueryClient()
  const { files, mayChange, mayLook, accept, ...bounds } = page.supplying
  const [share, setShare] = useState<number | null>(null)
  const [failures, setFailures] = useState<readonly string[]>([])
  const [isPicking, setPicking] = useState(false)
  const send = async (chosen: readonly File[]) => {
    const failed: string[] = []
    for (const [at, file] of chosen.entries())
      try {
        await upload(supplyFile, { id }, file, (part) => setShare((at + part) / chosen.length))
      } catch (error) {
        failed.push(error instanceof RefusalError && error.message ? error.message : file.name)
      }
    setShare(null)
    setFailures(failed)
    await refresh(client, [answerPage])
  }
  if (!mayLook || (files.length === 0 && page.answered)) return null
  return (
    <section className="block" aria-labelledby="answer-supply">
      <h2 id="answer-supply">{say('office.supply.title')}</h2>
      <p className="quiet answer-supply-about">
        {mayChange
          ? say('office.supply.about', bounds)
          : files.length === 0
            ? say('office.supply.none')
            : !page.answered && say('office.supply.fixed')}
      </p>
      <ol className="letters">
        {files.map((file) => (
          <Supplied key={file.id} file={file} mayChange={mayChange} isOut={page.answered} />
        ))}
      </ol>
      {failures.map((failure) => (
        <p key={failure} className="problem" role="alert">
          {failure}
        </p>
      ))}
      {mayChange && (
        <>
          <DropFile
            multiple
            label={say('office.supply.add')}
            accept={accept}
            share={share}
            onFiles={(chosen) => void send(chosen)}
          />
          {isPicking ? (
            <LibraryForm id={id} onDone={() => setPicking(false)} />
          ) : (
            <div className="part-actions">
              <Button onClick={() => setPicking(true)}>{say('office.supply.library')}</Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}
