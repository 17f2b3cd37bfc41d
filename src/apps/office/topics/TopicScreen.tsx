import { App, Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { listColumns } from '#documents/contract'
import {
  chooseDocument,
  createTopic,
  groupings,
  listTopics,
  previewTopic,
  publishTopic,
  saveTopic,
  topicById,
} from '#topics/contract'
import type { AnswerOf } from '../call.ts'
import { Fault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationsSelect } from '../parts/OrganizationsSelect.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

type Topic = AnswerOf<typeof topicById>
type Gathered = Topic['choices'][number]

const fresh: Omit<
  Topic['topic'],
  'id' | 'organizationId' | 'publishedAt' | 'version' | 'documents'
> = {
  title: '',
  slug: '',
  lead: '',
  grouping: 'stage',
  rule: {
    matterCodes: [],
    fieldCodes: [],
    organizationIds: [],
    keywords: [],
    from: null,
    until: null,
  },
}

/** Documents with what can be done about each, and the reason for it. */
function Lines(props: {
  documents: readonly Gathered[]
  action: string
  /** A reason is asked for where a person decides against the rule. */
  asks: boolean
  onAct: ((documentId: number, reason: string) => void) | null
}) {
  const say = useSay()
  const { modal } = App.useApp()
  const act = (one: Gathered) => {
    if (!props.asks) return props.onAct?.(one.documentId, '')
    let reason = ''
    void modal.confirm({
      title: props.action,
      content: (
        <Input
          aria-label={say('office.topics.reason')}
          placeholder={say('office.topics.reason')}
          maxLength={200}
          onChange={(event) => {
            reason = event.target.value
          }}
        />
      ),
      onOk: () => props.onAct?.(one.documentId, reason),
    })
  }
  return (
    <ul className="points">
      {props.documents.map((one) => (
        <li key={one.documentId}>
          {one.verdict !== 'rule' && <b>{say(`office.topics.${one.verdict}`)} </b>}
          <a href={`/d/${one.documentId}`}>{one.title}</a>{' '}
          <small className="quiet">
            {one.organizationName} {one.publishedOn} {one.reason}
          </small>{' '}
          {props.onAct && (
            <Button size="small" type="link" onClick={() => act(one)}>
              {props.action}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Puts in a document that the rule does not find. */
function Pick(props: { onPick: (documentId: number, reason: string) => void }) {
  const say = useSay()
  const [documentId, setDocumentId] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (documentId) props.onPick(documentId, reason)
      }}
    >
      <Field label={say('office.topics.pick.id')}>
        {({ id }) => (
          <InputNumber id={id} min={1} precision={0} value={documentId} onChange={setDocumentId} />
        )}
      </Field>
      <Field label={say('office.topics.reason')}>
        {({ id }) => (
          <Input
            id={id}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" disabled={!documentId}>
        {say('office.topics.pick')}
      </Button>
    </form>
  )
}

function Editor(props: { known: Topic | null; reread: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { known, reread } = props
  const [topic, setTopic] = useState(known?.topic ?? fresh)
  const { data: columns } = useCall(listColumns, {})
  const fields = (columns ?? []).filter(({ kind }) => kind === 'field')
  const change = (changed: Partial<typeof fresh>) =>
    setTopic((before) => ({ ...before, ...changed }))
  const rule = (changed: Partial<typeof fresh.rule>) =>
    change({ rule: { ...topic.rule, ...changed } })
  const refreshes = [listTopics, topicById]
  const saved = ({ documents }: { documents: number }) => {
    void message.success(say('office.topics.saved', { n: documents }))
    reread()
  }
  const create = useAct(createTopic, {
    refreshes,
    done: (made) => {
      saved(made)
      void navigate(`/documents/topics/${made.id}`, { replace: true })
    },
  })
  const save = useAct(saveTopic, { refreshes, done: saved })
  const preview = useAct(previewTopic)
  const choose = useAct(chooseDocument, { refreshes, done: saved })
  const publish = useAct(publishTopic, { refreshes, done: reread })
  const put = (documentId: number, verdict: 'picked' | 'excluded' | null, reason: string) =>
    known && choose.mutate({ id: known.topic.id, documentId, verdict, reason })
  const { title, slug, lead, grouping } = topic
  const fieldsOf = { title, slug, lead, grouping, rule: topic.rule }
  return (
    <>
      <PageTitle
        title={known?.topic.title ?? say('office.topics.new')}
        about={known && say('office.topics.documents', { n: known.topic.documents })}
        actions={
          <>
            {known?.topic.publishedAt && (
              <a href={`/topics/${known.topic.slug}`}>{say('office.topics.open')}</a>
            )}
            {known && (
              <Button
                onClick={() =>
                  publish.mutate({ id: known.topic.id, open: known.topic.publishedAt === null })
                }
              >
                {say(known.topic.publishedAt ? 'office.topics.withdraw' : 'office.topics.publish')}
              </Button>
            )}
            <Button
              type="primary"
              loading={save.isPending || create.isPending}
              onClick={() =>
                known
                  ? save.mutate({ id: known.topic.id, version: known.topic.version, ...fieldsOf })
                  : create.mutate(fieldsOf)
              }
            >
              {say('office.topics.save')}
            </Button>
          </>
        }
      />
      <RefusalNote
        error={create.error ?? save.error ?? publish.error ?? choose.error ?? preview.error}
      />
      <div className="block form">
        <Field label={say('office.topics.title')}>
          {({ id }) => (
            <Input
              id={id}
              maxLength={60}
              value={title}
              onChange={({ target }) => change({ title: target.value })}
            />
          )}
        </Field>
        <Field label={say('office.topics.slug')}>
          {({ id }) => (
            <Input
              id={id}
              maxLength={60}
              value={slug}
              onChange={({ target }) => change({ slug: target.value })}
            />
          )}
        </Field>
        <Field label={say('office.topics.lead')} optional>
          {({ id }) => (
            <Input.TextArea
              id={id}
              maxLength={500}
              autoSize
              value={lead}
              onChange={({ target }) => change({ lead: target.value })}
            />
          )}
        </Field>
        <Field
          label={say('office.topics.keywords')}
          hint={<p>{say('office.topics.keywords.hint')}</p>}
        >
          {(ids) => (
            <Select
              {...ids}
              mode="tags"
              className="whole"
              value={topic.rule.keywords}
              onChange={(keywords) => rule({ keywords })}
            />
          )}
        </Field>
        <Field label={say('office.topics.fields')} optional>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              className="whole"
              value={topic.rule.fieldCodes}
              onChange={(fieldCodes) => rule({ fieldCodes })}
              options={fields.map(({ fieldCode, name }) => ({
                value: fieldCode ?? '',
                label: name,
              }))}
            />
          )}
        </Field>
        <Field label={say('office.topics.units')} optional>
          {({ id }) => (
            <OrganizationsSelect
              id={id}
              value={topic.rule.organizationIds as number[]}
              onChange={(organizationIds) => rule({ organizationIds: [...organizationIds] })}
            />
          )}
        </Field>
        <Field label={say('office.topics.from')} optional>
          {({ id }) => (
            <Input
              id={id}
              type="date"
              value={topic.rule.from ?? ''}
              onChange={({ target }) => rule({ from: target.value || null })}
            />
          )}
        </Field>
        <Field label={say('office.topics.until')} optional>
          {({ id }) => (
            <Input
              id={id}
              type="date"
              value={topic.rule.until ?? ''}
              onChange={({ target }) => rule({ until: target.value || null })}
            />
          )}
        </Field>
        <Field label={say('office.topics.grouping')}>
          {({ id }) => (
            <Select
              id={id}
              value={grouping}
              onChange={(value) => change({ grouping: value })}
              options={groupings.map((value) => ({
                value,
                label: say(`office.topics.grouping.${value}`),
              }))}
            />
          )}
        </Field>
        <Button loading={preview.isPending} onClick={() => preview.mutate({ rule: topic.rule })}>
          {say('office.topics.preview')}
        </Button>
      </div>
      {preview.data && (
        <div className="block">
          <p>{say('office.topics.preview.count', { n: preview.data.count })}</p>
          <Lines
            documents={preview.data.documents}
            action={say('office.topics.exclude')}
            asks
            onAct={known && ((id, reason) => put(id, 'excluded', reason))}
          />
        </div>
      )}
      {known && (
        <div className="block">
          <h2>{say('office.topics.choices')}</h2>
          <Lines
            documents={known.choices}
            action={say('office.topics.undo')}
            asks={false}
            onAct={(id) => put(id, null, '')}
          />
          <Pick onPick={(id, reason) => put(id, 'picked', reason)} />
        </div>
      )}
    </>
  )
}

/** One topic page: its rule, what it gathers, what a person picked or kept out. */
export function Component() {
  const { id } = useParams()
  const isNew = id === 'new'
  const { data, error, refetch } = useCall(topicById, isNew ? null : { id: Number(id) }, {
    staleTime: 0,
  })
  if (isNew) return <Editor key="new" known={null} reread={() => undefined} />
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  return <Editor key={data.topic.version} known={data} reread={() => void refetch()} />
}
