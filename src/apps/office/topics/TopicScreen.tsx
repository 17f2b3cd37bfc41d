import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
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
import { ScreenFault } from '../parts/Fault.tsx'
import { optionsOf } from '../parts/options.ts'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { TextField } from '../parts/TextField.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { Lines, Pick } from './Choices.tsx'
import { RuleFields } from './RuleFields.tsx'

type Topic = AnswerOf<typeof topicById>

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

function Editor(props: { known: Topic | null; reread: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { known, reread } = props
  const [topic, setTopic] = useState(known?.topic ?? fresh)
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
        <TextField
          label={say('office.topics.title')}
          maxLength={60}
          value={title}
          onChange={(title) => change({ title })}
        />
        <TextField
          label={say('office.topics.slug')}
          maxLength={60}
          value={slug}
          onChange={(slug) => change({ slug })}
        />
        <TextAreaField
          label={say('office.topics.lead')}
          optional
          maxLength={500}
          autoSize
          value={lead}
          onChange={(lead) => change({ lead })}
        />
        <RuleFields rule={topic.rule} onChange={rule} />
        <SelectField
          label={say('office.topics.grouping')}
          value={grouping}
          onChange={(value) => change({ grouping: value })}
          options={optionsOf(groupings, (value) => say(`office.topics.grouping.${value}`))}
        />
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
  if (error && !data) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  return <Editor key={data.topic.version} known={data} reread={() => void refetch()} />
}
