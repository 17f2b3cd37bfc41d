import { Button } from 'antd'
import { Link } from 'react-router'
import { mixedContent } from '#documents/contract'
import type { AnswerOf } from '../call.ts'
import { Rooms } from '../life-cycle/Rooms.tsx'
import { CardTable } from '../parts/CardTable.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useSlices } from '../query.ts'
import { useSay } from '../words.tsx'

type Part = AnswerOf<typeof mixedContent>

/** What is public under a matter that it does not fit; read part by part, newest first (M142). */
export function Component() {
  const say = useSay()
  const { data, error, isPending, fetchNextPage, hasNextPage, isFetchingNextPage } = useSlices(
    mixedContent,
    {},
  )
  if (error) return <ScreenFault error={error} />
  if (isPending) return <Waiting />
  const parts = data.pages as unknown as Part[]
  const items = parts.flatMap((part) => part.items)
  const read = parts.reduce((sum, part) => sum + part.read, 0)
  return (
    <>
      <PageTitle
        title={say('documents.mixedContent')}
        about={say('documents.mixedContent.about')}
      />
      <Rooms />
      <p role="status">
        {items.length === 0
          ? say('documents.mixedContent.none', { read })
          : say('documents.mixedContent.read', { read, found: items.length })}
      </p>
      {items.length > 0 && (
        <CardTable
          rowKey={(item) => `${item.documentId} ${item.matter.matterCode}`}
          rows={items}
          columns={[
            {
              key: 'title',
              title: say('documents.mixedContent.title'),
              show: (item) => (
                <>
                  <Link to={`/documents/${item.documentId}`}>{item.title}</Link>
                  <small className="quiet"> {item.organization.name}</small>
                </>
              ),
            },
            {
              key: 'verdict',
              title: say('documents.checks'),
              show: (item) => (
                <>
                  {say(`documents.mixedContent.verdict.${item.verdict}`)}
                  <small className="quiet">
                    {' '}
                    {item.because
                      .slice(0, 3)
                      .map(({ reason, term }) => say(`documents.fit.${reason}`, { term }))
                      .join(say('office.and'))}
                  </small>
                </>
              ),
            },
            {
              key: 'matter',
              title: say('documents.mixedContent.matter'),
              show: (item) => item.matter.name,
            },
            {
              key: 'instead',
              title: say('documents.mixedContent.instead'),
              show: (item) => item.instead?.name ?? '',
            },
          ]}
        />
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('documents.mixedContent.more')}
        </Button>
      )}
    </>
  )
}
