import { Link } from 'react-router'
import { StateTag } from '../../documents/StateTag.tsx'
import { CardTable } from '../../parts/CardTable.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { useSay } from '../../words.tsx'
import type { Desk } from '../use-draft.ts'

/** Every edition of the document, each to be opened, or laid beside the one on the desk. */
export function Editions(props: { data: Desk }) {
  const say = useSay()
  const { document, edition, editions } = props.data
  if (editions.length < 2) return null
  const at = `/documents/${document.id}`
  return (
    <section className="block" aria-labelledby="below-editions">
      <h2 id="below-editions">{say('desk.editions')}</h2>
      <CardTable
        rows={editions}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'number',
            title: say('desk.editions.number'),
            width: 90,
            show: (line) => say('desk.edition', { number: line.number }),
          },
          {
            key: 'state',
            title: say('desk.list.state'),
            width: 160,
            show: (line) => <StateTag state={line.state} />,
          },
          {
            key: 'title',
            title: say('desk.field.title'),
            show: (line) =>
              line.id === edition.id ? (
                <b>{line.title}</b>
              ) : (
                <Link to={`${at}?edition=${line.id}`}>{line.title || say('desk.untitled')}</Link>
              ),
          },
          {
            key: 'updated',
            title: say('desk.list.updated'),
            width: 220,
            show: (line) => (
              <span className="quiet">
                {line.updatedBy.name} <DateText of={line.publishedAt ?? line.updatedAt} minute />
              </span>
            ),
          },
          {
            key: 'compare',
            title: '',
            width: 130,
            show: (line) =>
              line.id !== edition.id && (
                <Link
                  to={`${at}/compare?from=${Math.min(line.id, edition.id)}&to=${Math.max(line.id, edition.id)}`}
                >
                  {say('desk.compare.with')}
                </Link>
              ),
          },
        ]}
      />
    </section>
  )
}
