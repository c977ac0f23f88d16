import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router, type Request, type RequestHandler } from 'express'

const BUILT = fileURLToPath(new URL('../web/dist', import.meta.url))
/** Addresses that are the server's own; every other one is a page of the app. */
const NOT_PAGES = /^\/(api|docs|openapi\.json|problems|hooks|healthz|metrics|assets)(\/|$)/
const ENCODINGS = { br: '.br', gzip: '.gz' } as const

/**
 * The pages. Files under `/assets` have their content's hash in the name, so they may be kept for ever; the page that
 * names them is asked for each time. Where nothing was built, nothing is served.
 */
export function pages(folder = BUILT): Router {
  const router = Router()
  const files = express.static(folder, { index: false, immutable: true, maxAge: '1y' })
  router.use('/assets', packed(folder), (_req, res, next) => {
    res.locals['pattern'] = '/assets'
    next()
  })
  router.get(['/assets/*file', '/icon.svg'], files)
  // The worker that keeps the pages for where there is no network: asked for each time, or nobody would get the next one.
  router.get('/sw.js', (_req, res, next) => {
    if (!existsSync(join(folder, 'sw.js'))) return next()
    res.setHeader('Cache-Control', 'no-cache')
    res.type('js').send(readFileSync(join(folder, 'sw.js')))
  })
  router.get('/{*page}', (req, res, next) => {
    if (NOT_PAGES.test(req.path) || !req.accepts('html') || !wantsPage(req)) return next()
    const index = join(folder, 'index.html')
    if (!existsSync(index)) return next()
    res.locals['pattern'] = '/{page}'
    res.setHeader('Cache-Control', 'no-cache')
    res.type('html').send(readFileSync(index))
  })
  return router
}

/** A browser that opens an address says so; `curl` and scripts that take anything get the answer of the API. */
const wantsPage = (req: Request) => req.headers.accept?.includes('text/html') ?? false

/** Sends the packed twin of a file, made when the pages were built, to whoever takes it. */
function packed(folder: string): RequestHandler {
  return (req, res, next) => {
    res.setHeader('Vary', 'Accept-Encoding')
    for (const encoding of ['br', 'gzip'] as const) {
      const twin = req.path + ENCODINGS[encoding]
      if (!/^\/[\w.-]+$/.test(req.path) || !req.acceptsEncodings(encoding)) continue
      if (!existsSync(join(folder, 'assets', twin))) continue
      res.setHeader('Content-Encoding', encoding)
      res.type(req.path.endsWith('.css') ? 'css' : 'js')
      req.url = twin + req.url.slice(req.path.length)
      break
    }
    next()
  }
}
