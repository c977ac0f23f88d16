/**
 * Keeps the pages that an engineer needs at a site, so that they open without a network. It keeps no data: those, and what
 * was done and isn't sent yet, the pages keep themselves. Self-contained: a browser runs this file alone.
 */

/** What this file uses of a service worker's world; the browser's own types clash with those of a page. */
interface Fetching extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void
}
const worker = self as unknown as Worker

/** Filled in when the pages are built: a name for this build, and its files. */
const BUILD = '__BUILD__'
const FILES = '__FILES__'.split(' ')
const PAGE = '/'
/** A network that answers slower than this is as good as none. */
const PATIENCE_MS = 4_000
/** Addresses that are the server's own. */
const NOT_PAGES = /^\/(api|docs|openapi\.json|problems|hooks|healthz|metrics|assets)(\/|$)/

worker.addEventListener('install', (event) => {
  // The server gives its page to whoever asks for one.
  const page = new Request(PAGE, { headers: { accept: 'text/html' } })
  event.waitUntil(caches.open(BUILD).then((cache) => cache.addAll([page, ...FILES])))
})

// A new build takes over when the last page of the old one is closed; until then both its page and its files stay.
worker.addEventListener('activate', (event) => {
  const old = async () => (await caches.keys()).filter((name) => name !== BUILD)
  event.waitUntil(old().then((names) => Promise.all(names.map((name) => caches.delete(name)))))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (FILES.includes(pathname)) event.respondWith(fromCache(pathname, request))
  else if (request.mode === 'navigate' && !NOT_PAGES.test(pathname)) event.respondWith(page(request))
})

async function fromCache(path: string, request: Request): Promise<Response> {
  return (await caches.match(path)) ?? fetch(request)
}

/** The page as the server has it now; where it can't be had, the one that was kept. */
async function page(request: Request): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(request.url, { signal, headers: request.headers, credentials: 'same-origin' })
    if (answer.status < 500) return answer
  } catch {
    // No network, or none worth the name.
  }
  return (await caches.match(PAGE)) ?? Response.error()
}
