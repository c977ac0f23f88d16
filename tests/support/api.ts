import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterAll } from 'vitest'
import { createAuth } from '../../api/auth/auth.ts'
import { createApp, type AppOptions } from '../../api/http/app.ts'
import type { Problem } from '../../api/http/problem.ts'
import { routes as allRoutes } from '../../api/routes.ts'
import { createAccount } from '../../db/auth/account.ts'
import type { Db } from '../../db/client.ts'
import { readXlsx } from '../../db/import/readXlsx.ts'
import { newId } from '../../db/id.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { pino } from 'pino'
import type { Role } from '../../rules/roles.ts'

// What came back is what a test is about, so it reads fields of it freely.
// oxlint-disable-next-line typescript/no-explicit-any
type Anything = any

export interface Answer<T = Anything> {
  status: number
  headers: Headers
  body: T
}

export interface Ask {
  /** A bearer token. */
  as?: string
  body?: unknown
  csv?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

export const PASSWORD = 'correct horse battery'

/** The API on a free port of this machine, with its log kept in `lines`. Closed when the test file ends. */
export async function testApi(db: Db, options: Partial<AppOptions> = {}) {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const auth = await createAuth(db)
  const services = { auth, poke: () => {}, pokeGone: () => {} }
  const limits = { perMinute: 100_000, failedSignIns: 1_000 }
  const app = createApp({ db, routes: allRoutes, callerOf: auth.callerOf, services, log, limits, ...options })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => new Promise((closed) => server.close(closed)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function ask<T = Anything>(
    method: string,
    path: string,
    { as, body, csv, headers = {} }: Ask = {},
  ): Promise<Answer<T>> {
    const sent = await fetch(url + path, {
      method: method.toUpperCase(),
      headers: {
        ...(as && { authorization: `Bearer ${as}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(csv !== undefined && { 'content-type': 'text/csv' }),
        ...headers,
      },
      body: csv ?? (body === undefined ? undefined : JSON.stringify(body)),
    })
    const text = await sent.text()
    const isJson = sent.headers.get('content-type')?.includes('json') ?? false
    return { status: sent.status, headers: sent.headers, body: (isJson ? JSON.parse(text) : text) as T }
  }

  /** The rows of an Excel file, the headings first, each with what stands in its cells. */
  async function table(path: string, token: string): Promise<string[][]> {
    const sent = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
    return readXlsx(Buffer.from(await sent.arrayBuffer()), 20_000).map((row) => row.cells)
  }

  /** A person with these roles, a user name and the password of the tests, signed in. */
  async function signedIn(
    grants: readonly (Role | { role: Role; regionId: string })[],
    name = `u${newId().slice(-12)}`,
  ) {
    const personId = await db.transaction(async (tx) => {
      const id = newId()
      await tx.insert(person).values({ id, code: name, name, kind: 'staff' })
      for (const grant of grants) {
        const { role, regionId = null } = typeof grant === 'string' ? { role: grant } : grant
        await tx.insert(personRole).values({ id: newId(), personId: id, role, regionId, fromAt: 0 })
      }
      await createAccount(tx, { personId: id, username: name, password: PASSWORD })
      return id
    })
    const { body } = await ask<{ token: string }>('post', '/api/session', {
      body: { username: name, password: PASSWORD },
    })
    return { personId, username: name, token: body.token }
  }

  return { url, ask, table, signedIn, lines, problem: (answer: Answer) => answer.body as Problem }
}
