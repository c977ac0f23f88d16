import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import express, { Router } from 'express'
import { problems } from '../../rules/problem.ts'
import { openapi } from './openapi.ts'
import type { Route } from './route.ts'

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const html = `<!doctype html>
<html lang="zh">
  <head>
    <meta charset="utf-8" />
    <title>守约 API · Shouyue API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="icon" href="/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`
const start = "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null })\n"

/** `/openapi.json`, the page that shows it (everything from here, nothing from a CDN), and what each problem type means. */
export function docs(routes: readonly Route[]): Router {
  const description = openapi(routes)
  const router = Router()
  router.use((_req, res, next) => {
    res.locals['pattern'] = '/docs'
    next()
  })
  router.get('/openapi.json', (_req, res) => void res.json(description))
  router.get('/docs', (_req, res) => void res.type('html').send(html))
  router.get('/docs/start.js', (_req, res) => void res.type('js').send(start))
  router.use('/docs', express.static(assets, { index: false, maxAge: '1d' }))
  router.get('/problems', (_req, res) => void res.json(problems))
  router.get('/problems/:code', (req, res, next) => {
    const code = req.params.code
    if (code in problems) res.json(problems[code as keyof typeof problems])
    else next()
  })
  return router
}
