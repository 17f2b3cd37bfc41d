import { modesInWords } from '../cells/words.ts'
import type { ColumnHeading } from './header.ts'
import { meaningOf, type Role } from './labels.ts'

/** What a column gives to a record. The last three are columns of ticks below a group's heading. */
export type ColumnRole =
  | Exclude<Role, 'matter' | 'category'>
  | 'channelTick'
  | 'groupTick'
  | 'extraTick'

/** A column while it is still open what it is for. */
export interface ColumnDraft {
  readonly heading: ColumnHeading
  readonly values: readonly string[]
  role: ColumnRole | 'matter' | 'category' | undefined
  rank: number
  name: string
  group: string
}

// Some cells of a column are always blank, misplaced or a remark.
const mostly = 0.6

const share = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length

const modeLike = (draft: ColumnDraft): boolean =>
  share(draft.values, (value) => value.length <= 24 && modesInWords(value).length > 0) >= mostly

/** 公开属性 may be the mode and 公开方式 the form of publication (全文发布): their values tell. */
export function settleModes(drafts: ColumnDraft[]): void {
  const ticked = drafts.some((draft) => draft.role === 'proactive' || draft.role === 'onRequest')
  const candidates = drafts
    .filter((draft) => draft.role === 'mode' || draft.role === 'category')
    .sort(
      (a, b) => Number(a.role === 'category') - Number(b.role === 'category') || a.rank - b.rank,
    )
  const chosen = ticked
    ? undefined
    : (candidates.find(modeLike) ??
      candidates.find(
        (draft) => draft.role === 'mode' && draft.rank === 0 && draft.values.length === 0,
      ))
  for (const draft of candidates) {
    if (draft === chosen) draft.role = 'mode'
    else if (draft.role === 'mode') draft.role = 'extra'
  }
}

const channelLike = (value: string): boolean => /网站|公示栏|微信|两微|公报|媒体|查阅点/.test(value)

/** Where no 渠道 column stands, 公开方式 or 公开形式 may hold the channels. */
export function settleChannels(drafts: ColumnDraft[]): void {
  if (drafts.some((draft) => draft.role === 'channels' || draft.role === 'channelTick')) return
  const found = drafts.find(
    (draft) =>
      draft.role === 'extra' &&
      share(draft.values, channelLike) >= mostly &&
      meaningOf(draft.name)?.role === 'mode',
  )
  if (found) found.role = 'channels'
}

/** Gives 公开事项, 信息类别 and the like the level that no other column has. */
export function settleMatters(drafts: ColumnDraft[]): void {
  const explicit = (role: Role) => drafts.some((draft) => draft.role === role)
  const matters = drafts
    .filter((draft) => draft.role === 'matter')
    .sort((a, b) => a.rank - b.rank || 0)
  const categories = drafts.filter((draft) => draft.role === 'category')
  const inOrder = drafts.filter((draft) => draft.role === 'matter' || draft.role === 'category')
  const free: ('l1' | 'l2' | 'l3')[] = (['l1', 'l2', 'l3'] as const).filter(
    (role) => !explicit(role),
  )
  const takers =
    free.length === 3
      ? inOrder
      : explicit('l2') && !explicit('l1')
        ? [...matters, ...categories]
        : matters
  takers.forEach((draft, i) => {
    const role = free[i]
    if (role) draft.role = role
  })
  for (const draft of drafts)
    if (draft.role === 'matter' || draft.role === 'category') draft.role = 'extra'
}

const single: readonly ColumnRole[] = [
  'seq',
  'field',
  'l1',
  'l2',
  'l3',
  'content',
  'basis',
  'time',
  'subject',
  'channels',
  'audience',
  'mode',
  'levels',
]

/** Of rival columns the better heading wins; columns below one merged heading stay together. */
export function settleRivals(drafts: ColumnDraft[]): void {
  const has = (...roles: ColumnRole[]) =>
    drafts.some((draft) => roles.includes(draft.role as ColumnRole))
  const yield_ = (role: ColumnRole) => {
    for (const draft of drafts) if (draft.role === role) draft.role = 'extra'
  }
  if (has('public', 'group')) yield_('audience')
  if (has('level')) yield_('levels')
  for (const role of single) {
    const rivals = drafts.filter((draft) => draft.role === role)
    const best = rivals.reduce<ColumnDraft | undefined>(
      (a, b) => (a && a.rank <= b.rank ? a : b),
      undefined,
    )
    for (const draft of rivals) {
      const together =
        draft.heading.cell === best?.heading.cell && ['content', 'basis', 'channels'].includes(role)
      if (draft !== best && !together) draft.role = 'extra'
    }
  }
}
