import { dateAt, minuteAt } from '#platform/civil-date'

/** A civil date, or an instant as the day (or minute) that it was in Shanghai. */
export function DateText(props: { of: string | null | undefined; minute?: boolean }) {
  if (!props.of) return <span className="quiet">—</span>
  const isDate = props.of.length === 10
  const at = new Date(props.of)
  const text = isDate ? props.of : props.minute ? minuteAt(at) : dateAt(at)
  return (
    <time dateTime={props.of} title={isDate ? undefined : minuteAt(at)}>
      {text}
    </time>
  )
}
