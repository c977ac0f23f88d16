import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { ask, type Answer, type Given, type Operation } from './ask.ts'
import { isProblem } from './problem.ts'
import { uuid } from './uuid.ts'

interface Reading<T = unknown> {
  enabled?: boolean
  /** Read again so many ms later, as what was read last says; false: not by itself. */
  againMs?: (last: T | undefined) => number | false
  /** Milliseconds in which an answer counts as fresh. Live changes make it stale at once, whatever this says. */
  freshMs?: number
  /** Kept on the device, to be read where there is no network. */
  keep?: boolean
}

/** Reads something of the API and keeps it; live changes read it anew. */
export function useAsk<O extends Operation>(
  operation: O,
  given: Given<O>,
  { enabled = true, freshMs = 0, keep = false, againMs }: Reading<Answer<O>> = {},
) {
  return useQuery({
    queryKey: [operation, given],
    queryFn: ({ signal }) => (keep ? askKept(operation, given, signal) : ask(operation, given, { signal })),
    enabled,
    staleTime: freshMs,
    refetchInterval: ({ state }) => (state.status === 'error' ? false : (againMs?.(state.data) ?? false)),
    placeholderData: keepPreviousData,
  })
}

/** Reads something that is also kept on the device, and falls back on that. */
async function askKept<O extends Operation>(operation: O, given: Given<O>, signal?: AbortSignal) {
  const { keptOr } = await import('../offline/kept.ts')
  return keptOr(JSON.stringify([operation, given]), () => ask(operation, given, { signal }))
}

type Paged = { [O in Operation]: Answer<O> extends { items: unknown[]; next: string | null } ? O : never }[Operation]
type Item<O extends Paged> = Answer<O> extends { items: (infer I)[] } ? I : never

/** Reads a list page by page. */
export function usePages<O extends Paged>(operation: O, query: object, { enabled = true }: Reading = {}) {
  const pages = useInfiniteQuery({
    queryKey: [operation, query],
    queryFn: ({ signal, pageParam }) =>
      ask(operation, { query: { ...query, cursor: pageParam ?? undefined } } as never, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as { next: string | null }).next,
    enabled,
    placeholderData: keepPreviousData,
  })
  return { ...pages, items: pages.data?.pages.flatMap((page) => (page as unknown as { items: Item<O>[] }).items) }
}

/**
 * Does something. The idempotency key lives as long as the attempt: a request that got lost on its way is sent again
 * under the same key, so it has one effect; once it was answered, the next one is a new deed.
 */
export function useDo<O extends Operation>(operation: O) {
  const queries = useQueryClient()
  const attempt = useRef<{ key: string; said: string }>(undefined)
  return useMutation({
    mutationFn: async (given: Given<O>) => {
      const said = JSON.stringify(given, filesApart)
      if (attempt.current?.said !== said) attempt.current = { key: uuid(), said }
      return ask(operation, given, { key: attempt.current.key })
    },
    onSuccess: async () => {
      attempt.current = undefined
      await refresh(queries)
    },
    retry: (count, error) => count < 2 && isProblem(error) && error.status === 0,
    retryDelay: 800,
  })
}

/** JSON makes nothing of files, so two of them would look like the same request. */
const filesApart = (_: string, value: unknown): unknown =>
  value instanceof File ? [value.name, value.size, value.lastModified] : value

/** What live changes don't touch. */
const SETTLED: readonly unknown[] = ['get /api/me', 'get /api/names', 'get /api/policies', 'get /api/lines']

/** Reads anew what is on the screen, all or what may speak of these cases. */
export function refresh(queries: QueryClient, caseIds?: readonly string[]): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [operation, given] }) => {
      if (SETTLED.includes(operation)) return false
      const id = (given as { params?: { id?: string } } | undefined)?.params?.id
      return caseIds === undefined || id === undefined || caseIds.includes(id)
    },
  })
}
