import { useSearchParams } from 'wouter'

/** Addresses that open a case over the page one is on, with the step at hand that keeps a promise where one is named. */
export function useCaseLink(): (id: string, promise?: string) => string {
  const [search] = useSearchParams()
  return (id, promise) => {
    const next = new URLSearchParams(search)
    next.set('case', id)
    if (promise) next.set('do', promise)
    else next.delete('do')
    return `?${next}`
  }
}
