import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { ask } from '../client/ask.ts'
import { serverNow } from '../client/clock.ts'
import { refresh } from '../client/useAsk.ts'
import { uuid } from '../client/uuid.ts'
import { useMe } from '../shell/session.tsx'
import { sendAll } from './send.ts'
import { addDeed, deedsOf, putDeed, removeDeed, type Deed, type DeedFile } from './store.ts'

/** How long to wait before trying again what did not get through. */
const AGAIN_MS = 5_000
const LOCK = 'shouyue.outbox'
const KEPT = 'outbox'
const NONE: readonly Deed[] = []

/** A deed as it is done; who, when and under which key is added here. */
export type NewDeed = Pick<Deed, 'caseId' | 'promise' | 'title' | 'about' | 'operation' | 'given'> & {
  files?: readonly File[]
}

interface Outbox {
  deeds: readonly Deed[]
  sending: boolean
  /** Keeps a deed on the device and tries to send it. Resolves when it is kept. */
  add(deed: NewDeed): Promise<void>
  /** Tries again, also what was refused. */
  retry(deed?: Deed): Promise<void>
  /** Throws away what was refused. */
  discard(deed: Deed): Promise<void>
}

const Current = createContext<Outbox>(undefined!)
export const useOutbox = () => use(Current)

/**
 * What was done on this device and isn't sent yet. It is sent as soon as the network is back, whatever page is open, by one
 * tab at a time; and only for whoever did it.
 */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { personId } = useMe()
  const queries = useQueryClient()
  const { data: deeds = NONE } = useQuery({ queryKey: [KEPT, personId], queryFn: () => deedsOf(personId) })
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const wanted = useRef(false)
  const again = useRef<number>(undefined)

  const read = useCallback(() => queries.invalidateQueries({ queryKey: [KEPT] }), [queries])
  const sendWaiting = useCallback(async (): Promise<boolean> => {
    const waiting = await deedsOf(personId)
    if (!waiting.some(({ refused }) => !refused)) return false
    setSending(true)
    const sent = (deed: Deed) => refresh(queries, [deed.caseId])
    return sendAll(waiting, { ask, put: putDeed, remove: removeDeed, sent })
  }, [personId, queries])
  const send = useCallback(async () => {
    wanted.current = true
    if (busy.current) return
    busy.current = true
    clearTimeout(again.current)
    try {
      let waits = false
      // What is done, or asked for, while something is being sent is looked at right after it.
      while (wanted.current) {
        wanted.current = false
        waits = await alone(sendWaiting)
      }
      // oxlint-disable-next-line react/immutability -- by the time the alarm goes off, it is there
      if (waits) again.current = window.setTimeout(() => void send(), AGAIN_MS)
    } finally {
      busy.current = false
      setSending(false)
      await read()
    }
  }, [sendWaiting, read])

  useEffect(() => {
    const go = () => void send()
    go()
    window.addEventListener('online', go)
    document.addEventListener('visibilitychange', go)
    return () => {
      window.removeEventListener('online', go)
      document.removeEventListener('visibilitychange', go)
      clearTimeout(again.current)
    }
  }, [read, send])

  const value = useMemo<Outbox>(
    () => ({
      deeds,
      sending,
      async add({ files = [], ...deed }) {
        const key = uuid()
        await addDeed({ ...deed, personId, key, doneAt: serverNow(), files: await Promise.all(files.map(kept)) })
        await read()
        void send()
      },
      async retry(deed) {
        if (deed) await putDeed({ ...deed, refused: undefined })
        await send()
      },
      async discard(deed) {
        await removeDeed(deed.seq)
        await read()
        await send()
      },
    }),
    [deeds, sending, personId, read, send],
  )
  return <Current value={value}>{children}</Current>
}

const kept = async (file: File): Promise<DeedFile> => ({
  key: uuid(),
  name: file.name,
  type: file.type,
  bytes: await file.arrayBuffer(),
})

/** One tab at a time, where the browser can say so; elsewhere the keys see to it that nothing happens twice. */
async function alone(work: () => Promise<boolean>): Promise<boolean> {
  // Only pages from a secure address have locks, whatever the types say.
  const { locks } = navigator as Partial<Navigator>
  return locks ? await locks.request(LOCK, work) : await work()
}
