import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { createDraft, createFromWord, documentList, today } from '#documents/contract'
import { type RefusalError, upload } from '../call.ts'
import { OrganizationField } from '../parts/OrganizationField.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { useAct } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { DropFile } from './DropFile.tsx'
import { drafters } from './drafters.ts'
import './documents.css'

/** Begins a document: written here, or taken from a Word file. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { me, holds } = useSession()
  const own = useOrganizations().find((one) => one.id === me.staff.organizationId)
  const [chosen, setChosen] = useState<number | null>(Number(search.get('organizationId')) || null)
  const organizationId = chosen ?? (own && holds(drafters, own.path) ? own.id : null)
  const matterCode = search.get('matterCode')
  const [title, setTitle] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<RefusalError | null>(null)
  const open = (documentId: number, warnings: readonly string[] = []) =>
    void navigate(`/documents/${documentId}`, { replace: true, state: { warnings } })
  const create = useAct(createDraft, {
    refreshes: [documentList, today],
    done: ({ documentId }) => open(documentId),
  })
  const read = async (file: File) => {
    if (organizationId === null) return
    setFailure(null)
    setShare(0)
    try {
      const answer = await upload(createFromWord, { organizationId }, file, setShare)
      open(answer.documentId, answer.warnings)
    } catch (error) {
      setFailure(error as RefusalError)
    } finally {
      setShare(null)
    }
  }
  return (
    <>
      <PageTitle title={say('desk.new')} />
      <div className="block form">
        <RefusalNote error={create.error ?? failure} />
        <OrganizationField
          label={say('desk.new.unit')}
          value={organizationId}
          onChange={setChosen}
          may={(one) => holds(drafters, one.path)}
        />
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            if (organizationId === null) return
            create.mutate({
              organizationId,
              fields: { title, ...(matterCode && { matterCodes: [matterCode] }) },
            })
          }}
        >
          <TextAreaField
            label={say('desk.field.title')}
            hint={say('desk.new.title.hint')}
            autoFocus={search.get('from') !== 'word'}
            autoSize={{ minRows: 2 }}
            maxLength={300}
            value={title}
            onChange={setTitle}
            onPressEnter={(event) => {
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }}
          />
          <div>
            <Button
              type="primary"
              htmlType="submit"
              disabled={organizationId === null}
              loading={create.isPending}
            >
              {say('desk.new.write')}
            </Button>
          </div>
        </form>
      </div>
      <div className="block form">
        <h2>{say('desk.new.word')}</h2>
        <p className="quiet">{say('desk.new.word.about')}</p>
        <DropFile
          accept=".docx"
          label={say('desk.new.word.choose')}
          disabled={organizationId === null}
          share={share}
          onFiles={([file]) => file && void read(file)}
        />
      </div>
    </>
  )
}
