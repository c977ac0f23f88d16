import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { audit } from '../../db/audit.ts'
import type { Db, Tx } from '../../db/client.ts'
import { claimKey, keepAnswer } from '../../db/idempotency.ts'
import { actFor } from '../../db/person/actFor.ts'
import { contentDisposition } from '../../rules/attachment/fileName.ts'
import { MEDIA_TYPES, TABLE_TYPES } from '../../rules/attachment/mediaType.ts'
import type { Instant } from '../../rules/instant.ts'
import { permissions, scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { databaseErrorOf } from '../../db/refusalOfDatabase.ts'
import { languageOf } from './language.ts'
import { safeError } from './log.ts'
import { InvalidInput } from './problem.ts'
import type { Caller, Context, FileAnswer, Route, Subject } from './route.ts'
import type { Services } from './services.ts'

export interface Shell {
  db: Db
  services: Services
  log: Logger
  clock: () => Instant
  callerOf: (headers: Request['headers'], now: Instant) => Promise<Caller | null>
}

/** An answer that was given before, for the same key. */
class Replay {
  constructor(
    readonly status: number,
    readonly response: unknown,
  ) {}
}

/** Makes a declared route into an Express handler: who, may they, is it well formed, was it done before, do it, answer. */
export function answer(route: Route, shell: Shell): RequestHandler {
  return async (req, res) => {
    res.locals['pattern'] = route.path
    const now = shell.clock()
    const caller = await shell.callerOf(req.headers, now)
    if (caller) res.locals['personId'] = caller.personId
    const scope = route.action === 'public' ? [] : scopeOf((caller ?? refuse('caller.unknown')).grants, route.action)
    if (route.action !== 'public' && scope.length === 0) refuse('caller.forbidden')

    const params = parse(route.params, req.params, 'params')
    const query = parse(route.query, withoutLanguage(req.query), 'query')
    const body = bodyOf(route, req)
    const tasks: (() => unknown)[] = []
    let written: { response: unknown } | undefined
    const ctx: Context = {
      params,
      query,
      body,
      get caller() {
        return caller ?? refuse('caller.unknown')
      },
      scope,
      language: languageOf(req),
      now,
      requestId: res.locals['requestId'] as string,
      headers: req.headers,
      db: shell.db,
      services: shell.services,
      afterCommit: (task) => void tasks.push(task),
      setHeader: (name, value) => void res.setHeader(name, value),
      write: async (effect, subject) => {
        if (written) throw new Error(`${route.method} ${route.path} writes twice`)
        const before = tasks.length
        return retried(async () => {
          tasks.length = before
          return shell.db.transaction(async (tx) => {
            const request = keyed(route, req, caller, now)
            const earlier = request && (await claimKey(tx, request))
            if (earlier) throw new Replay(earlier.status, earlier.response)
            if (caller && route.action !== 'public') await actFor(tx, caller.grants, permissions[route.action])
            const result = await effect(tx)
            const response = encode(route, result)
            await auditWrite(tx, route, ctx, caller, params, subject?.(result))
            if (request) await keepAnswer(tx, request, statusOf(route), response)
            written = { response }
            return result
          })
        })
      },
    }
    try {
      const result = await route.handle(ctx)
      if (route.method !== 'get' && !route.outside && !written)
        throw new Error(`${route.method} ${route.path} answered without a write`)
      for (const task of tasks) await settle(task, shell.log)
      if (route.response === 'file') sendFile(res, result as FileAnswer)
      else send(res, statusOf(route), written ? written.response : encode(route, result))
    } catch (thrown) {
      if (!(thrown instanceof Replay)) throw thrown
      res.setHeader('Idempotency-Replayed', 'true')
      send(res, thrown.status, thrown.response)
    }
  }
}

const statusOf = (route: Route) => (route.response ? (route.status ?? 200) : 204)

function send(res: Response, status: number, response: unknown): void {
  res.setHeader('Cache-Control', 'no-store')
  if (status === 204) res.status(204).end()
  else res.status(status).json(response)
}

/** Always as a download, never shown by the browser on this site's behalf; the name as RFC 5987 writes it. */
function sendFile(res: Response, { bytes, mediaType, name }: FileAnswer): void {
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Content-Disposition', contentDisposition(name))
  res.type(mediaType).send(bytes)
}

function encode(route: Route, result: unknown): unknown {
  return route.response && route.response !== 'file' ? z.encode(route.response, result) : undefined
}

function parse(schema: z.ZodType | undefined, input: unknown, part: 'params' | 'query' | 'body'): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(input, { reportInput: true })
  if (!parsed.success) throw new InvalidInput(parsed.error.issues, part)
  return parsed.data
}

const withoutLanguage = (query: Request['query']) =>
  Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'lang'))

function bodyOf(route: Route, req: Request): unknown {
  if (!route.body) return undefined
  const expected =
    route.body === 'table' ? [...TABLE_TYPES] : route.body === 'file' ? Object.keys(MEDIA_TYPES) : ['application/json']
  if (!req.is(expected)) refuse('input.wrongType', { params: { expected: expected.join(', ') } })
  return typeof route.body === 'string' ? (req.body as Buffer) : parse(route.body, req.body as unknown, 'body')
}

function keyed(route: Route, req: Request, caller: Caller | null, now: Instant) {
  const key = req.headers['idempotency-key']
  if (key === undefined || !caller) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) return refuse('idempotency.badKey')
  const hash = createHash('sha256').update(JSON.stringify([route.method, req.path, withoutLanguage(req.query)]))
  hash.update(Buffer.isBuffer(req.body) ? req.body : JSON.stringify(req.body ?? null, inOrder))
  return { personId: caller.personId, key, requestHash: hash.digest('base64url'), now }
}

/** Two bodies that say the same in another order are the same request. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

async function auditWrite(tx: Tx, route: Route, ctx: Context, caller: Caller | null, params: unknown, named?: Subject) {
  const { id } = (params ?? {}) as { id?: string }
  await audit(tx, {
    at: ctx.now,
    personId: caller?.personId ?? null,
    door: 'api',
    action: route.action === 'public' ? route.path : route.action,
    noun: named?.noun ?? route.action.split('.')[0],
    subjectId: named?.id ?? id,
    requestId: ctx.requestId,
    detail: named?.detail,
  })
}

/** Two writes that locked each other out: the database ended one, which simply begins again. */
async function retried<T>(attempt: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    const again = ['40P01', '40001'].includes(databaseErrorOf(error)?.code ?? '') && left > 1
    if (again) return retried(attempt, left - 1)
    throw error
  }
}

async function settle(task: () => unknown, log: Logger): Promise<void> {
  try {
    await task()
  } catch (error) {
    log.error({ afterCommit: safeError(error) })
  }
}
