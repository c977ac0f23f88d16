import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { ask } from '../client/ask.ts'
import { useLanguage } from '../language.tsx'
import { wordsOf } from '../parts/Shown.tsx'
import { words } from '../texts/search.ts'
import { Results } from './Results.tsx'
import './search.css'

/** Milliseconds after the last key until the server is asked. */
const PAUSE = 150

/** One box for everything one may read. Arrows go through what was found, Escape closes. */
export default function Search({ close }: { close: () => void }) {
  const { say, language } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', asked, language],
    // Sent in the body: a name or a number belongs into no address.
    queryFn: ({ signal }) => ask('post /api/search', { body: { q: asked } }, { signal }),
    enabled: asked !== '',
    placeholderData: (before) => (asked === '' ? undefined : before),
    gcTime: 0,
  })
  const found = useDeferredValue(asked === '' ? undefined : data)
  return (
    <dialog ref={dialog} className="search" aria-label={say(words.search)} onClose={close} onKeyDown={walk}>
      <input
        type="search"
        aria-label={say(words.search)}
        placeholder={say(words.hint)}
        maxLength={60}
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {error && <p role="alert">{wordsOf(error)}</p>}
      {found && <Results of={found} asked={asked} busy={isFetching} gone={close} />}
    </dialog>
  )
}

/** Up and down through the field and the links. */
function walk(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')]
  const here = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
