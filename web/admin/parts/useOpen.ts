import { useSearchParams } from 'wouter'

/** What stands open in a drawer is in the address (`?open=new` or an id), so that it can be linked to and Back closes it. */
export function useOpen(name = 'open'): [string | null, (what: string | null) => void] {
  const [search, setSearch] = useSearchParams()
  const open = (what: string | null) =>
    setSearch((old) => {
      const next = new URLSearchParams(old)
      if (what === null) next.delete(name)
      else next.set(name, what)
      return next
    })
  return [search.get(name), open]
}
