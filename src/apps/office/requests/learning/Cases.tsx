import { Button } from 'antd'
import { Link } from 'react-router'
import type { InputOf } from '#platform/endpoint'
import { analysisCases } from '#requests/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useSlices } from '../../query.ts'
import { useSay } from '../../words.tsx'

export interface Figure {
  readonly by: InputOf<typeof analysisCases>['by']
  readonly key: string
  readonly name: string
}

/** The cases behind a figure. */
export function Cases(props: {
  period: { from: string; to: string; organizationId?: number }
  figure: Figure
}) {
  const say = useSay()
  const { by, key } = props.figure
  const slices = useSlices(analysisCases, { ...props.period, by, key })
  const rows = slices.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <RefusalNote error={slices.error} />
      <ul className="like-list">
        {rows.map((one) => (
          <li key={one.id}>
            <Link to={`/requests/${one.id}`}>{one.title}</Link>
            <small className="quiet number">
              {one.number} · {one.submittedOn}
            </small>
          </li>
        ))}
      </ul>
      {slices.hasNextPage && (
        <Button onClick={() => void slices.fetchNextPage()}>{say('learning.more')}</Button>
      )}
    </>
  )
}
