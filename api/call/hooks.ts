import express, { Router, type Request } from 'express'
import type { z } from 'zod'
import { receive } from '../../db/call/receive.ts'
import { sourceOf } from '../../db/call/source.ts'
import type { Db } from '../../db/client.ts'
import { refuse } from '../../rules/problem.ts'
import { InvalidInput } from '../http/problem.ts'
import type { Services } from '../http/services.ts'
import { procedures } from '../procedures.ts'
import { ctiMessage, isFuture, receivedOf, type CtiMessage } from './cti.ts'

/** Messages a PBX may send in one request. */
const MOST_MESSAGES = 1_000

/** The secret as the source sends it: a header, or (some PBXs know nothing else) a part of the address. */
function secretOf(req: Request): string {
  const bearer = req.headers.authorization?.match(/^Bearer (.+)$/i)?.[1]
  const given = bearer ?? req.headers['x-shouyue-secret'] ?? req.params['secret'] ?? ''
  return String(given)
}

/**
 * `POST /hooks/telephony/:source`, one message or an array. 202 says that all of them are committed. Wrong ones among
 * them are named by their place; the others are committed all the same, and sending all of them again does no harm.
 */
export function callHooks(db: Db, services: Pick<Services, 'poke'>, clock: () => number = Date.now) {
  const router = Router()
  const body = [express.json({ limit: '1mb' }), express.urlencoded({ extended: true, limit: '1mb' })]
  router.post(['/hooks/telephony/:source', '/hooks/telephony/:source/:secret'], ...body, async (req, res) => {
    // The log knows the pattern only: the address may hold the secret.
    res.locals['pattern'] = '/hooks/telephony/:source'
    const source = await sourceOf(db, String(req.params['source']), secretOf(req))
    if (!source) refuse('call.sourceUnknown')
    const now = clock()
    const many = Array.isArray(req.body)
    const given: unknown[] = many ? req.body : [req.body]
    if (given.length > MOST_MESSAGES) refuse('input.tooMany', { expected: `≤ ${MOST_MESSAGES}` })
    const issues: z.core.$ZodIssue[] = []
    const cases = new Set<string>()
    let accepted = 0
    for (const [index, one] of given.entries()) {
      const message = check(one, now, issues, many ? [index] : [])
      if (!message) continue
      const touched = await db.transaction((tx) =>
        receive(tx, procedures, receivedOf(message, source.id, source.sample, now), now),
      )
      touched.forEach((id) => cases.add(id))
      accepted += 1
    }
    services.poke([...cases])
    if (issues.length > 0) throw new InvalidInput(issues, 'body')
    res.status(202).json({ accepted })
  })
  return router
}

function check(one: unknown, now: number, issues: z.core.$ZodIssue[], at: number[]): CtiMessage | undefined {
  const { success, data, error } = ctiMessage.safeParse(one)
  if (!success) {
    issues.push(...error.issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })))
    return undefined
  }
  if (!isFuture(data, now)) return data
  const path = [...at, 'occurredAt']
  issues.push({ code: 'custom', path, input: undefined, message: '', params: { problem: 'fact.future' } })
  return undefined
}
