import { Button } from 'antd'
import { type NegativeEntry, suggestNegative } from '#catalogue/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** Entries of the negative list that a title speaks for; one press takes attribute, ground and reason. */
export function NegativeHint(props: {
  organizationId: number
  title: string
  onTake: (taken: { attribute: NegativeEntry['attribute']; ground: string; reason: string }) => void
}) {
  const say = useSay()
  const title = props.title.trim()
  const { data } = useCall(
    suggestNegative,
    title.length > 3 ? { organizationId: props.organizationId, title } : null,
    { keepPrevious: true },
  )
  return (data?.entries ?? []).map((entry) => (
    <p key={entry.id} className="negative-hint">
      {say('negative.suggested', { category: entry.category, article: entry.article })}{' '}
      <Button
        size="small"
        onClick={() =>
          props.onTake({
            attribute: entry.attribute,
            ground: entry.ground,
            reason: say('negative.reason', {
              category: entry.category,
              note: entry.extentNote,
            }).trim(),
          })
        }
      >
        {say('negative.take')}
      </Button>
    </p>
  ))
}
