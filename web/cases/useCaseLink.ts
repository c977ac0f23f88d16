import { useSearchParams } from 'wouter'

/** Addresses that open a case over the page one is on. */
export function useCaseLink(): (id: string) => string {
  const [search] = useSearchParams()
  return (id) => {
    const next = new URLSearchParams(search)
    next.set('case', id)
    return `?${next}`
  }
}
