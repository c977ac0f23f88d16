import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { CALL_CATEGORIES, type CallCategory } from '../../rules/call/owed.ts'
import type { Text } from '../../rules/text.ts'
import { ask } from '../client/ask.ts'
import { serverNow } from '../client/clock.ts'
import { refresh } from '../client/useAsk.ts'
import { uuid } from '../client/uuid.ts'
import { isoOf } from '../parts/time.ts'
import type { Values } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import type { Found } from './Known.tsx'

const NEEDED = ['customerInfo', 'name', 'contactDetails', 'employer', 'reason', 'demand', 'category']

/** The fields that Annex 1 wants and that are empty. */
export function missingIn(values: Values, known: boolean): Record<string, Text> {
  const needed = known ? NEEDED : [...NEEDED, 'answeredAt']
  return Object.fromEntries(needed.filter((name) => !values[name]?.trim()).map((name) => [name, texts.common.required]))
}

/**
 * Enters the call, where no telephone system told of it, and its record. Sent again after a loss it has one effect: the
 * call has an id of this device's making, and the record a key and an end that are fixed when it is handed in first.
 */
export function useFinish(caseId: string | undefined) {
  const queries = useQueryClient()
  const attempt = useRef<{ said: string; key: string; endedAt: string }>(undefined)
  return useMutation({
    mutationFn: async ({ values, found }: { values: Values; found: Found | undefined }) => {
      const of = (name: string) => values[name]?.trim() ?? ''
      const callId = of('callId')
      const number = of('number') || null
      const call = { callId, number, lineId: of('lineId') || undefined, occurredAt: isoOf(of('answeredAt')) }
      const id = caseId ?? (await ask('post /api/calls/answered', { body: call })).caseId
      const annex = {
        customerInfo: of('customerInfo'),
        name: of('name'),
        contactDetails: of('contactDetails'),
        employer: of('employer'),
        reason: of('reason'),
        productSituation: of('productSituation'),
        demand: of('demand'),
      }
      const category = CALL_CATEGORIES.find((one) => one === of('category')) as CallCategory
      const store = found?.kind === 'unknown' && of('customerName') ? { customerName: of('customerName') } : undefined
      const said = JSON.stringify([category, annex, store])
      if (attempt.current?.said !== said)
        attempt.current = { said, key: uuid(), endedAt: new Date(serverNow()).toISOString() }
      const { key, endedAt } = attempt.current
      await ask('post /api/calls/{id}/record', { params: { id }, body: { endedAt, category, annex, store } }, { key })
      return id
    },
    onSuccess: () => refresh(queries),
  })
}
