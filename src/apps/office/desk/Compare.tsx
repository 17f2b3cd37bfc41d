import { Link, useParams, useSearchParams } from 'react-router'
import { compareEditions } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { CardTable } from '../parts/CardTable.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import './document.css'
import './desk.css'

type Changed = AnswerOf<typeof compareEditions>['paragraphs'][number]

function Paragraph(props: { paragraph: Changed }) {
  const { where, kind, parts } = props.paragraph
  const Tag = where === 'title' ? 'h3' : 'p'
  return (
    <Tag className={kind}>
      {parts.map((part, at) => {
        const key = `${at} ${part.kind}`
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>
        return <span key={key}>{part.text}</span>
      })}
    </Tag>
  )
}

/** Two editions of a document: what changed, field by field and word by word. */
export function Component() {
  const say = useSay()
  const { id } = useParams()
  const [search] = useSearchParams()
  const from = Number(search.get('from'))
  const to = Number(search.get('to'))
  const { data, error, refetch } = useCall(compareEditions, { id: from, with: to })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={10} />
  const { attachments } = data
  const isSame =
    data.fields.length + attachments.added.length + attachments.removed.length === 0 &&
    data.paragraphs.every((paragraph) => paragraph.kind === 'same')
  return (
    <>
      <PageTitle
        title={say('desk.compare.title', { from: data.from.number, to: data.to.number })}
        about={<Link to={`/documents/${id}`}>{data.to.title || say('desk.untitled')}</Link>}
      />
      {isSame && <p className="block">{say('desk.compare.same')}</p>}
      {data.fields.length > 0 && (
        <section className="block" aria-labelledby="compare-fields">
          <h2 id="compare-fields">{say('desk.compare.fields')}</h2>
          <CardTable
            rows={data.fields}
            rowKey={(line) => line.field}
            columns={[
              {
                key: 'field',
                title: say('desk.compare.field'),
                width: 140,
                show: (line) => <b>{say(`field.${line.field}`)}</b>,
              },
              { key: 'before', title: say('desk.before'), show: (line) => line.before || '—' },
              { key: 'after', title: say('desk.after'), show: (line) => line.after || '—' },
            ]}
          />
        </section>
      )}
      {attachments.added.length + attachments.removed.length > 0 && (
        <section className="block compared" aria-labelledby="compare-files">
          <h2 id="compare-files">{say('desk.files')}</h2>
          {attachments.removed.map((name) => (
            <p key={name}>
              <del>{name}</del>
            </p>
          ))}
          {attachments.added.map((name) => (
            <p key={name}>
              <ins>{name}</ins>
            </p>
          ))}
        </section>
      )}
      {!isSame && (
        <section className="block compared" aria-labelledby="compare-text">
          <h2 id="compare-text">{say('field.html')}</h2>
          {data.paragraphs.map((paragraph, at) => (
            <Paragraph
              // Paragraphs have no other name than their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown.
              key={at}
              paragraph={paragraph}
            />
          ))}
        </section>
      )}
    </>
  )
}
