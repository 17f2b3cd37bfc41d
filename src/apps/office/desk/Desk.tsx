import { Alert, App } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { uploadAttachment } from '#documents/contract'
import { wordsInForce } from '#wording/contract'
import { RefusalError, upload } from '../call.ts'
import { useCall } from '../query.ts'
import { useSay, useSpeaking } from '../words.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { TextEditor } from './editor/TextEditor.tsx'
import { findingWords, keepExamination } from './examine/examination.ts'
import { Frame } from './Frame.tsx'
import { SaveState } from './SaveState.tsx'
import { Sheet, TitleField } from './Sheet.tsx'
import { type Desk, fieldsOf, useAfterSave, useDraft } from './use-draft.ts'
import type { Writing } from './writing.ts'

/** What an import could not take over, told once. */
function Warnings() {
  const { say, knows } = useSpeaking()
  const given = (useLocation().state as { warnings?: readonly string[] } | null)?.warnings ?? []
  const warnings = given.filter((code) => knows(`issue.${code}`))
  if (warnings.length === 0) return null
  return (
    <Alert
      type="warning"
      closable
      title={say('desk.word.warnings')}
      description={
        <ul>
          {warnings.map((code) => (
            <li key={code}>{say(`issue.${code}`)}</li>
          ))}
        </ul>
      }
    />
  )
}

/** A draft that I may write in. */
export function OpenDesk(props: { data: Desk; reread: () => void }) {
  const { data, reread } = props
  const { message } = App.useApp()
  const { draft, snapshot, last } = useDraft(data)
  useAfterSave(snapshot.savedAt, reread)
  const say = useSay()
  const [examination] = useState(() => keepExamination(findingWords(say)))
  useEffect(() => examination.titled(snapshot.fields.title), [examination, snapshot.fields.title])
  const { data: own } = useCall(wordsInForce, { organizationId: data.document.organization.id })
  useEffect(() => {
    if (own && own.length > 0) examination.withWords(own)
  }, [examination, own])
  // What was answered for since the last save is known to the desk only.
  const newer = last && last.version > data.edition.version ? last : data
  const writing: Writing = {
    isOpen: true,
    fields: snapshot.fields,
    change: draft.change,
    clock: last?.clock ?? data.clock,
    issues: newer.issues,
    examination,
    reread,
  }
  const onPicture = useCallback(
    async (picture: Blob) => {
      try {
        return (await upload(uploadAttachment, { id: data.edition.id, inline: 'true' }, picture))
          .address
      } catch (error) {
        void message.error(error instanceof RefusalError ? error.message : String(error))
        return null
      }
    },
    [data.edition.id, message],
  )
  return (
    <Frame
      data={data}
      writing={writing}
      reread={reread}
      status={<SaveState snapshot={snapshot} />}
      ready={async () => {
        await draft.flush()
        return draft.version()
      }}
      notes={<Warnings />}
    >
      <Sheet data={data} writing={writing} title={<TitleField writing={writing} />}>
        <div data-field="html">
          <TextEditor
            key={snapshot.revision}
            html={snapshot.fields.html}
            onChange={(read) => draft.touch('html', read)}
            onPicture={onPicture}
            onOpen={examination.attach}
          />
        </div>
      </Sheet>
      {snapshot.conflict && (
        <ConflictDialog
          conflict={snapshot.conflict}
          mine={snapshot.fields}
          onSettle={(choice) => draft.settle(choice)}
        />
      )}
    </Frame>
  )
}

const nothing = () => {}

/** An edition to read: in review, approved, live, or of the past. */
export function ShutDesk(props: { data: Desk; reread: () => void }) {
  const { data } = props
  const writing: Writing = {
    isOpen: false,
    fields: fieldsOf(data.edition),
    change: nothing,
    clock: data.clock,
    issues: data.issues,
    reread: props.reread,
  }
  return (
    <Frame
      data={data}
      writing={writing}
      reread={props.reread}
      ready={async () => data.edition.version}
    >
      <Sheet
        data={data}
        writing={writing}
        title={<h1 className="document-title">{writing.fields.title}</h1>}
      >
        <div
          className="text"
          data-field="html"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the server before it was kept.
          dangerouslySetInnerHTML={{ __html: writing.fields.html }}
        />
      </Sheet>
    </Frame>
  )
}
