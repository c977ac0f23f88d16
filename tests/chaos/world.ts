import { Client, Connection } from '@temporalio/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { createAccount } from '../../db/auth/account.ts'
import { addSource } from '../../db/call/source.ts'
import { newId } from '../../db/id.ts'
import { API, WORKER } from '../../scripts/programs.ts'
import { SECOND } from '../../rules/instant.ts'
import { freePort } from '../../scripts/ports.ts'
import { PASSWORD } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department, hotline } from '../support/department.ts'
import { mailServer } from '../support/mailServer.ts'
import { program } from '../support/program.ts'
import { variant } from '../support/policy.ts'
import { testTemporal } from '../support/temporal.ts'

export const HOTLINE = '+864008001234'
/** What the issue of a restart is given: everything that was due meanwhile has happened by then. */
export const CATCH_UP_MS = 10 * SECOND
const RETRY_MS = 150
/** The first of two requests with one key is still being carried out. */
const STILL_RUNNING = 'idempotency.inProgress'

/** A department whose worker and API are processes of their own, to be killed. */
export async function openWorld() {
  const { db, url } = await testDb()
  const { address, namespace } = await testTemporal()
  const port = await freePort()
  const post = await mailServer()
  const env = {
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    PORT: String(port),
    HOST: '127.0.0.1',
    SHOUYUE_SMTP_URL: post.url,
    SHOUYUE_MAIL_FROM: 'shouyue@example.com',
  }
  const worker = program(WORKER, env)
  const api = program(API, env)
  const people = await department(db, {
    gm: { role: 'centreGm' },
    deputy: { role: 'centreDeputyGm', superior: 'gm', email: 'deputy@example.com' },
    lead: { role: 'technicalServiceManager', superior: 'deputy', email: 'lead@example.com' },
    regional: { role: 'regionalManager', superior: 'lead', email: 'regional@example.com' },
    office: { role: 'officeDirector', superior: 'lead' },
    supportManager: { role: 'technicalSupportManager', superior: 'deputy', email: 'manager@example.com' },
    support: { role: 'technicalSupportEngineer', superior: 'lead' },
    taker: { role: 'callTaker', superior: 'lead', number: HOTLINE },
    companyGm: { role: 'companyGm' },
    director: { role: 'serviceDirector', superior: 'companyGm' },
    engineer: { role: 'engineer', superior: 'director' },
    backOffice: { role: 'salesBackOffice', superior: 'companyGm' },
  })
  await hotline(db, HOTLINE, [people.taker])
  // A retry while the first answer is still being written is told to wait; that is no failure of the round.
  await variant(db, 'house', { 'evidence.provisionalAfter': 60 * SECOND })
  const { secret } = await db.transaction((tx) => addSource(tx, 'pbx'))
  for (const [username, personId] of Object.entries(people))
    await db.transaction((tx) => createAccount(tx, { personId, username: `${username}1`, password: PASSWORD }))
  await Promise.all([worker.start(), api.start()])
  const connection = await Connection.connect({ address })
  afterAll(() => connection.close())
  const origin = `http://127.0.0.1:${port}`

  /** Sends until it is accepted: what was answered with 2xx is durable, what wasn't is sent again under the same key. */
  async function insist(path: string, body: unknown, headers: Record<string, string>): Promise<unknown> {
    const key = newId()
    for (;;) {
      const answer = await fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
        body: JSON.stringify(body),
      }).catch(() => undefined)
      if (answer?.ok) return answer.json()
      const said = answer ? await answer.text() : ''
      if (answer && answer.status < 500 && answer.status !== 429 && !said.includes(STILL_RUNNING))
        throw new Error(`${path}: ${answer.status} ${said}`)
      await sleep(RETRY_MS)
    }
  }

  const tokens = new Map<string, string>()
  async function tokenOf(username: string): Promise<string> {
    const known = tokens.get(username)
    if (known) return known
    const { token } = (await insist('/api/session', { username: `${username}1`, password: PASSWORD }, {})) as {
      token: string
    }
    tokens.set(username, token)
    return token
  }

  return {
    db,
    people,
    post,
    worker,
    api,
    client: new Client({ connection, namespace }),
    /** A telephone system that repeats what wasn't accepted. */
    ring: (events: unknown[]) => insist('/hooks/telephony/pbx', events, { authorization: `Bearer ${secret}` }),
    /** Somebody of the department, by the key of `people`, who tries until it works. */
    async as(who: keyof typeof people, path: string, body: unknown) {
      return insist(path, body, { authorization: `Bearer ${await tokenOf(who)}` })
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** A small seeded generator (mulberry32): the same seed kills at the same moments. Numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Kills and restarts the two programs at moments that the generator picks, until told to stop. */
export function havoc(world: World, random: () => number) {
  let over = false
  let kills = 0
  const run = (async () => {
    while (!over) {
      await sleep(300 + random() * 2_500)
      if (over) return
      const victim = random() < 0.5 ? world.worker : world.api
      await victim.kill()
      kills += 1
      await sleep(random() * 1_000)
      await victim.start()
    }
  })()
  return {
    /** How often something was killed. */
    kills: () => kills,
    /** Ends the havoc; both programs run. */
    async end(): Promise<void> {
      over = true
      await run
    },
  }
}
