import type { Share, Standing, StandingCounts } from '#assessment/contract'

/** Worst first: what one must see before the rest; the public account is read the same way. */
const worstFirst = ['late', 'blank', 'due', 'met', 'notApplicable'] as const
export const inOrder = ['met', 'due', 'late', 'blank', 'notApplicable'] as const

/** The worst that a cell holds. */
export const worstOf = (counts: StandingCounts): Standing =>
  worstFirst.find((standing) => counts[standing] > 0) ?? 'notApplicable'

/** Duties that apply: what was declared not to is never inside a share. */
export const applicable = (counts: StandingCounts): number =>
  counts.met + counts.due + counts.late + counts.blank

/** A share in per cent; rounded down, since 100 % is said only when nothing is missing. */
export const percent = ({ part, total }: Share): string =>
  total === 0 ? '—' : `${(Math.floor((part / total) * 1000) / 10).toFixed(1)}%`
