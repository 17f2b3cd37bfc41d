import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { App } from 'antd'
import type { Endpoint, InputOf } from '#platform/endpoint'
import { type AnswerOf, call, RefusalError } from './call.ts'

const isTransient = (error: unknown): boolean =>
  error instanceof RefusalError && (error.status === 0 || error.status === 503)

/** Answers are kept for half a minute; a refusal is an answer and is not asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && isTransient(error),
      refetchOnWindowFocus: true,
      // A browser on a closed inner net may think that it is offline; only the server knows.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** Under which an answer is kept: first the endpoint, so that one call forgets all its answers. */
export const keyOf = (endpoint: Endpoint, input?: unknown): QueryKey =>
  input === undefined ? [endpoint.path] : [endpoint.path, input]

/** Reads: `const { data, error, isPending } = useCall(desk, { id })`. `null` waits. */
export const useCall = <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E> | null,
  options: { staleTime?: number; keepPrevious?: boolean; forget?: boolean } = {},
): UseQueryResult<AnswerOf<E>, RefusalError> =>
  // The library cannot see that an answer is never a function, so its result is named here.
  useQuery({
    queryKey: keyOf(endpoint, input ?? {}),
    queryFn: ({ signal }) => call(endpoint, input as InputOf<E>, signal),
    enabled: input !== null,
    ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
    // Not kept once its screen is left: the next visit starts from the server's word.
    ...(options.forget && { gcTime: 0 }),
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
  }) as UseQueryResult<AnswerOf<E>, RefusalError>

type Cursor = string | number | null

/** Reads a long list page by page: every list endpoint takes `after` and answers `next`. */
export const useSlices = <E extends Endpoint>(endpoint: E, input: InputOf<E> | null) =>
  useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input ?? {}), 'slices'],
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoint,
        { ...(input as object), ...(pageParam !== null && { after: pageParam }) } as InputOf<E>,
        signal,
      ),
    initialPageParam: null as Cursor,
    getNextPageParam: (slice) => (slice as { next?: Cursor }).next ?? null,
    enabled: input !== null,
  })

/**
 * Acts: `const publish = useAct(publishEdition, { refreshes: [desk, today] })`, then
 * `publish.mutate({ id, version })`. Answers of the endpoints in `refreshes` are asked for again,
 * and `said` is said when it is done.
 */
export const useAct = <E extends Endpoint>(
  endpoint: E,
  options: {
    refreshes?: readonly Endpoint[]
    said?: string | ((answer: AnswerOf<E>) => string)
    done?: (answer: AnswerOf<E>) => void
  } = {},
) => {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation<AnswerOf<E>, RefusalError, InputOf<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async (answer) => {
      const { said } = options
      if (said) void message.success(typeof said === 'function' ? said(answer) : said)
      options.done?.(answer)
      await refresh(client, options.refreshes ?? [])
    },
  })
}

/** Forgets what was answered before, where a screen changed things without `useAct`. */
export const refresh = async (
  client: QueryClient,
  endpoints: readonly Endpoint[],
): Promise<void> => {
  await Promise.all(
    endpoints.map((endpoint) => client.invalidateQueries({ queryKey: keyOf(endpoint) })),
  )
}
