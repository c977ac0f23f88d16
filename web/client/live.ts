import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { hearClock } from './clock.ts'
import { refresh } from './useAsk.ts'

/** Changes that come at once are read together. */
const GATHER_MS = 250
/** A browser gives up where the server answers with an error; we don't. */
const AGAIN_MS = 3_000
/** How long a lost connection is nothing worth a line. */
const PATIENCE_MS = 2_500
/** How long an event was on its way isn't known; an answer to a question is believed rather. */
const UNKNOWN_WAY_MS = 200

interface News {
  cases: string[]
  notices: boolean
}

/**
 * Keeps what is on the screen live. Only while the page is seen: browsers allow six connections to one server, and
 * people leave tabs open. Coming back, it goes on after the last event it got. Says whether the connection is lost.
 */
export function useLive(): { lost: boolean } {
  const queries = useQueryClient()
  const [lost, setLost] = useState(false)
  useEffect(() => {
    let source: EventSource | undefined
    let last = ''
    let again: number | undefined
    let worry: number | undefined
    let gathering: number | undefined
    let heard: News = { cases: [], notices: false }

    const tell = () => {
      gathering = undefined
      const { cases, notices } = heard
      heard = { cases: [], notices: false }
      if (cases.length > 0) void refresh(queries, [...new Set(cases)])
      else if (notices) void queries.invalidateQueries({ queryKey: ['get /api/notifications'] })
    }
    const open = () => {
      close()
      source = new EventSource(`/api/live${last && `?after=${last}`}`)
      source.addEventListener('clock', (event) => {
        remember(event)
        clearTimeout(worry)
        worry = undefined
        setLost(false)
        hearClock(Number(event.data), UNKNOWN_WAY_MS)
      })
      source.addEventListener('change', (event) => {
        remember(event)
        const { cases, notices } = JSON.parse(event.data as string) as News
        heard = { cases: [...heard.cases, ...cases], notices: heard.notices || notices }
        gathering ??= window.setTimeout(tell, GATHER_MS)
      })
      source.addEventListener('reset', (event) => {
        remember(event)
        void refresh(queries)
      })
      source.onerror = () => {
        worry ??= window.setTimeout(() => setLost(true), PATIENCE_MS)
        if (source?.readyState !== EventSource.CLOSED) return
        clearTimeout(again)
        again = window.setTimeout(() => {
          // A session that ended shows itself by this question, which then asks to sign in.
          void queries.invalidateQueries({ queryKey: ['get /api/workplace'] })
          open()
        }, AGAIN_MS)
      }
    }
    const remember = (event: MessageEvent) => void (last = event.lastEventId || last)
    const close = () => {
      source?.close()
      source = undefined
      clearTimeout(again)
    }
    const onSeen = () => (document.hidden ? close() : open())
    // A device that loses its network knows at once, its connection only after a while.
    const onGone = () => setLost(true)
    onSeen()
    document.addEventListener('visibilitychange', onSeen)
    addEventListener('offline', onGone)
    addEventListener('online', onSeen)
    return () => {
      document.removeEventListener('visibilitychange', onSeen)
      removeEventListener('offline', onGone)
      removeEventListener('online', onSeen)
      close()
      clearTimeout(gathering)
      clearTimeout(worry)
    }
  }, [queries])
  return { lost }
}
