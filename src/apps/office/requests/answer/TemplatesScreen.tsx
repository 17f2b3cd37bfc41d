import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { letterOffice, resetTemplate, setLetterhead, uploadTemplate } from '#requests/contract'
import { type AnswerOf, type RefusalError, upload } from '../../call.ts'
import { DropFile } from '../../documents/DropFile.tsx'
import { Fault } from '../../parts/Fault.tsx'
import { OrganizationSelect } from '../../parts/OrganizationSelect.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { refresh, useAct, useCall } from '../../query.ts'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { RequestRooms } from '../RequestRooms.tsx'
import './answer.css'

type Office = AnswerOf<typeof letterOffice>
const lines = ['mark', 'authority', 'court', 'onlineChannel'] as const

function Head({ organizationId, head }: { organizationId: number; head: Office['letterhead'] }) {
  const say = useSay()
  const [text, setText] = useState(head)
  const act = useAct(setLetterhead, { refreshes: [letterOffice] })
  return (
    <section className="block" aria-labelledby="letterhead">
      <h2 id="letterhead">{say('office.letters.head')}</h2>
      <RefusalNote error={act.error} />
      <div className="field-row">
        {lines.map((name) => (
          <TextField
            key={name}
            label={say(`office.letters.${name}`)}
            hint={say(`office.letters.${name}.hint`)}
            value={text[name]}
            onChange={(typed) => setText({ ...text, [name]: typed })}
          />
        ))}
      </div>
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => act.mutate({ organizationId, ...text })}
      >
        {say('office.letters.save')}
      </Button>
    </section>
  )
}

function Template(props: { organizationId: number; of: Office['templates'][number] }) {
  const say = useSay()
  const client = useQueryClient()
  const { organizationId, of } = props
  const { kind } = of
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<RefusalError | null>(null)
  const back = useAct(resetTemplate, { refreshes: [letterOffice] })
  const send = async ([file]: File[]) => {
    if (!file) return
    setError(null)
    await upload(uploadTemplate, { organizationId, kind }, file, setShare).catch((refused) =>
      setError(refused as RefusalError),
    )
    setShare(null)
    await refresh(client, [letterOffice])
  }
  return (
    <details className="letter">
      <summary>
        {of.title}
        {kind.startsWith('reply:') && `（${say(`requests.result.${kind.slice(6)}`)}）`}{' '}
        {of.edition && (
          <span className="mark">{say('office.letters.own', { edition: of.edition })}</span>
        )}
      </summary>
      <p>
        <a href={`/api/letters/${organizationId}/templates/${encodeURIComponent(kind)}`} download>
          {say('office.letters.download')}
        </a>
      </p>
      <p className="quiet" lang="zh-CN">
        {say('office.letters.fields')}：{of.fields.map((name) => `{${name}}`).join(' ')}
      </p>
      <p className="quiet" lang="zh-CN">
        {say('office.letters.must')}：{of.must.map((name) => `{${name}}`).join(' ')}
      </p>
      <RefusalNote error={error ?? back.error} />
      <DropFile
        label={say('office.letters.replace')}
        accept=".docx"
        share={share}
        onFiles={(files) => void send(files)}
      />
      {of.edition && (
        <Button onClick={() => back.mutate({ organizationId, kind })}>
          {say('office.letters.back')}
        </Button>
      )}
    </details>
  )
}

/** The letterhead and the templates of an office; each can be replaced by its own. */
export function Component() {
  const say = useSay()
  const { me } = useSession()
  const [organizationId, setOrganization] = useState(me.staff.organizationId)
  const { data, error } = useCall(letterOffice, { organizationId })
  return (
    <>
      <RequestRooms />
      <PageTitle title={say('office.letters.title')} about={say('office.letters.about')} />
      <div className="filters">
        <OrganizationSelect
          value={organizationId}
          onChange={(one) => one && setOrganization(one)}
        />
      </div>
      {error && <Fault error={error} />}
      {data && (
        <>
          <Head key={organizationId} organizationId={organizationId} head={data.letterhead} />
          <section className="block letters" aria-label={say('office.letters.templates')}>
            <h2>{say('office.letters.templates')}</h2>
            {data.templates.map((of) => (
              <Template key={of.kind} organizationId={organizationId} of={of} />
            ))}
          </section>
        </>
      )}
    </>
  )
}
