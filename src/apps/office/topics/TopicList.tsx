import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { listTopics } from '#topics/contract'
import { CardTable } from '../parts/CardTable.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** Topic pages, published or being made. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useCall(listTopics, {}, { staleTime: 0 })
  if (error && !data) return <ScreenFault error={error} retry={() => void refetch()} />
  return (
    <>
      <PageTitle
        title={say('office.topics')}
        about={say('office.topics.about')}
        actions={
          data?.mayKeep && (
            <Button type="primary" onClick={() => void navigate('/documents/topics/new')}>
              {say('office.topics.new')}
            </Button>
          )
        }
      />
      <CardTable
        rows={data?.topics ?? []}
        rowKey={(topic) => topic.id}
        loading={isPending}
        columns={[
          {
            key: 'title',
            title: say('office.topics.title'),
            show: (topic) => <Link to={`/documents/topics/${topic.id}`}>{topic.title}</Link>,
          },
          {
            key: 'documents',
            title: say('office.menu.documents'),
            width: 120,
            show: (topic) => say('office.topics.documents', { n: topic.documents }),
          },
          {
            key: 'state',
            title: say('office.data.state'),
            width: 160,
            show: (topic) =>
              topic.publishedAt ? (
                <a href={`/topics/${topic.slug}`}>{say('office.topics.live')}</a>
              ) : (
                <span className="quiet">{say('office.topics.draft')}</span>
              ),
          },
        ]}
        empty={<Empty title={say('office.topics.none')} next={say('office.topics.none.next')} />}
      />
    </>
  )
}
