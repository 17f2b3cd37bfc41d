import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import {
  desk,
  examinedFiles,
  listAttachments,
  orderAttachments,
  removeAttachment,
  renameAttachment,
  uploadAttachment,
} from '#documents/contract'
import { type AnswerOf, RefusalError, upload } from '../call.ts'
import { DropFile } from '../documents/DropFile.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { sizeText } from '../parts/size-text.ts'
import { refresh, useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { AskText } from './editor/AskText.tsx'
import { standingInFile } from './examine/before-upload.ts'
import { FileScan } from './files/FileScan.tsx'

type Attachment = AnswerOf<typeof examinedFiles>[number]

/** The files of an edition: sent up, named, put in order. */
export function Attachments(props: { editionId: number; isOpen: boolean; isWorking: boolean }) {
  const say = useSay()
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const id = props.editionId
  const list = useCall(examinedFiles, { id }, { staleTime: 0 })
  const [share, setShare] = useState<number | null>(null)
  const [failures, setFailures] = useState<readonly string[]>([])
  const [renaming, setRenaming] = useState<Attachment | null>(null)
  const refreshes = [examinedFiles, listAttachments, desk]
  const rename = useAct(renameAttachment, { refreshes })
  const remove = useAct(removeAttachment, { refreshes })
  const order = useAct(orderAttachments, { refreshes })
  const files = (list.data ?? []).filter((file) => !file.inline)

  /** Whether a file may leave the computer: asked where something in it would be stopped. */
  const maySend = async (file: File): Promise<boolean> => {
    const standing = await standingInFile(file)
    const [first] = standing
    if (!first) return true
    const { kind, masked } = first
    return modal.confirm({
      title: say('desk.examined.file', { name: file.name }),
      content: say('desk.examined.file.about', {
        kind: say(`finding.${kind}`),
        masked,
        count: standing.length,
      }),
      okText: say('desk.examined.file.send'),
      cancelText: say('desk.examined.file.keep'),
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
    })
  }
  const send = async (given: readonly File[]) => {
    setFailures([])
    const failed: string[] = []
    const chosen: File[] = []
    for (const file of given) if (await maySend(file)) chosen.push(file)
    if (chosen.length === 0) return
    for (const [at, file] of chosen.entries()) {
      try {
        await upload(uploadAttachment, { id, inline: 'false' }, file, (part) =>
          setShare((at + part) / chosen.length),
        )
      } catch (error) {
        failed.push(error instanceof RefusalError && error.message ? error.message : file.name)
      }
    }
    setShare(null)
    setFailures(failed)
    if (failed.length < chosen.length)
      void message.success(say('desk.files.sent', { count: chosen.length - failed.length }))
    // What was found in them stands among the open points of the text.
    await refresh(client, refreshes)
  }
  const move = (at: number, by: 1 | -1) => {
    const ids = files.map((file) => file.id)
    const [moved] = ids.splice(at, 1)
    if (moved !== undefined) ids.splice(at + by, 0, moved)
    order.mutate({ id, attachmentIds: ids })
  }

  if (files.length === 0 && !props.isOpen) return null
  return (
    <section className="attachments" data-field="attachments" aria-labelledby="attachments">
      <h2 id="attachments">{say('desk.files')}</h2>
      <RefusalNote error={list.error ?? rename.error ?? remove.error ?? order.error} />
      <ol>
        {files.map((file, at) => (
          <li key={file.id}>
            <a href={file.address} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <span className="quiet">{sizeText(file.size)}</span>
            {props.isOpen && (
              <span className="file-actions">
                <Button
                  size="small"
                  type="text"
                  disabled={at === 0}
                  aria-label={say('desk.files.up', { name: file.name })}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  type="text"
                  disabled={at === files.length - 1}
                  aria-label={say('desk.files.down', { name: file.name })}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </Button>
                <Button size="small" type="text" onClick={() => setRenaming(file)}>
                  {say('desk.files.rename')}
                </Button>
                <Popconfirm
                  title={say('desk.files.removeAsk', { name: file.name })}
                  onConfirm={() => remove.mutate({ id: file.id })}
                >
                  <Button size="small" type="text" danger>
                    {say('office.remove')}
                  </Button>
                </Popconfirm>
              </span>
            )}
            {props.isWorking && <FileScan file={file} isOpen={props.isOpen} />}
          </li>
        ))}
      </ol>
      {failures.map((failure) => (
        <p key={failure} className="problem" role="alert">
          {failure}
        </p>
      ))}
      {props.isOpen && <p className="quiet">{say('desk.files.scan.checking')}</p>}
      {props.isOpen && (
        <DropFile
          multiple
          label={say('desk.files.add')}
          share={share}
          onFiles={(chosen) => void send(chosen)}
        />
      )}
      {renaming && (
        <AskText
          title={say('desk.files.rename')}
          hint={say('desk.files.rename.hint')}
          value={renaming.name}
          onAnswer={(name) => {
            if (name) rename.mutate({ id: renaming.id, name })
            setRenaming(null)
          }}
          onCancel={() => setRenaming(null)}
        />
      )}
    </section>
  )
}
