import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { MINUTE } from '../../rules/instant.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { ask } from '../client/ask.ts'

/** Typing pauses this long before a number is looked up. */
const PAUSE_MS = 250

/** Whose a number is, looked up as soon as what was typed is one. It travels in the body: addresses end up in logs. */
export function useLookUp(written: string) {
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [written])
  const number = normaliseNumber(settled)
  return useQuery({
    queryKey: ['post /api/callers', number],
    queryFn: ({ signal }) => ask('post /api/callers', { body: { number: number! } }, { signal }),
    enabled: number !== null,
    staleTime: MINUTE,
  })
}
