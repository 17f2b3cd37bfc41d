import { type CivilDate, daysBetween } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import type { FieldCard } from '../views.ts'

// Beyond a month "so many days ago" tells less than the date itself.
const daysInWords = 30

const freshness = (days: number): string => {
  if (days <= 0) return 'portal.fresh.today'
  if (days === 1) return 'portal.fresh.yesterday'
  return days <= daysInWords ? 'portal.fresh.days' : 'portal.fresh.on'
}

/** How fresh something is, in words that need no reckoning. */
const Fresh = ({ on, asOf }: { on: CivilDate | null; asOf: CivilDate }) => {
  const { say } = useChrome()
  if (on === null) return <span>{say('portal.fresh.never')}</span>
  const days = daysBetween(on, asOf)
  return <time dateTime={on}>{say(freshness(days), { n: days, date: on })}</time>
}

/** The quiet grid of fields: name, how many matters, how fresh; never a bare icon. */
export const FieldGrid = ({
  fields,
  asOf,
  organization,
}: {
  fields: readonly FieldCard[]
  asOf: CivilDate
  /** Leads to the fields of one organization instead of the county's. */
  organization?: string
}) => {
  const { say, to, contentLang } = useChrome()
  return (
    <ul class="grid">
      {fields.map((field) => (
        <li key={field.slug}>
          <a
            href={to(
              organization === undefined
                ? addresses.field(field.slug)
                : addresses.organizationField(organization, field.slug),
            )}
          >
            <strong lang={contentLang}>{field.name}</strong>
            <span class="about">
              {field.matters > 0 && `${say('portal.field.matters', { n: field.matters })} · `}
              {say('portal.field.documents', { n: field.documents })}
            </span>
            <span class="about">
              <Fresh on={field.latestOn} asOf={asOf} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
