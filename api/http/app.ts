import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import type { Db } from '../../db/client.ts'
import { MAX_ATTACHMENT_BYTES, MEDIA_TYPES, TABLE_TYPES } from '../../rules/attachment/mediaType.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { answer, type Shell } from './answer.ts'
import { docs } from './docs.ts'
import { defaultLimits, limitsOf, type Limits, requestLimit, sameOrigin } from './guard.ts'
import { languageOf } from './language.ts'
import { logRequests, openLog, safeError } from './log.ts'
import { problemOf } from './problem.ts'
import type { Route } from './route.ts'
import type { Services } from './services.ts'

export interface AppOptions {
  db: Db
  routes: readonly Route[]
  callerOf: Shell['callerOf']
  services: Services
  log?: Logger
  clock?: () => Instant
  /** How many proxies stand before us (`1`), or their addresses; a text from the environment will do. None by default. */
  trustProxy?: number | string | boolean
  /** Addresses people use besides the one requests arrive at, as `https://shouyue.example.com`. */
  origins?: readonly string[]
  limits?: Partial<Limits>
  /** Mounts what isn't a declared route: webhooks, health, metrics. Before the rate limit and the Origin check. */
  mount?: (app: Express) => void
}

/** Files to be attached, as bytes. */
const files = express.raw({ type: Object.keys(MEDIA_TYPES), limit: MAX_ATTACHMENT_BYTES })

/** Tables to be loaded, as bytes. */
const tables = express.raw({ type: [...TABLE_TYPES], limit: MAX_ATTACHMENT_BYTES })

/** The API as an Express application, not listening yet. */
export function createApp(options: AppOptions): Express {
  const { db, routes, services, callerOf, log = openLog(), clock = Date.now } = options
  const limits = { ...defaultLimits, ...options.limits }
  const shell: Shell = { db, services, log, clock, callerOf }
  const app = express()
  app.set('trust proxy', proxiesOf(options.trustProxy))
  app.use(logRequests(log), securityHeaders(), serverTime(clock))
  options.mount?.(app)
  app.use(requestLimit(limits), sameOrigin(options.origins ?? []))
  app.use(express.json({ limit: '1mb' }), tables, files)
  app.use(docs(routes))
  const doors = limitsOf(limits)
  for (const route of routes) {
    const guards = route.limit ? doors[route.limit] : []
    app[route.method](route.path, ...guards, answer(route, shell))
  }
  app.use((_req, res) => {
    delete res.locals['pattern']
    refuse('input.notFound')
  })
  app.use(problems(log))
  return app
}

/** Express takes `'1'` for an address, and trusting every proxy would let callers choose the address they are limited by. */
function proxiesOf(said: AppOptions['trustProxy']): number | string | false {
  if (said === undefined || said === false || said === '' || said === 'false') return false
  if (said === true || said === 'true') return 1
  return /^\d+$/.test(String(said)) ? Number(said) : (said as string)
}

/** The docs page has inline styles and small data: images; nothing comes from elsewhere. HTTP stays allowed: intranets. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Links that customers get lead nowhere on: no other site learns where somebody came from.
    referrerPolicy: { policy: 'no-referrer' },
  })
}

/** Countdowns run by our clock: pages compare it with their own. And nothing here is for search engines. */
function serverTime(clock: () => Instant): RequestHandler {
  return (_req, res, next) => {
    res.setHeader('X-Now', String(clock()))
    res.setHeader('X-Robots-Tag', 'noindex, nofollow')
    next()
  }
}

function problems(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const requestId = res.locals['requestId'] as string
    const problem = problemOf(error, languageOf(req), requestId)
    res.locals['code'] = problem.code
    if (problem.status >= 500) log.error({ requestId, error: safeError(error) })
    if (res.headersSent) return next(error)
    if (problem.status === 401) res.setHeader('WWW-Authenticate', 'Bearer')
    res.setHeader('Cache-Control', 'no-store')
    res.status(problem.status).type('application/problem+json').json(problem)
  }
}
