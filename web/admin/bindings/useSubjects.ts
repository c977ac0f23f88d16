import { useEffect } from 'react'
import { useAsk, usePages } from '../../client/useAsk.ts'
import { useNames } from '../../parts/names.tsx'

/** Whom a rulebook may be bound to: projects and customers as options, and what one of any scope is called. */
export function useSubjects() {
  const people = useNames()
  const found = useAsk('get /api/projects', {})
  const customers = usePages('get /api/customers', { limit: 200 })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = customers
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const projects = (found.data?.items ?? []).map((one) => ({
    value: one.id,
    label: `${one.customerName} · ${one.name}`,
    ended: one.endedAt !== null,
  }))
  const of = (customers.items ?? []).map(({ id, name, active }) => ({ value: id, label: name, ended: !active }))
  function nameOf(scope: string, id: string | null): string {
    if (id === null) return ''
    if (scope === 'person') return people(id)
    return (scope === 'project' ? projects : of).find((one) => one.value === id)?.label ?? ''
  }
  const open = <T extends { ended: boolean }>(options: T[]) => options.filter((one) => !one.ended)
  return { projects: open(projects), customers: open(of), nameOf }
}
