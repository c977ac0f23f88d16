import type { RequestHandler } from 'express'
import { pino, type DestinationStream, type Logger } from 'pino'
import { newId } from '../../db/id.ts'
import { databaseErrorOf } from '../../db/refusalOfDatabase.ts'

/** A JSON log on standard output, from `SHOUYUE_LOG_LEVEL` (info) up; or all of it to `to`. */
export const openLog = (to?: DestinationStream): Logger =>
  to ? pino(to) : pino({ level: process.env['SHOUYUE_LOG_LEVEL'] ?? 'info' })

/**
 * One line per request: method, the route's pattern, status, milliseconds, who by id. Never the URL, its query, a body
 * or a header: a webhook's secret may stand in the path, and people's numbers in the rest.
 */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now()
    res.locals['requestId'] = newId()
    res.setHeader('X-Request-Id', res.locals['requestId'] as string)
    res.on('close', () => {
      const { pattern, requestId, personId, code } = res.locals
      log.info({
        method: req.method,
        route: (pattern as string | undefined) ?? '(none)',
        status: res.writableFinished ? res.statusCode : 499,
        ms: Math.round(performance.now() - startedAt),
        requestId: requestId as string,
        ...(personId && { personId: personId as string }),
        ...(code && { code: code as string }),
      })
    })
    next()
  }
}

/** What may be told of a failure: kind, SQLSTATE, constraint, and where. Messages can quote values, so they stay out. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const database = databaseErrorOf(error)
  return {
    kind: error.name,
    ...(database && { code: database.code, constraint: database.constraint_name }),
    stack: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
    ...(error.cause instanceof Error && !database && { cause: safeError(error.cause) }),
  }
}
