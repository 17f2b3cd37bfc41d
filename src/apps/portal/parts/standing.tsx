import { useChrome } from '../chrome.ts'
import type { Counts, Share, Standing } from '../views.ts'

/** Worst first: what a reader must see before the rest. */
const standings = ['late', 'blank', 'due', 'met', 'notApplicable'] as const
const barOrder = ['met', 'due', 'late', 'blank', 'notApplicable'] as const

/** A standing as a word with its shape and colour. */
export const StandingMark = ({ standing }: { standing: Standing }) => {
  const { say } = useChrome()
  return <span class={`standing ${standing}`}>{say(`portal.standing.${standing}`)}</span>
}

/** The worst that a cell holds: 'late' when anything is late, and so on down. */
export const worst = (counts: Counts): Standing =>
  standings.find((standing) => counts[standing] > 0) ?? 'notApplicable'

/** `已公开 204 · 待公开 12 · 逾期 3`; what counts nothing is left out. */
export const standingText = (
  say: (key: string) => string,
  figure: (value: number) => string,
  counts: Counts,
): string =>
  barOrder
    .filter((standing) => counts[standing] > 0)
    .map((standing) => `${say(`portal.standing.${standing}`)} ${figure(counts[standing])}`)
    .join(' · ')

export const StandingWords = ({ counts }: { counts: Counts }) => {
  const { say, figure } = useChrome()
  return <span>{standingText(say, figure, counts)}</span>
}

/** The parts of a whole as one bar; the words always stand beside it. */
export const StandingBar = ({ counts }: { counts: Counts }) => {
  const total = barOrder.reduce((sum, standing) => sum + counts[standing], 0)
  let from = 0
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {barOrder.map((standing) => {
        const width = total === 0 ? 0 : (counts[standing] / total) * 100
        const x = from
        from += width
        return width === 0 ? null : (
          <rect
            key={standing}
            class={standing}
            x={x.toFixed(2)}
            width={width.toFixed(2)}
            height="4"
          />
        )
      })}
    </svg>
  )
}

/** A share in per cent; without a whole there is none. */
export const percent = ({ part, total }: Share): string =>
  // Rounded down: 100 % is said only when nothing is missing.
  total === 0 ? '—' : `${(Math.floor((part / total) * 1000) / 10).toFixed(1)}%`
