import { lazy, Suspense, useEffect, useState } from 'react'
import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

const Search = lazy(() => import('../search/Search.tsx'))

/** Somebody who types into a field means the field. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)

/** Opens the search over everything; so does `/`. */
export function SearchButton() {
  const say = useSay()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button type="button" className="find" aria-keyshortcuts="/" onClick={() => setOpen(true)}>
        {say(texts.shell.search)} <kbd aria-hidden>/</kbd>
      </button>
      <Suspense>{open && <Search close={() => setOpen(false)} />}</Suspense>
    </>
  )
}
