import { useEffect } from 'react'
import type { Endpoint, InputOf } from '#platform/endpoint'
import type { AnswerOf } from '../../call.ts'
import { useSlices } from '../../query.ts'

/** All pages of a list that is long but bounded, such as the columns that a town keeps. */
export const useEverySlice = <E extends Endpoint>(endpoint: E, input: InputOf<E> | null) => {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useSlices(
    endpoint,
    input,
  )
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, fetchNextPage, isFetchingNextPage])
  return { pages: (data?.pages ?? []) as AnswerOf<E>[], error, isPending: isPending || hasNextPage }
}
