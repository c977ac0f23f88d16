import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { refuse } from '../../rules/problem.ts'
import { HOUR, MINUTE, SECOND } from '../../rules/instant.ts'

export interface Limits {
  /** Requests per minute from one address. */
  perMinute: number
  /** Failed sign-ins per quarter of an hour for one user name from one address; `limitsOf` says what follows for others. */
  failedSignIns: number
  /** Links that open nothing, per quarter of an hour from one address. */
  failedLinks: number
  /** Faults reported by labels, per hour from one address. */
  reports: number
}

/** For each report from one address so many photos are let through, those that had to be sent again among them. */
const PHOTOS = 5

/** House defaults. A department often sits behind one address, so the first is generous. */
export const defaultLimits: Limits = { perMinute: 1_200, failedSignIns: 10, failedLinks: 30, reports: 20 }

/**
 * Refuses writes that a page of another site sends with the user's cookie. `origins` are the addresses people use besides
 * the one the request was sent to. Scripts that send a bearer token and no cookie need no Origin.
 */
export function sameOrigin(origins: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return next()
    const { origin, host, cookie, 'sec-fetch-site': site } = req.headers
    const own = origin !== undefined && (origins.includes(origin) || origin === `${req.protocol}://${host}`)
    const foreign = origin === undefined ? cookie !== undefined && site !== 'same-origin' && site !== 'none' : !own
    if (foreign && !(origin === undefined && req.headers.authorization)) refuse('caller.foreignOrigin')
    next()
  }
}

/** At most `perMinute` requests a minute from one address. */
export const requestLimit = (limits: Limits) => limiter(MINUTE, limits.perMinute, address)

/**
 * Doors for those who aren't signed in, each with its own stricter limit. `signIn`: failed sign-ins for one user name from
 * one address, so that nobody locks somebody else out elsewhere; five times as many from one address, where a whole office
 * may sit, and twenty times as many for one name, against guessing from many addresses at once. `link`: links that open
 * nothing, from one address. `report`: faults reported, from one address; `photo`: photos of them.
 */
export const limitsOf = (limits: Limits): Record<Door, RequestHandler[]> => ({
  signIn: (
    [
      [1, (req) => `${nameKey(req)} ${address(req)}`],
      [5, address],
      [20, nameKey],
    ] as const satisfies [number, (req: Request) => string][]
  ).map(([times, key]) => limiter(15 * MINUTE, times * limits.failedSignIns, key, { skipSuccessfulRequests: true })),
  link: [limiter(15 * MINUTE, limits.failedLinks, address, { skipSuccessfulRequests: true })],
  report: [limiter(HOUR, limits.reports, address)],
  photo: [limiter(HOUR, limits.reports * PHOTOS, address)],
})
export type Door = 'signIn' | 'link' | 'report' | 'photo'

const address = (req: Request) => ipKeyGenerator(req.ip ?? '')

/** The name is hashed: people type passwords into the wrong field. Where none is asked for, the address counts. */
function nameKey(req: Request): string {
  const { username } = (req.body ?? {}) as { username?: unknown }
  if (typeof username !== 'string') return ipKeyGenerator(req.ip ?? '')
  return createHash('sha256').update(username.toLowerCase()).digest('base64url')
}

function limiter(windowMs: number, limit: number, keyGenerator: (req: Request) => string, more = {}): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => {
      const seconds = Number(res.getHeader('Retry-After') ?? windowMs / SECOND)
      refuse('caller.tooMany', { params: { seconds } })
    },
    ...more,
  })
}
