import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import {
  dateIssue,
  importContents,
  issueById,
  listIssues,
  publishIssue,
  remakeFile,
  returnIssue,
  sendToProof,
  signIssue,
} from '#gazette/contract'
import { type AnswerOf, RefusalError, upload } from '../call.ts'
import { ScreenFault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { DayField } from '../parts/TextField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { queries, refresh, useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import './gazette.css'
import { IssueTexts } from './IssueTexts.tsx'
import { PickDialog } from './PickDialog.tsx'
import { SendPart } from './SendPart.tsx'

type Issue = AnswerOf<typeof issueById>

/** What stands between the issue and its next step. */
function OpenPoints(props: { issue: Issue }) {
  const say = useSay()
  if (props.issue.open.length === 0) return null
  return (
    <section className="block" aria-labelledby="gazette-open">
      <h2 id="gazette-open">{say('office.gazette.open')}</h2>
      <ul className="points">
        {props.issue.open.map(({ code, params }) => (
          <li key={`${code} ${JSON.stringify(params)}`}>{say(`issue.${code}`, params)}</li>
        ))}
      </ul>
    </section>
  )
}

/** Contents of a back issue, from a table. */
function BackContents(props: { issue: Issue }) {
  const say = useSay()
  const { issue } = props
  const [refused, setRefused] = useState<unknown>(null)
  const take = async (file: File) => {
    setRefused(null)
    await upload(importContents, { id: issue.id, version: issue.version }, file).catch((error) => {
      if (!(error instanceof RefusalError)) throw error
      setRefused(error)
    })
    await refresh(queries, [issueById])
  }
  return (
    <section className="block" aria-labelledby="gazette-contents">
      <h2 id="gazette-contents">{say('office.gazette.contents')}</h2>
      <RefusalNote error={refused} />
      {issue.may.compile && (
        <Field label={say('office.gazette.contents.file')}>
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept=".csv,.xlsx"
              onChange={({ target }) => {
                const file = target.files?.[0]
                target.value = ''
                if (file) void take(file)
              }}
            />
          )}
        </Field>
      )}
      <ol className="gazette-contents">
        {issue.contents.map((item) => (
          <li key={item.number}>
            {item.number}. {item.title}{' '}
            <small className="quiet">
              {item.documentNumber}{' '}
              {item.page !== null && say('portal.gazette.page', { page: item.page })}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Steps(props: { issue: Issue; pick: () => void }) {
  const say = useSay()
  const { modal } = App.useApp()
  const { issue } = props
  const own = { id: issue.id, version: issue.version }
  const told = (words: string) => ({
    refreshes: [issueById, listIssues],
    said: say(words),
  })
  const proof = useAct(sendToProof, told('office.gazette.done.proofing'))
  const back = useAct(returnIssue, told('office.gazette.done.returned'))
  const sign = useAct(signIssue, told('office.gazette.done.signed'))
  const publish = useAct(publishIssue, told('office.gazette.done.published'))
  const remake = useAct(remakeFile, told('office.gazette.done.remade'))
  const ask = (words: string, run: (text: string) => void) => {
    let text = ''
    void modal.confirm({
      title: say(words),
      content: (
        <Input
          aria-label={say(`${words}.text`)}
          placeholder={say(`${words}.text`)}
          onChange={({ target }) => {
            text = target.value
          }}
        />
      ),
      okText: say(words),
      onOk: () => run(text),
    })
  }
  const { state, may, origin } = issue
  const isBack = origin === 'imported'
  return (
    <>
      <RefusalNote
        error={proof.error ?? back.error ?? sign.error ?? publish.error ?? remake.error}
      />
      <div className="actions gazette-actions">
        {state === 'planning' && may.compile && (
          <>
            <Button onClick={props.pick}>{say('office.gazette.pick')}</Button>
            <Button type="primary" onClick={() => proof.mutate(own)}>
              {say('office.gazette.toProof')}
            </Button>
          </>
        )}
        {!isBack && issue.entries.length > 0 && (
          <a href={`/api/gazette/issues/${issue.id}/proof.pdf`}>{say('office.gazette.proofPdf')}</a>
        )}
        {!isBack &&
          (state === 'proofing' || state === 'signed') &&
          (may.compile || may.publish) && (
            <Button
              onClick={() =>
                ask('office.gazette.return', (reason) => back.mutate({ ...own, reason }))
              }
            >
              {say('office.gazette.return')}
            </Button>
          )}
        {!isBack && state === 'proofing' && may.sign && (
          <Button
            type="primary"
            onClick={() =>
              ask('office.gazette.sign', (opinion) => sign.mutate({ ...own, opinion }))
            }
          >
            {say('office.gazette.sign')}
          </Button>
        )}
        {((isBack && state === 'proofing') || state === 'signed') && may.publish && (
          <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(own)}>
            {say('office.gazette.publish')}
          </Button>
        )}
        {state === 'published' && issue.file?.stale && may.publish && (
          <Button danger loading={remake.isPending} onClick={() => remake.mutate({ id: issue.id })}>
            {say('office.gazette.remake')}
          </Button>
        )}
        {state === 'published' && (
          <a href={`/gazette/${issue.year}/${issue.number}`}>{say('office.gazette.onPortal')}</a>
        )}
      </div>
    </>
  )
}

/** One issue, from the choice of its texts to where it went. */
export function Component() {
  const say = useSay()
  const { id } = useParams()
  const { data, error, refetch } = useCall(issueById, { id: Number(id) }, { staleTime: 0 })
  const [picking, setPicking] = useState(false)
  const date = useAct(dateIssue, { refreshes: [issueById] })
  if (error && !data) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  const { year, number, total, version } = data
  return (
    <>
      <PageTitle
        title={`${data.title} ${say('gazette.issueName', { year, number, total })}`}
        about={
          <>
            {say(`gazette.state.${data.state}`)}
            {data.signedBy &&
              data.origin === 'compiled' &&
              ` · ${say('office.gazette.signedBy', { name: data.signedBy })}`}{' '}
            {data.signingOpinion}
          </>
        }
      />
      <Steps issue={data} pick={() => setPicking(true)} />
      {data.file?.stale && <p className="late">{say('office.gazette.stale')}</p>}
      {data.state === 'planning' && data.may.compile && (
        <div className="block">
          <RefusalNote error={date.error} />
          <DayField
            label={say('office.gazette.publishedOn')}
            value={data.publishedOn ?? ''}
            onChange={(text) => text && date.mutate({ id: data.id, version, publishedOn: text })}
          />
        </div>
      )}
      {data.file && data.pagesUnread > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('office.gazette.scanned', { n: data.pagesUnread, pages: data.file.pages })}
        />
      )}
      <OpenPoints issue={data} />
      {data.origin === 'imported' ? (
        <BackContents issue={data} />
      ) : (
        <section className="block" aria-labelledby="gazette-texts">
          <h2 id="gazette-texts">{say('office.gazette.texts')}</h2>
          {data.entries.length === 0 && <p className="quiet">{say('issue.gazetteEmpty')}</p>}
          <IssueTexts issue={data} />
        </section>
      )}
      {data.state === 'published' && <SendPart issue={data} />}
      {picking && (
        <PickDialog
          issue={data}
          taken={data.entries.map(({ documentId }) => documentId)}
          close={() => setPicking(false)}
        />
      )}
    </>
  )
}
