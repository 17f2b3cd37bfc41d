import { Select } from 'antd'
import { useEffect, useMemo } from 'react'
import { fields as fieldList, obligations } from '#catalogue/contract'
import type { AnswerOf } from '../call.ts'
import { useCall, useSlices } from '../query.ts'
import { useSay } from '../words.tsx'

export interface MatterName {
  readonly code: string
  readonly fieldCode: string
  readonly name: string
}

type Duty = AnswerOf<typeof obligations>['obligations'][number]

/** A matter's last level, with the one above it where the last says too little alone. */
export const matterName = (matter: { level1: string; level2: string; level3: string }): string =>
  [matter.level1, matter.level2, matter.level3].filter(Boolean).join(' › ')

/** The matters that an organization owes, all pages of them: a department has about sixty. */
export const useDuties = (organizationId: number | null) => {
  const slices = useSlices(
    obligations,
    organizationId === null ? null : { organizationId, limit: 200 },
  )
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = slices
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, fetchNextPage, isFetchingNextPage])
  const duties = useMemo(
    () => slices.data?.pages.flatMap((page) => page.obligations) ?? [],
    [slices.data],
  )
  return { duties, isPending: slices.isPending || hasNextPage, error: slices.error }
}

/** Real catalogues have matters of one name that ask for different things. */
const labelOf = (duty: Duty, among: readonly Duty[]): string => {
  const name = matterName(duty)
  const isOnly = among.every((one) => one === duty || matterName(one) !== name)
  return isOnly || !duty.firstElement ? name : `${name}（${duty.firstElement}）`
}

const optionsOf = (duties: readonly Duty[], names: ReadonlyMap<string, string>) => {
  const byField = Map.groupBy(duties, (duty) => duty.fieldCode)
  return [...byField].map(([field, list]) => ({
    label: names.get(field) ?? field,
    options: list.map((duty) => ({
      value: duty.matterCode,
      label: labelOf(duty, list),
      search: `${matterName(duty)} ${duty.matterCode} ${names.get(field) ?? ''}`,
    })),
  }))
}

/** One or many matters out of those that an organization owes, grouped by field. */
export function MatterSelect(props: {
  organizationId: number | null
  value: readonly string[]
  onChange: (codes: string[]) => void
  single?: boolean
  /** Names of matters that are not among the unit's duties. */
  known?: readonly { code: string; name: string }[]
  disabled?: boolean
  id?: string
  'aria-describedby'?: string
  label?: string
  placeholder?: string
}) {
  const say = useSay()
  const { duties, isPending } = useDuties(props.organizationId)
  const { data: fields } = useCall(fieldList, {}, { staleTime: 600_000 })
  const known = props.known
  const options = useMemo(() => {
    const names = new Map(fields?.map((field) => [field.code, field.name]))
    const owed = new Set(duties.map((duty) => duty.matterCode))
    const others = (known ?? []).filter((one) => !owed.has(one.code))
    return [
      ...optionsOf(duties, names),
      ...(others.length > 0
        ? [
            {
              label: say('office.matter.others'),
              options: others.map((one) => ({
                value: one.code,
                label: one.name,
                search: `${one.name} ${one.code}`,
              })),
            },
          ]
        : []),
    ]
  }, [duties, fields, known, say])
  const shared = {
    id: props.id,
    'aria-label': props.label ?? (props.id ? undefined : say('office.matter')),
    'aria-describedby': props['aria-describedby'],
    className: 'matter-select',
    options,
    loading: isPending,
    disabled: props.disabled ?? false,
    placeholder: props.placeholder ?? say('office.matter.choose'),
    notFoundContent: isPending ? say('office.waiting') : say('office.matter.none'),
    showSearch: { optionFilterProp: 'search' },
    popupMatchSelectWidth: 420,
  }
  return props.single ? (
    <Select
      {...shared}
      allowClear
      value={props.value[0]}
      onChange={(code: string | undefined) => props.onChange(code ? [code] : [])}
    />
  ) : (
    <Select
      {...shared}
      mode="multiple"
      value={[...props.value]}
      onChange={(codes: string[]) => props.onChange(codes)}
    />
  )
}
