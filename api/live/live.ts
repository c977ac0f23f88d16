import { Router, type Request, type Response } from 'express'
import type { Logger } from 'pino'
import type { Db } from '../../db/client.ts'
import { feedEnd, isKept } from '../../db/live/changes.ts'
import { MINUTE, SECOND } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Auth } from '../auth/auth.ts'
import { safeError } from '../http/log.ts'
import { createFeed, type Listener } from './feed.ts'

/** The server's clock is told this often, which also keeps proxies from ending the stream. */
const CLOCK_EVERY_MS = 15 * SECOND
/** A session that ended, or a role that changed, counts after this long. */
const ASK_AGAIN_MS = MINUTE
/** Open pages of one person. */
const MOST_STREAMS = 20

/**
 * `GET /api/live`: server-sent events that say what changed, as far as the caller may know of it. The id of an event is
 * the transaction it tells of; a connection that comes back with the last one it got (`Last-Event-ID`, or `?after=`) is
 * told all that happened meanwhile, or to read everything anew (`reset`) where that is no longer kept.
 */
export function createLive(db: Db, auth: Pick<Auth, 'callerOf'>, log: Logger, clock: () => number = Date.now) {
  const feed = createFeed(db, (error) => log.warn({ error: safeError(error) }, 'the feed of changes waits'))
  const open = new Set<Response>()
  const router = Router()

  router.get('/api/live', async (req, res) => {
    res.locals['pattern'] = '/api/live'
    const caller = (await auth.callerOf(req.headers, clock())) ?? refuse('caller.unknown')
    res.locals['personId'] = caller.personId
    if (feed.countOf(caller.personId) >= MOST_STREAMS) refuse('caller.tooMany', { params: { seconds: 60 } })
    const last = lastSeen(req)
    const kept = last !== undefined && (await isKept(db, last))
    const toldUpTo = kept ? last : await feedEnd(db)
    if (req.socket.destroyed) return
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // nginx would gather events
      'X-Accel-Buffering': 'no',
    })
    const send = (event: string, data: unknown, id?: bigint) =>
      res.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    send('clock', clock(), toldUpTo)
    if (last !== undefined && !kept) send('reset', null, toldUpTo)

    const tell: Listener['tell'] = (xid, news) => send('change', news, xid)
    const listener: Listener = { personId: caller.personId, grants: caller.grants, toldUpTo, tell }
    const leave = feed.add(listener)
    const ticking = setInterval(() => send('clock', clock()), CLOCK_EVERY_MS)
    const asking = setInterval(() => {
      auth.callerOf(req.headers, clock()).then(
        (still) => (still ? (listener.grants = still.grants) : res.end()),
        () => res.end(),
      )
    }, ASK_AGAIN_MS)
    open.add(res)
    res.on('close', () => {
      clearInterval(ticking)
      clearInterval(asking)
      open.delete(res)
      leave()
    })
  })

  return {
    router,
    /** Ends every stream; browsers come back by themselves. */
    async close(): Promise<void> {
      for (const res of open) res.end()
      await feed.close()
    },
  }
}

function lastSeen(req: Request): bigint | undefined {
  const said = req.headers['last-event-id'] ?? req.query['after']
  return typeof said === 'string' && /^\d{1,19}$/.test(said) ? BigInt(said) : undefined
}
