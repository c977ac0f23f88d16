import { randomUUID } from 'node:crypto'
import { formatInstant } from '../../rules/time/local.ts'

/** What the API refused, in its own words. */
export interface Refused {
  status: number
  code: string
  detail: string
  clause?: string
}
export class RefusedByApi extends Error {
  readonly problem: Refused
  constructor(path: string, problem: Refused) {
    super(`${path}: ${problem.status} ${problem.detail}`)
    this.problem = problem
  }
}

export const iso = (at = Date.now()) => formatInstant(at)

/** Somebody signed in at the API; what they send is what a page or curl would send. */
export interface Actor {
  // The answers are shown, not processed; their shapes are the API's own.
  // oxlint-disable-next-line typescript/no-explicit-any
  post(path: string, body: unknown): Promise<any>
  // oxlint-disable-next-line typescript/no-explicit-any
  get(path: string): Promise<any>
  upload(fileName: string, mediaType: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>
}

/** Signs in with a user name and a password. Throws RefusedByApi where the API says no. */
export async function signIn(origin: string, login: { username: string; password: string }): Promise<Actor> {
  let token = ''
  async function ask(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ) {
    const answer = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      body,
    })
    const text = await answer.text()
    const parsed: unknown = text === '' ? undefined : JSON.parse(text)
    if (!answer.ok) throw new RefusedByApi(path, parsed as Refused)
    return parsed
  }
  const json = { 'content-type': 'application/json' }
  const post: Actor['post'] = (path, body) =>
    ask('POST', path, { ...json, 'idempotency-key': randomUUID() }, JSON.stringify(body))
  token = ((await post('/api/session', login)) as { token: string }).token
  return {
    post,
    get: (path) => ask('GET', path, {}),
    async upload(fileName, mediaType, bytes) {
      const headers = {
        'content-type': mediaType,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'idempotency-key': randomUUID(),
      }
      return ((await ask('POST', '/api/attachments', headers, bytes)) as { id: string }).id
    },
  }
}

/** Sends telephony events the way a PBX does. */
export async function ring(origin: string, source: { name: string; secret: string }, events: unknown[]): Promise<void> {
  const answer = await fetch(`${origin}/hooks/telephony/${source.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${source.secret}` },
    body: JSON.stringify(events),
  })
  if (!answer.ok) throw new RefusedByApi('/hooks/telephony', (await answer.json()) as Refused)
}
